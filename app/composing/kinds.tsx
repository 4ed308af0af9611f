/** The kinds of a reply, to choose from. */
import type { HandedBack } from "../refusals.ts";
import { say, sayIt } from "../strings/say.ts";
import { POST_KINDS } from "./draft.ts";

export function Kinds({ handedBack }: { handedBack: HandedBack | undefined }) {
  const chosen = handedBack?.values.kind ?? "reply";
  return (
    <fieldset className="choices">
      <legend>
        {say("write.field.kind")} <span className="hint">{say("write.field.kind.hint")}</span>
      </legend>
      {POST_KINDS.map((kind) => (
        <label key={kind}>
          <input type="radio" name="kind" value={kind} defaultChecked={kind === chosen} />{" "}
          {say(`post.kind.${kind}`)}
        </label>
      ))}
      <Problem name="kind" handedBack={handedBack} />
    </fieldset>
  );
}

/** What is wrong with something that is no field of text. */
export function Problem({
  name,
  handedBack,
}: {
  name: string;
  handedBack: HandedBack | undefined;
}) {
  const problem = handedBack?.problems[name];
  return (
    problem && (
      <p className="problem" id={`${name}-problem`}>
        {sayIt(problem)}
      </p>
    )
  );
}
