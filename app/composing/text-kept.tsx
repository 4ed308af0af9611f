/** What was typed for a place that is not there, to be taken elsewhere. */
import type { HandedBack } from "../refusals.ts";
import { say, sayIt } from "../strings/say.ts";
import { TextArea } from "../ui/field.tsx";

export function TextKept({ handedBack }: { handedBack: HandedBack | undefined }) {
  return (
    <main id="main">
      <h1>{handedBack?.refused ? sayIt(handedBack.refused) : say("error.404.title")}</h1>
      <form className="form" method="post" action="/preview">
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
