/** A form that comes back to somebody who is not signed in any more: only what they wrote. */
import type { HandedBack } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { TextArea } from "../ui/field.tsx";
import { HandedBackNote } from "../ui/handed-back.tsx";

/** Where words may have been typed. */
const fields = ["reason", "note", "body"];

export function KeptWords({ handedBack }: { handedBack: HandedBack | undefined }) {
  const typed = fields.filter((name) => /\S/.test(handedBack?.values[name] ?? ""));
  return (
    <main id="main">
      <h1>{say("moderation.kept.title")}</h1>
      <HandedBackNote form={handedBack} isPress={typed.length === 0} />
      <form className="form">
        {typed.map((name) => (
          <TextArea
            key={name}
            name={name}
            label={say("moderation.kept.words")}
            rows={6}
            handedBack={handedBack}
          />
        ))}
      </form>
    </main>
  );
}
