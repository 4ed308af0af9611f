/** Whether letters reach the address, and the way to have them. */
import { say } from "../strings/say.ts";

export type EmailStateName = "confirmed" | "unconfirmed" | "bounced";

/** `sends`: a mail server takes letters of this forum. */
export function EmailState({ state, sends }: { state: EmailStateName; sends: boolean }) {
  if (state === "confirmed") return <p className="meta">{say("letters.email.confirmed")}</p>;
  return (
    <form className="box" method="post" action="/account/email">
      <p>{say(sends ? `letters.email.${state}` : "letters.email.none-sent")}</p>
      <p>
        <button type="submit" className="button" name="again" value="1">
          {say(sends ? "letters.email.again" : "letters.email.another")}
        </button>
      </p>
    </form>
  );
}
