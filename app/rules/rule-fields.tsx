/** The fields of a rule. */
import type { HandedBack } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { TextArea, TextField } from "../ui/field.tsx";
import { BODY_LETTERS } from "./rule.ts";

interface RuleFieldsProps {
  title?: string;
  body?: string;
  position: number;
  handedBack: HandedBack | undefined;
}

export function RuleFields({ title, body, position, handedBack }: RuleFieldsProps) {
  return (
    <>
      <TextField
        name="title"
        label={say("rules.admin.field.title")}
        value={title}
        autoComplete="off"
        required
        handedBack={handedBack}
      />
      <TextArea
        name="body"
        label={say("rules.admin.field.body")}
        hint={say("rules.admin.field.body.hint", { most: BODY_LETTERS })}
        rows={8}
        value={body}
        handedBack={handedBack}
      />
      <TextField
        name="position"
        label={say("rules.admin.field.position")}
        value={String(position)}
        autoComplete="off"
        required
        handedBack={handedBack}
      />
    </>
  );
}
