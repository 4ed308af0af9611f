/** What was typed for a place that is not there, to be taken elsewhere. */
import type { HandedBack } from "../refusals.ts";
import { type MessageKey, say, sayIt } from "../strings/say.ts";
import { TextArea } from "../ui/field.tsx";

/** Whatever else people type, shown where there is something in it. */
const others: [name: string, label: MessageKey][] = [
  ["title", "write.field.title"],
  ["topics", "write.field.topics"],
  ["url", "write.field.url"],
  ["quote", "write.field.quote"],
  ["disclosure", "write.field.disclosure"],
  ["norms", "write.field.norms"],
];

export function TextKept({ handedBack }: { handedBack: HandedBack | undefined }) {
  const isTyped = ([name]: [name: string, label: MessageKey]) =>
    /\S/.test(handedBack?.values[name] ?? "");
  return (
    <main id="main">
      <h1>{handedBack?.refused ? sayIt(handedBack.refused) : say("error.404.title")}</h1>
      <form className="form" method="post" action="/preview">
        {others.filter(isTyped).map(([name, label]) => (
          <TextArea key={name} name={name} label={say(label)} rows={2} handedBack={handedBack} />
        ))}
        <TextArea
          name="body"
          label={say("write.field.body.kept")}
          rows={12}
          handedBack={handedBack}
        />
      </form>
      <p className="row">
        <a className="button" href="/">
          {say("error.404.threads")}
        </a>
      </p>
    </main>
  );
}
