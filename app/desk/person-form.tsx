/** The form of one act on a person. */
import { REASON_MIN } from "../events/reason.ts";
import type { HandedBack } from "../refusals.ts";
import { say, sayIt } from "../strings/say.ts";
import { TextArea } from "../ui/field.tsx";
import { HandedBackNote } from "../ui/handed-back.tsx";
import { recordPath } from "./people.ts";
import { type PersonForm as Form, presets } from "./person-act.ts";
import { TemplateField } from "./template-field.tsx";

interface PersonFormProps {
  name: string;
  form: Form;
  rules: readonly { id: number; position: number; title: string }[];
  handedBack: HandedBack | undefined;
}

export function PersonForm({ name, form, rules, handedBack }: PersonFormProps) {
  return (
    <form className="form" method="post" action={`${recordPath(name)}/${form}`}>
      <HandedBackNote form={handedBack} />
      {form === "suspend" && <Until handedBack={handedBack} />}
      {(form === "warn" || form === "suspend") && (
        <div className="field">
          <label htmlFor="rule">{say("moderation.decide.rule")}</label>
          <select id="rule" name="rule" defaultValue={handedBack?.values.rule ?? ""}>
            <option value="">{say("moderation.decide.rule.none")}</option>
            {rules.map(({ id, position, title }) => (
              <option key={id} value={id}>
                {say("moderation.decide.rule.named", { position, title })}
              </option>
            ))}
          </select>
        </div>
      )}
      <TextArea
        name="reason"
        minLength={REASON_MIN}
        label={say("moderation.decide.reason")}
        hint={say("moderation.decide.reason.hint", { author: name })}
        rows={4}
        handedBack={handedBack}
      />
      <p className="row">
        <button type="submit" className="button first">
          {say(`moderation.person.${form}`)}
        </button>
        <a className="button" href={recordPath(name)}>
          {say("moderation.person.back")}
        </a>
      </p>
      <TemplateField acts={[form]} handedBack={handedBack} />
    </form>
  );
}

function Until({ handedBack }: Pick<PersonFormProps, "handedBack">) {
  const problem = handedBack?.problems.until;
  const chosen = handedBack?.values.days ?? "1";
  return (
    <fieldset className="field" aria-describedby={problem ? "until-problem" : undefined}>
      <legend>{say("moderation.person.until")}</legend>
      {problem && (
        <p className="problem" id="until-problem">
          {sayIt(problem)}
        </p>
      )}
      <div className="choices">
        {presets.map((days) => (
          <label key={days}>
            <input type="radio" name="days" value={days} defaultChecked={chosen === String(days)} />
            {say("moderation.person.days", { days })}
          </label>
        ))}
        <label>
          <input type="radio" name="days" value="date" defaultChecked={chosen === "date"} />
          {say("moderation.person.date")}
        </label>
      </div>
      <label className="unseen" htmlFor="until">
        {say("moderation.person.date.label")}
      </label>
      <input id="until" type="date" name="until" defaultValue={handedBack?.values.until} />
    </fieldset>
  );
}
