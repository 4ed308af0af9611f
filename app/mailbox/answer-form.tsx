/** Where a moderator writes to somebody. */
import type { HandedBack } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { TextArea } from "../ui/field.tsx";
import { HandedBackNote } from "../ui/handed-back.tsx";
import { mailboxPath } from "./message.ts";
import type { Mailbox } from "./read-mailbox.server.ts";

interface AnswerProps {
  name: string;
  mailbox: Pick<Mailbox, "version" | "waitsSince">;
  handedBack: HandedBack | undefined;
}

export function AnswerForm({ name, mailbox, handedBack }: AnswerProps) {
  return (
    <form className="form" method="post" action={mailboxPath(name)}>
      <HandedBackNote form={handedBack} />
      <input type="hidden" name="version" value={mailbox.version} />
      <TextArea
        name="body"
        label={say("mailbox.answer")}
        hint={say("mailbox.answer.hint", { name })}
        rows={6}
        handedBack={handedBack}
      />
      <p className="row">
        <button type="submit" className="button first">
          {say("mailbox.send")}
        </button>
        {mailbox.waitsSince !== null && (
          <button type="submit" className="button" name="rest" value="1">
            {say("mailbox.rest")}
          </button>
        )}
      </p>
    </form>
  );
}
