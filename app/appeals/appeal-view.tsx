/** An appeal, what it is about, and where it is decided. */

import { ActList } from "../desk/act-list.tsx";
import { TypedWords } from "../desk/kept-words.tsx";
import type { ActLine } from "../desk/list-acts.server.ts";
import { TemplateField } from "../desk/template-field.tsx";
import { REASON_MIN } from "../events/reason.ts";
import type { HandedBack } from "../refusals.ts";
import { say, sayIt, sayRich } from "../strings/say.ts";
import { TextArea } from "../ui/field.tsx";
import { HandedBackNote } from "../ui/handed-back.tsx";
import { Time } from "../ui/time.tsx";
import type { AppealView as Seen } from "./read-appeal.server.ts";

interface AppealProps {
  appeal: Seen;
  act: ActLine;
  handedBack: HandedBack | undefined;
}

export function AppealView({ appeal, act, handedBack }: AppealProps) {
  const { name, body, madeAt, dueAt, caseId, verdict } = appeal;
  return (
    <>
      <section className="page-section" aria-labelledby="says">
        <h2 id="says">{say("appeals.says", { name })}</h2>
        <p className="prose note" dir="auto">
          {body}
        </p>
        <p className="meta">
          <span>{sayRich("appeals.made", { time: () => <Time key="made" at={madeAt} /> })}</span>
          {verdict === null && (
            <span>
              {sayRich("appeals.due", { time: () => <Time key="due" at={dueAt} isFixed /> })}
            </span>
          )}
        </p>
      </section>
      <section className="page-section" aria-labelledby="act">
        <h2 id="act">{say("appeals.act")}</h2>
        <ActList acts={[act]} />
        {caseId !== null && (
          <p>
            <a href={`/moderation/cases/${caseId}`}>{say("appeals.to-case")}</a>
          </p>
        )}
      </section>
      <section className="page-section" aria-labelledby="decide">
        <h2 id="decide">{say("appeals.decide")}</h2>
        <Decide appeal={appeal} handedBack={handedBack} />
      </section>
    </>
  );
}

function Decide({ appeal, handedBack }: Omit<AppealProps, "act">) {
  const { id, name, verdict, reason, decidedBy, mayNot } = appeal;
  if (verdict !== null) {
    return (
      <>
        <TypedWords handedBack={handedBack} />
        <p>{say("appeals.decided", { verdict, name: decidedBy ?? "" })}</p>
        <p className="prose" dir="auto">
          {reason}
        </p>
      </>
    );
  }
  if (mayNot) {
    return (
      <>
        <TypedWords handedBack={handedBack} />
        <p>{sayIt(mayNot)}</p>
      </>
    );
  }
  const chosen = handedBack?.values.verdict ?? "upheld";
  return (
    <form className="form decide" method="post" action={`/moderation/appeals/${id}`}>
      <HandedBackNote form={handedBack} />
      <fieldset className="choices stacked">
        <legend className="unseen">{say("appeals.verdict")}</legend>
        {(["upheld", "overturned"] as const).map((each, place) => (
          <label key={each}>
            <input
              type="radio"
              name="verdict"
              value={each}
              defaultChecked={each === chosen}
              data-key={place + 1}
            />
            {say(`appeals.${each}`)}
          </label>
        ))}
      </fieldset>
      <TextArea
        name="reason"
        minLength={REASON_MIN}
        label={say("moderation.decide.reason")}
        hint={say("moderation.decide.reason.hint", { author: name })}
        rows={4}
        handedBack={handedBack}
      />
      <p>
        <button type="submit" className="button first" data-key="d">
          {say("moderation.decide.do")}
        </button>
      </p>
      <TemplateField acts={["upheld", "overturned"]} handedBack={handedBack} />
    </form>
  );
}
