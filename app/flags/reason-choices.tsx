/** What may be wrong with a post, each with what it means and the rule that it appeals to. */
import type { HandedBack } from "../refusals.ts";
import { type MessageKey, say, sayIt } from "../strings/say.ts";
import { type FlagReason, flagReasons, reasonFacts } from "./reasons.ts";

export interface RuleName {
  slug: string;
  position: number;
  title: string;
}

const groups: [MessageKey, (reason: FlagReason) => boolean][] = [
  ["flags.pointing", (reason) => reasonFacts[reason].needsPassage],
  ["flags.whole", (reason) => !reasonFacts[reason].needsPassage && !reasonFacts[reason].isUrgent],
  ["flags.urgent", (reason) => reasonFacts[reason].isUrgent],
];

interface ReasonChoicesProps {
  rules: readonly RuleName[];
  /** What was said before, or nothing. */
  chosen: string;
  handedBack: HandedBack | undefined;
}

export function ReasonChoices({ rules, chosen, handedBack }: ReasonChoicesProps) {
  const problem = handedBack?.problems.reason;
  const typed = handedBack?.values.reason ?? chosen;
  return (
    <fieldset className="field reasons" aria-describedby={problem ? "reason-problem" : undefined}>
      <legend>{say("flags.reason")}</legend>
      {problem && (
        <p className="problem" id="reason-problem">
          {sayIt(problem)}
        </p>
      )}
      {groups.map(([key, isOfGroup]) => (
        <div key={key} className="choices">
          <p className="hint">{say(key)}</p>
          {flagReasons.filter(isOfGroup).map((reason) => (
            <label key={reason}>
              <input
                type="radio"
                name="reason"
                value={reason}
                defaultChecked={reason === typed}
                required
              />
              <span>
                {say(`flags.reason.${reason}`)}{" "}
                <span className="hint">
                  {say(`flags.meaning.${reason}`)} <RuleOf reason={reason} rules={rules} />
                </span>
              </span>
            </label>
          ))}
        </div>
      ))}
    </fieldset>
  );
}

/** None where administrators retired it. */
function RuleOf({ reason, rules }: { reason: FlagReason; rules: readonly RuleName[] }) {
  const rule = rules.find(({ slug }) => slug === reasonFacts[reason].rule);
  if (!rule || reason === "other") return null;
  return (
    <a href={`/rules#${rule.slug}`} target="_blank" rel="noopener">
      {say("flags.rule", { number: rule.position })}
      <span className="unseen">: {rule.title}</span>
    </a>
  );
}
