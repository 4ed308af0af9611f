/** Who asked, why, and how right they were before; what else speaks for and against. */
import { personPath } from "../accounts/person-link.tsx";
import { quoted } from "../strings/quoted.ts";
import { type MessageKey, say } from "../strings/say.ts";
import { WideTable } from "../ui/wide-table.tsx";
import { excerptOf } from "./excerpt-of.ts";
import type { CaseView } from "./read-case.server.ts";
import type { FlagLine } from "./read-case-flags.server.ts";
import { RecordPairs } from "./record-pairs.tsx";

export function CaseFlags({
  view,
}: {
  view: Pick<CaseView, "facts" | "flags" | "record" | "similar">;
}) {
  const { facts, flags, record, similar } = view;
  return (
    <section aria-labelledby="c-who">
      <h2 id="c-who">{say("moderation.case.who")}</h2>
      {flags === null ? (
        <p>{say("moderation.case.own")}</p>
      ) : flags.flags.length > 0 ? (
        <Flags {...flags} sides={sidesOf(facts)} />
      ) : (
        <p>{say(facts.isFound ? "moderation.case.found" : "moderation.case.no-flags")}</p>
      )}
      <dl className="pairs">
        <dt>{say("moderation.case.scorer")}</dt>
        <dd>
          {facts.score === null
            ? say("moderation.case.scorer.none")
            : say("moderation.case.scorer.value", { value: inHundredths(facts.score) })}
        </dd>
        <dt>{say("moderation.case.together")}</dt>
        <dd>
          {say("moderation.case.together.value", { value: inHundredths(facts.insult) })}
          {facts.weights &&
            say("moderation.case.together.sides", {
              own: inHundredths(facts.weights.own),
              others: inHundredths(facts.weights.others),
            })}
        </dd>
        <dt>{say("moderation.case.author")}</dt>
        <dd>
          <RecordPairs record={record} />
        </dd>
        <dt>{say("moderation.case.like-this")}</dt>
        <dd>
          <Similar cases={similar} />
        </dd>
      </dl>
    </section>
  );
}

const inHundredths = (value: number) => value.toFixed(2);

function Flags({ flags, isMore, sides }: NonNullable<CaseView["flags"]> & { sides: string }) {
  const caption = say("moderation.case.flags", { count: flags.length, sides });
  return (
    <>
      <WideTable label={caption}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{say("moderation.case.reason")}</th>
            <th scope="col" className="num">
              {say("moderation.case.before")}
            </th>
            <th scope="col">{say("moderation.case.by")}</th>
          </tr>
        </thead>
        <tbody>
          {flags.map((flag) => (
            <Flag key={flag.id} flag={flag} />
          ))}
        </tbody>
      </WideTable>
      {isMore && (
        <p className="hint">{say("moderation.case.flags.more", { most: flags.length })}</p>
      )}
    </>
  );
}

function sidesOf({ weights }: CaseView["facts"]): string {
  if (weights === null || weights.own + weights.others === 0) return "none";
  const { own, others } = weights;
  return own > 0 && others > 0 ? "both" : own > 0 ? "own" : "others";
}

function Flag({ flag }: { flag: FlagLine }) {
  const { reason, weight, note, passage, by, before } = flag;
  return (
    <tr>
      <th scope="row">
        {say(`flags.reason.${reason}` as MessageKey)}
        {passage && <span className="hint said">{quoted(excerptOf(passage))}</span>}
        {note && (
          <span className="said" dir="auto">
            {note}
          </span>
        )}
      </th>
      <td className="num">
        {before.decided > 0
          ? say("moderation.case.before.of", before)
          : say("moderation.case.before.none")}
      </td>
      <td>
        <a href={personPath(by)}>
          <bdi>{by}</bdi>
        </a>
        {weight === 0 && <span className="hint said">{say("moderation.case.weightless")}</span>}
      </td>
    </tr>
  );
}

function Similar({ cases }: { cases: CaseView["similar"] }) {
  if (cases.length === 0) return <>{say("moderation.case.like-this.none")}</>;
  return (
    <ul className="similar-cases">
      {cases.map(({ id, passage, state, wasAppealed }) => (
        <li key={id}>
          <a href={`/moderation/cases/${id}`}>{say("moderation.line.case", { id })}</a>
          {": "}
          {say(`moderation.state.${state}` as MessageKey)}
          {wasAppealed && say("moderation.case.like-this.appealed")}
          {passage && <span className="hint said">{quoted(excerptOf(passage))}</span>}
        </li>
      ))}
    </ul>
  );
}
