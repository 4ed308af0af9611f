/** The fields that forms of administration share. */
import { REASON_MIN } from "../events/reason.ts";
import type { HandedBack } from "../refusals.ts";
import { say, sayIt } from "../strings/say.ts";
import { NAME_LETTERS } from "../topics/topic.ts";
import { TextField } from "../ui/field.tsx";

interface Given {
  handedBack: HandedBack | undefined;
}

/** Why; it stands in the public log. */
export function ReasonField({ handedBack, isOptional }: Given & { isOptional?: boolean }) {
  return (
    <TextField
      name="reason"
      minLength={REASON_MIN}
      label={say(isOptional ? "administration.reason.optional" : "administration.reason")}
      hint={isOptional ? undefined : say("administration.reason.hint")}
      autoComplete="off"
      required={!isOptional}
      handedBack={handedBack}
    />
  );
}

interface ChoicesProps extends Given {
  name: string;
  legend: string;
  chosen: string;
  choices: { value: string; label: string; text: string }[];
}

/** One of a few, each with what it means. */
export function Choices({ name, legend, chosen, choices, handedBack }: ChoicesProps) {
  const problem = handedBack?.problems[name];
  const typed = handedBack?.values[name] ?? chosen;
  return (
    <fieldset className="field" aria-describedby={problem ? `${name}-problem` : undefined}>
      <legend>{legend}</legend>
      {problem && (
        <p className="problem" id={`${name}-problem`}>
          {sayIt(problem)}
        </p>
      )}
      <div className="choices">
        {choices.map(({ value, label, text }) => (
          <label key={value}>
            <input type="radio" name={name} value={value} defaultChecked={value === typed} />
            <span>
              {label} <span className="hint">{text}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** What a topic is called and what it is about. */
export function TopicFields({
  handedBack,
  name,
  about,
}: Given & { name?: string; about?: string }) {
  return (
    <>
      <TextField
        name="name"
        label={say("administration.topics.name")}
        hint={say("administration.topics.name.hint", { most: NAME_LETTERS })}
        value={name}
        autoComplete="off"
        required
        handedBack={handedBack}
      />
      <TextField
        name="about"
        label={say("administration.topics.about")}
        hint={say("administration.topics.about.hint")}
        value={about}
        autoComplete="off"
        handedBack={handedBack}
      />
    </>
  );
}
