/** Where a moderator decides: what to do, by which rule, and why. */

import type { ReactNode } from "react";
import { REASON_MIN } from "../events/reason.ts";
import type { HandedBack } from "../refusals.ts";
import { say, sayIt } from "../strings/say.ts";
import { TextArea } from "../ui/field.tsx";
import { HandedBackNote } from "../ui/handed-back.tsx";
import type { Choice } from "./choices.ts";
import { TemplateField } from "./template-field.tsx";

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
  /** Of the case; null for none. */
  ruleId: number | null;
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
  const { action, rules, ruleId, version, author, handedBack, canPass } = props;
  const typed = handedBack?.values;
  // To take a text is not to look at the case again.
  const seen = handedBack?.status === 200 ? typed?.version : version;
  return (
    <form className="form tight decide" method="post" action={action}>
      <HandedBackNote form={handedBack} />
      {version !== null && <input type="hidden" name="version" value={seen ?? version} />}
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
        <select id="rule" name="rule" defaultValue={typed?.rule ?? ruleId ?? ""}>
          {rules.map(({ id, position, title }) => (
            <option key={id} value={id}>
              {say("moderation.decide.rule.named", { position, title })}
            </option>
          ))}
          <option value="">{say("moderation.decide.rule.none")}</option>
        </select>
      </div>
      {props.children}
      <TemplateField acts={props.choices} handedBack={handedBack} />
      <TextArea
        name="reason"
        minLength={REASON_MIN}
        label={say("moderation.decide.reason")}
        hint={say("moderation.decide.reason.hint", { author })}
        rows={4}
        handedBack={handedBack}
      />
      <p className="row">
        <button type="submit" className="button first" data-key="d">
          {say("moderation.decide.do")}
        </button>
        {canPass && (
          <button type="submit" className="button" name="pass" value="1" formNoValidate>
            {say("moderation.decide.pass")}
          </button>
        )}
      </p>
      <p className="hint">{say("moderation.decide.after")}</p>
    </form>
  );
}

function Choices({ choices, handedBack }: DecideProps) {
  const problem = handedBack?.problems.kind;
  const kind = handedBack?.values.kind ?? choices[0];
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
