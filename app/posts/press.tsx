/** A press beside the votes: both its words are there, and the stylesheet shows the one that holds. */
import { say } from "../strings/say.ts";

interface PressProps {
  /** Where it is sent. */
  to: string;
  /** The field of the form. */
  name: "thanks" | "saved";
  /** What the button says before it is pressed, and after. */
  words: readonly [string, string];
  /** Whose it is, for whoever meets the button alone. */
  post: { id: number; author: string };
}

export function Press({ to, name, words, post: { id, author } }: PressProps) {
  return (
    <button type="submit" className="plain" formAction={to} name={name} value="1">
      <i>{words[0]}</i>
      <b>{words[1]}</b>
      <span className="unseen">{say("votes.of", { author, id })}</span>
    </button>
  );
}
