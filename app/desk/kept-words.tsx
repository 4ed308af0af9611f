/** A form that comes back where it is not drawn any more: why, and what was written in it. */
import type { HandedBack } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { TextArea } from "../ui/field.tsx";
import { HandedBackNote } from "../ui/handed-back.tsx";

/** Where words may have been typed. */
const fields = ["reason", "note", "body"];

/** The page of whoever is not signed in any more. */
export function KeptWords({ handedBack }: { handedBack: HandedBack | undefined }) {
  return (
    <main id="main">
      <h1>{say("moderation.kept.title")}</h1>
      <TypedWords handedBack={handedBack} />
    </main>
  );
}

/** In place of the form, where it would have been; nothing where none comes back. */
export function TypedWords({ handedBack }: { handedBack: HandedBack | undefined }) {
  const typed = fields.filter((name) => /\S/.test(handedBack?.values[name] ?? ""));
  if (!handedBack) return null;
  return (
    <>
      <HandedBackNote form={handedBack} isPress={typed.length === 0} />
      {typed.length > 0 && (
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
      )}
    </>
  );
}
