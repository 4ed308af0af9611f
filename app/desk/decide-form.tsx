/** Where a moderator decides: what to do, by which rule, and why. */
import type { ReactNode } from "react";
import type { HandedBack } from "../refusals.ts";
import { say, sayIt } from "../strings/say.ts";
import { TextArea } from "../ui/field.tsx";
import { HandedBackNote } from "../ui/handed-back.tsx";
import type { Choice } from "./choices.ts";
import { type Template, templates } from "./templates.ts";

export interface RuleChoice {
  id: number;
  position: number;
  title: string;
}

interface DecideProps {
  /** Where the form goes. */
  action: string;
  choices: readonly Choice[];
  rules: readonly RuleChoice[];
  /** What is chosen where nothing is handed back. */
  chosen: { kind: Choice | null; ruleId: number | null; template: Template | null };
  /** Of the case; null where the act opens one. */
  version: number | null;
  /** Who is told. */
  author: string;
  /** Then all their posts may go as spam at once. */
  isOfNewcomer: boolean;
  handedBack: HandedBack | undefined;
  /** Left to another: the way on. */
  canPass: boolean;
  /** What else is asked. */
  children?: ReactNode;
}

export function DecideForm(props: DecideProps) {
  const { action, rules, chosen, version, author, handedBack, canPass } = props;
  const typed = handedBack?.values;
  const text = chosen.template ? say(chosen.template.text) : "";
  return (
    <form className="form tight decide" method="post" action={action}>
      <HandedBackNote form={handedBack} />
      {version !== null && <input type="hidden" name="version" value={version} />}
      <Choices {...props} />
      {props.isOfNewcomer && props.choices.includes("spam") && (
        <p className="choices">
          <label>
            <input type="checkbox" name="all" value="1" defaultChecked={typed?.all === "1"} />
            {say("moderation.decide.spam.all")}
          </label>
        </p>
      )}
      <div className="field">
        <label htmlFor="rule">{say("moderation.decide.rule")}</label>
        <select id="rule" name="rule" defaultValue={typed?.rule ?? chosen.ruleId ?? ""}>
          {rules.map(({ id, position, title }) => (
            <option key={id} value={id}>
              {say("moderation.decide.rule.named", { position, title })}
            </option>
          ))}
          <option value="">{say("moderation.decide.rule.none")}</option>
        </select>
      </div>
      {props.children}
      <TemplateField {...props} />
      <TextArea
        name="reason"
        label={say("moderation.decide.reason")}
        hint={say("moderation.decide.reason.hint", { author })}
        rows={4}
        value={text}
        handedBack={handedBack}
      />
      <p className="row">
        <button type="submit" className="button first" data-key="d">
          {say("moderation.decide.do")}
        </button>
        {canPass && (
          <button type="submit" className="button" name="pass" value="1">
            {say("moderation.decide.pass")}
          </button>
        )}
      </p>
      <p className="hint">{say("moderation.decide.after")}</p>
    </form>
  );
}

function Choices({ choices, chosen, handedBack }: DecideProps) {
  const problem = handedBack?.problems.kind;
  const kind = handedBack?.values.kind ?? chosen.kind ?? choices[0];
  return (
    <fieldset className="choices stacked" aria-describedby={problem ? "kind-problem" : undefined}>
      <legend className="unseen">{say("moderation.decide.action")}</legend>
      {problem && (
        <p className="problem" id="kind-problem">
          {sayIt(problem)}
        </p>
      )}
      {choices.map((choice, place) => (
        <label key={choice}>
          <input
            type="radio"
            name="kind"
            value={choice}
            defaultChecked={choice === kind}
            data-key={place + 1}
          />
          {say(`moderation.decide.${choice}`)}
        </label>
      ))}
    </fieldset>
  );
}

/** Without a script its button brings the page again, with the text in the field. */
function TemplateField({ action, choices, chosen }: DecideProps) {
  const fitting = templates.filter(({ choice }) => choices.includes(choice));
  if (fitting.length === 0) return null;
  return (
    <div className="field">
      <label htmlFor="template">{say("moderation.decide.template")}</label>
      <div className="row seek">
        <select id="template" name="template" defaultValue={chosen.template?.name ?? ""}>
          <option value="">{say("moderation.decide.template.choose")}</option>
          {fitting.map(({ name, choice, label, text }) => (
            <option key={name} value={name} data-choice={choice} data-text={say(text)}>
              {say(label)}
            </option>
          ))}
        </select>
        <button type="submit" className="button" formMethod="get" formAction={action}>
          {say("moderation.decide.template.use")}
        </button>
      </div>
    </div>
  );
}
