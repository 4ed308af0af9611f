/** What a place is made of, as tables that add up. */
import type { ReactNode } from "react";
import { type Said, say, sayIt, sayRich } from "../strings/say.ts";
import { inWords, Time } from "../ui/time.tsx";
import type { Part } from "./explain-post.ts";
import type { ThreadPart } from "./explain-thread.ts";

export function PostParts({ parts }: { parts: Part[] }) {
  return (
    <SumTable name={say("why.points.of")} unit={say("why.points")}>
      {parts.map(({ label, points, why, isTotal }) => (
        <Row key={label.key} label={sayIt(label)} number={points} isTotal={isTotal ?? false}>
          {sayIt(why)}
        </Row>
      ))}
    </SumTable>
  );
}

/** What lifts a reply besides, as a sentence. */
export function Look({ why, until }: { why: Said; until: number | null }) {
  if (until === null) return <p>{sayIt(why)}</p>;
  return <p>{sayRich(why.key, { at: inWords(until), time: timeOf(until) })}</p>;
}

export function ThreadParts({ parts }: { parts: ThreadPart[] }) {
  return (
    <SumTable name={say("why.hours.of")} unit={say("why.hours")}>
      {parts.map(({ label, hours, why, at }, index) => (
        <Row
          key={label.key}
          label={sayIt(label)}
          number={index === 0 ? null : hours}
          isTotal={at !== undefined && index > 0}
        >
          {at === undefined
            ? sayIt(why)
            : sayRich(why.key, { ...why.values, at: inWords(at), time: timeOf(at) })}
        </Row>
      ))}
    </SumTable>
  );
}

const timeOf = (at: number) => () => <Time key="at" at={at} isFixed />;

interface SumTableProps {
  name: string;
  unit: string;
  children: ReactNode;
}

function SumTable({ name, unit, children }: SumTableProps) {
  return (
    <table className="sum" aria-label={name}>
      <thead>
        <tr>
          <th scope="col">{say("why.part")}</th>
          <th scope="col">{say("why.because")}</th>
          <th scope="col" className="num">
            {unit}
          </th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

interface RowProps {
  label: string;
  number: number | null;
  isTotal: boolean;
  children: ReactNode;
}

function Row({ label, number, isTotal, children }: RowProps) {
  return (
    <tr className={isTotal ? "total" : undefined}>
      <th scope="row">{label}</th>
      <td>{children}</td>
      <td className="num">{number === null ? "" : signed(number, isTotal)}</td>
    </tr>
  );
}

/** With a true minus; a sum says no plus. */
const signed = (number: number, isTotal: boolean) =>
  number < 0 ? `−${-number}` : number > 0 && !isTotal ? `+${number}` : String(number);
