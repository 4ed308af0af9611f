/** The four levels, each with what it means, and to let go. */
import type { FollowKind, FollowLevel } from "#db/schema.ts";
import { Choices } from "../administration/fields.tsx";
import type { HandedBack } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { HandedBackNote } from "../ui/handed-back.tsx";
import { levelsOf, USUAL } from "./level.ts";

interface LevelChoiceProps {
  kind: FollowKind;
  /** As forms name the thing. */
  id: string;
  name: string;
  /** Null where it is not followed. */
  level: FollowLevel | null;
  handedBack: HandedBack | undefined;
}

export function LevelChoice({ kind, id, name, level, handedBack }: LevelChoiceProps) {
  const wishes = [...levelsOf(kind), ...(level === null ? [] : ["none" as const])];
  return (
    <form className="form levels" method="post" action="/follow">
      <HandedBackNote form={handedBack} isPress />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="id" value={id} />
      <Choices
        name="level"
        legend={say("following.choose")}
        chosen={level ?? USUAL}
        choices={wishes.map((value) => ({
          value,
          label: say(`following.level.${value}`),
          text: say(`following.level.${value}.text`, { kind, name }),
        }))}
        handedBack={handedBack}
      />
      <p className="row">
        <button type="submit" className="button first">
          {say("following.choose.save")}
        </button>
        <a href="/following">{say("following.choose.all")}</a>
      </p>
    </form>
  );
}
