/** Whether letters reach the address, and the way to have them. */
import { say } from "../strings/say.ts";

export type EmailStateName = "confirmed" | "unconfirmed" | "bounced";

export function EmailState({ state }: { state: EmailStateName }) {
  if (state === "confirmed") return <p className="meta">{say("letters.email.confirmed")}</p>;
  return (
    <form className="box" method="post" action="/account/email">
      <p>{say(`letters.email.${state}`)}</p>
      <p>
        <button type="submit" className="button" name="again" value="1">
          {say("letters.email.again")}
        </button>
      </p>
    </form>
  );
}
