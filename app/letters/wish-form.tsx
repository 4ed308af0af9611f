/** The form by which somebody chooses their letters. */
import { useEffect, useState } from "react";
import type { HandedBack } from "../refusals.ts";
import { type MessageKey, say, sayIt } from "../strings/say.ts";
import { describe, TextField } from "../ui/field.tsx";
import { HandedBackNote } from "../ui/handed-back.tsx";
import { digests, type Wish } from "./wish.ts";

interface WishFormProps {
  wish: Wish;
  /** They chose themselves, or are offered what everybody gets. */
  isChosen: boolean;
  zones: string[];
  handedBack: HandedBack | undefined;
}

export function WishForm({ wish, isChosen, zones, handedBack }: WishFormProps) {
  const typed = handedBack?.values;
  const value = (name: string, kept: string) => (typed ? (typed[name] ?? "") : kept);
  const zone = useOwnZone(isChosen ? wish.zone : null, wish.zone);
  return (
    <form className="form" method="post" action="/account/letters">
      <HandedBackNote form={handedBack} isPress />
      <fieldset className="field choices">
        <legend>{say("letters.at-once")}</legend>
        <label>
          <input
            type="checkbox"
            name="at-once"
            value="1"
            defaultChecked={value("at-once", wish.isAtOnce ? "1" : "") === "1"}
          />{" "}
          {say("letters.at-once.on")}
        </label>
        <p className="hint">{say("letters.at-once.hint")}</p>
      </fieldset>
      <fieldset
        className="field choices"
        aria-describedby={
          describe("digest", say("letters.digest.hint"), handedBack?.problems.digest)[
            "aria-describedby"
          ]
        }
      >
        <legend>{say("letters.digest")}</legend>
        {digests.map((digest) => (
          <label key={digest}>
            <input
              type="radio"
              name="digest"
              value={digest}
              defaultChecked={value("digest", wish.digest) === digest}
            />{" "}
            {say(`letters.digest.${digest}`)}
          </label>
        ))}
        <Problem name="digest" handedBack={handedBack} />
        <p className="hint" id="digest-hint">
          {say("letters.digest.hint")}
        </p>
      </fieldset>
      <Choice
        name="weekday"
        label={say("letters.weekday")}
        hint={say("letters.weekday.hint")}
        value={value("weekday", String(wish.weekday))}
        options={weekdays.map((key, at) => [String(at), say(key)])}
        handedBack={handedBack}
      />
      <Choice
        name="hour"
        label={say("letters.hour")}
        hint={say("letters.hour.hint")}
        value={value("hour", String(wish.hour))}
        options={hours.map((hour) => [String(hour), `${String(hour).padStart(2, "0")}:00`])}
        handedBack={handedBack}
      />
      <TextField
        key={zone}
        name="zone"
        label={say("letters.zone")}
        hint={say("letters.zone.hint")}
        value={zone}
        list="zones"
        autoComplete="off"
        handedBack={handedBack}
      />
      <datalist id="zones">
        {zones.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <p>
        <button type="submit" className="button first">
          {say("letters.save")}
        </button>
      </p>
    </form>
  );
}

const hours = [...Array(24).keys()];
const weekdays: MessageKey[] = [
  ...(["letters.weekday.0", "letters.weekday.1", "letters.weekday.2"] as const),
  ...(["letters.weekday.3", "letters.weekday.4", "letters.weekday.5"] as const),
  "letters.weekday.6",
];

/** The zone that was chosen; before, the browser's own, once its script runs. */
function useOwnZone(chosen: string | null, usual: string) {
  const [zone, setZone] = useState(chosen ?? usual);
  useEffect(() => {
    if (chosen === null) setZone(Intl.DateTimeFormat().resolvedOptions().timeZone || usual);
  }, [chosen, usual]);
  return zone;
}

interface ChoiceProps {
  name: string;
  label: string;
  hint: string;
  value: string;
  options: [value: string, label: string][];
  handedBack: HandedBack | undefined;
}

function Choice({ name, label, hint, value, options, handedBack }: ChoiceProps) {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <select
        id={name}
        name={name}
        defaultValue={value}
        {...describe(name, hint, handedBack?.problems[name])}
      >
        {options.map(([of, shown]) => (
          <option key={of} value={of}>
            {shown}
          </option>
        ))}
      </select>
      <Problem name={name} handedBack={handedBack} />
      <p className="hint" id={`${name}-hint`}>
        {hint}
      </p>
    </div>
  );
}

function Problem({ name, handedBack }: { name: string; handedBack: HandedBack | undefined }) {
  const problem = handedBack?.problems[name];
  return problem ? (
    <p className="problem" id={`${name}-problem`}>
      {sayIt(problem)}
    </p>
  ) : null;
}
