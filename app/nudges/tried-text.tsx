/** What the scorer says of a text that was tried: two scores, the passages that caused them, and why. */
import { shorten } from "../composing/shorten.ts";
import { say } from "../strings/say.ts";
import type { Passage } from "../substance/scores.ts";
import { AdviceNote } from "./advice-note.tsx";
import { reasonOf } from "./nudge-note.tsx";
import { type Segment, segmentsOf } from "./segments.ts";
import type { Tried } from "./try-text.server.ts";

/** Passages that are listed of a kind. */
const MOST_LISTED = 10;
/** Letters that are shown of each. */
const MOST_SHOWN = 120;

export function TriedText({ tried: { text, scores, advice } }: { tried: Tried }) {
  const { insult, substance, passages, judged } = scores;
  return (
    <section className="box tried" aria-labelledby="tried" role="status">
      <h2 id="tried">{say("scorer.tried")}</h2>
      {judged ? (
        <dl className="pairs">
          <dt>{say("scorer.insult")}</dt>
          <dd>{insult.toFixed(2)}</dd>
          <dt>{say("scorer.substance")}</dt>
          <dd>{substance.toFixed(2)}</dd>
        </dl>
      ) : (
        <p>{say("scorer.not-judged")}</p>
      )}
      <p className="marked" dir="auto">
        {segmentsOf(text, passages).map((segment, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they are never moved.
          <Part key={index} segment={segment} />
        ))}
      </p>
      <Reasons kind="insult" passages={passages} text={text} />
      <Reasons kind="substance" passages={passages} text={text} />
      <AdviceNote advice={advice} />
    </section>
  );
}

function Part({ segment: { text, kinds } }: { segment: Segment }) {
  if (kinds.length === 0) return text;
  return kinds.includes("insult") ? <mark>{text}</mark> : <span className="gives">{text}</span>;
}

interface ReasonsProps {
  kind: Passage["kind"];
  passages: readonly Passage[];
  text: string;
}

function Reasons({ kind, passages, text }: ReasonsProps) {
  const shown = passages
    .filter((passage) => passage.kind === kind)
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, MOST_LISTED);
  if (shown.length === 0) return <p>{say(`scorer.none.${kind}`)}</p>;
  return (
    <>
      <h3>{say(`scorer.why.${kind}`)}</h3>
      <ul className="norms">
        {shown.map(({ start, end, reason }) => (
          <li key={`${start}-${end}-${reason}`} dir="auto">
            “{shorten(text.slice(start, end), MOST_SHOWN)}”: {reasonOf(reason)}
          </li>
        ))}
      </ul>
    </>
  );
}
