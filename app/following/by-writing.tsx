/** The switch for following what one writes in, and the way to what comes by letter. */
import { say, sayRich } from "../strings/say.ts";

export function ByWriting({ follows }: { follows: boolean }) {
  return (
    <div id="by-writing">
      <h2>{say("following.by-writing")}</h2>
      <p>{say(follows ? "following.by-writing.on" : "following.by-writing.off")}</p>
      <form method="post" action="/following/by-writing">
        <button type="submit" className="plain" name="follows" value={follows ? "0" : "1"}>
          {say(follows ? "following.by-writing.turn-off" : "following.by-writing.turn-on")}
        </button>
      </form>
    </div>
  );
}

export function ByLetter() {
  return (
    <div>
      <h2>{say("following.letters")}</h2>
      <p>
        {sayRich("following.letters.text", {
          letters: (parts) => (
            <a key="letters" href="/account/letters">
              {parts}
            </a>
          ),
        })}
      </p>
    </div>
  );
}
