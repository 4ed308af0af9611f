/** Reasons to start from, for the acts of a form. Without a script its button brings the form again, with the text in the field. */
import type { HandedBack } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { templates } from "./templates.ts";

interface TemplateProps {
  acts: readonly string[];
  handedBack: HandedBack | undefined;
}

export function TemplateField({ acts, handedBack }: TemplateProps) {
  const fitting = templates.filter(({ act }) => acts.includes(act));
  if (fitting.length === 0) return null;
  return (
    <div className="field">
      <label htmlFor="template">{say("moderation.decide.template")}</label>
      <div className="row seek">
        <select id="template" name="template" defaultValue={handedBack?.values.template ?? ""}>
          <option value="">{say("moderation.decide.template.choose")}</option>
          {fitting.map(({ name, act, label, text }) => (
            <option key={name} value={name} data-choice={act} data-text={say(text)}>
              {say(label)}
            </option>
          ))}
        </select>
        <button type="submit" className="button" name="take" value="1" formNoValidate>
          {say("moderation.decide.template.use")}
        </button>
      </div>
    </div>
  );
}
