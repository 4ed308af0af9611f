/** How well the scorer does, what it misses first. */
import { say } from "../strings/say.ts";
import { WideTable } from "../ui/wide-table.tsx";
import { type Goal, isMissed, type Measured, type MeasuredTable, missesFirst } from "./measured.ts";

export function MeasuredTables({ measured: { at, goals, tables } }: { measured: Measured }) {
  if (goals.length === 0) return <p>{say("scorer.not-measured")}</p>;
  const missed = goals.filter(isMissed).length;
  return (
    <>
      <p>{say("scorer.measured", { at, count: goals.length, missed })}</p>
      <WideTable label={say("scorer.figures")}>
        <thead>
          <tr>
            <th scope="col">{say("scorer.column.what")}</th>
            <th scope="col" className="num">
              {say("scorer.column.found")}
            </th>
            <th scope="col" className="num">
              {say("scorer.column.reach")}
            </th>
            <th scope="col" className="num">
              {say("scorer.column.aim")}
            </th>
            <th scope="col" className="num">
              {say("scorer.column.simple")}
            </th>
            <th scope="col">{say("scorer.column.published")}</th>
          </tr>
        </thead>
        <tbody>
          {missesFirst(goals).map((goal) => (
            <GoalRow key={goal.what} goal={goal} />
          ))}
        </tbody>
      </WideTable>
      {tables.map((table) => (
        <OtherTable key={table.title} table={table} />
      ))}
    </>
  );
}

function GoalRow({ goal }: { goal: Goal }) {
  const { what, found, reach, aim, atMost, simple, published } = goal;
  const bound = (value: number | null | undefined) =>
    typeof value === "number" ? `${atMost ? "≤" : "≥"}\u00a0${inDigits(value)}` : "–";
  return (
    <tr>
      <th scope="row">{what}</th>
      <td className="num">
        {inDigits(found)}
        {isMissed(goal) && <strong> {say("scorer.missed")}</strong>}
      </td>
      <td className="num">{bound(reach)}</td>
      <td className="num">{bound(aim)}</td>
      <td className="num">{typeof simple === "number" ? inDigits(simple) : "–"}</td>
      <td>{published ?? "–"}</td>
    </tr>
  );
}

const inDigits = (value: number) => value.toFixed(3).replace(/^0\./, ".").replace(/^-0\./, "−.");

function OtherTable({ table: { title, note, head, rows } }: { table: MeasuredTable }) {
  return (
    <>
      <h3>{title}</h3>
      {note && <p>{note}</p>}
      <WideTable label={title}>
        <thead>
          <tr>
            {head.map((cell) => (
              <th key={cell} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...cells]) => (
            <tr key={[first, ...cells].join("|")}>
              <th scope="row">{first}</th>
              {cells.map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: they are never moved.
                <td key={index}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </WideTable>
    </>
  );
}
