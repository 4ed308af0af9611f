/** The page on which a moderator pins or locks a thread, or undoes it. */

import { TemplateField } from "../desk/template-field.tsx";
import { REASON_MIN } from "../events/reason.ts";
import type { HandedBack } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { TextField } from "../ui/field.tsx";
import { HandedBackNote } from "../ui/handed-back.tsx";
import { threadPath } from "./thread-path.ts";

export type ModerateDeed = "pin" | "unpin" | "lock" | "unlock";

interface ModeratePageProps {
  thread: { id: number; title: string; slug: string };
  deed: ModerateDeed;
  handedBack: HandedBack | undefined;
}

export function ModeratePage({ thread, deed, handedBack }: ModeratePageProps) {
  const act = deed.replace(/^un/, "");
  return (
    <main id="main">
      <header className="page-head">
        <p className="meta">
          <a href={threadPath(thread)}>{thread.title}</a>
        </p>
        <h1>{say(`threads.${deed}.title`)}</h1>
        <p className="prose">{say(`threads.${deed}.text`)}</p>
      </header>
      <form className="form" method="post" action={`/threads/${thread.id}/${act}`}>
        <HandedBackNote form={handedBack} />
        {deed.startsWith("un") && <input type="hidden" name="undo" value="1" />}
        <TextField
          name="reason"
          minLength={REASON_MIN}
          label={say("threads.reason")}
          hint={say("threads.reason.hint")}
          handedBack={handedBack}
          required
        />
        <p className="row">
          <button type="submit" className="button first">
            {say(`threads.${deed}`)}
          </button>
          <a className="plain" href={threadPath(thread)}>
            {say("threads.back")}
          </a>
        </p>
        <TemplateField acts={[deed]} handedBack={handedBack} />
      </form>
    </main>
  );
}
