/** One letter of the outbox, with its words where they may be shown. */
import { say } from "../strings/say.ts";
import { Time } from "../ui/time.tsx";
import type { OneLetter } from "./read-letters.server.ts";

export function LetterView({ letter }: { letter: OneLetter }) {
  const { kind, address, madeAt, state, attempts, nextAt, failure, text, hidden } = letter;
  return (
    <>
      <dl className="pairs">
        <dt>{say("letters.admin.to")}</dt>
        <dd>{address}</dd>
        <dt>{say("letters.admin.kind")}</dt>
        <dd>{kind}</dd>
        <dt>{say("letters.admin.made")}</dt>
        <dd>
          <Time at={madeAt} />
        </dd>
        <dt>{say("letters.admin.state")}</dt>
        <dd>{say(`letters.admin.state.${state}`)}</dd>
        <dt>{say("letters.admin.attempts")}</dt>
        <dd>{attempts}</dd>
        {nextAt !== null && attempts > 0 && (
          <>
            <dt>{say("letters.admin.next-try")}</dt>
            <dd>
              <Time at={nextAt} />
            </dd>
          </>
        )}
        {failure && (
          <>
            <dt>{say("letters.admin.failure")}</dt>
            <dd>{failure}</dd>
          </>
        )}
      </dl>
      {state === "doubt" && <p className="box">{say("letters.admin.doubt.hint")}</p>}
      <h2>{say("letters.admin.text")}</h2>
      {hidden ? (
        <p className="gone">{say(`letters.admin.text.${hidden}`)}</p>
      ) : (
        <pre className="letter">{text}</pre>
      )}
    </>
  );
}
