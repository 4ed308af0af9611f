import { say } from "../strings/say.ts";

/** One press, and this browser is signed out. */
export function SignOutForm() {
  return (
    <form method="post" action="/sign-out">
      <button type="submit" className="button">
        {say("frame.sign-out")}
      </button>
    </form>
  );
}
