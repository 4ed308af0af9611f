/** What came of asking, month by month, as shares of what was decided. */
import type { NudgeOutcome } from "#db/schema.ts";
import { type MessageKey, say } from "../strings/say.ts";
import { WideTable } from "../ui/wide-table.tsx";
import type { MonthOfNudges } from "./read-outcomes.server.ts";

const columns: [NudgeOutcome, MessageKey][] = [
  ["edited", "nudges.edited"],
  ["as-it-was", "nudges.as-it-was"],
  ["withdrawn", "nudges.withdrawn"],
];

const month = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

export function OutcomesTable({ months }: { months: MonthOfNudges[] }) {
  return (
    <WideTable label={say("nudges.title")}>
      <thead>
        <tr>
          <th scope="col">{say("nudges.month")}</th>
          <th scope="col" className="num">
            {say("nudges.asked")}
          </th>
          {columns.map(([outcome, key]) => (
            <th key={outcome} scope="col" className="num">
              {say(key)}
            </th>
          ))}
          <th scope="col" className="num">
            {say("nudges.open")}
          </th>
        </tr>
      </thead>
      <tbody>
        {months.map((counts) => (
          <MonthRow key={counts.month} counts={counts} />
        ))}
      </tbody>
    </WideTable>
  );
}

function MonthRow({ counts }: { counts: MonthOfNudges }) {
  const decided = columns.reduce((sum, [outcome]) => sum + counts[outcome], 0);
  return (
    <tr>
      <th scope="row">{month.format(new Date(`${counts.month}-01T00:00:00Z`))}</th>
      <td className="num">{decided + counts.open}</td>
      {columns.map(([outcome]) => (
        <td key={outcome} className="num">
          {decided === 0
            ? counts[outcome]
            : say("nudges.share", {
                count: counts[outcome],
                share: Math.round((100 * counts[outcome]) / decided),
              })}
        </td>
      ))}
      <td className="num">{counts.open}</td>
    </tr>
  );
}
