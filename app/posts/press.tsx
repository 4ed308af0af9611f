/** A press beside the votes: both its words are there, and the stylesheet shows the one that holds. */
interface PressProps {
  /** Where it is sent. */
  to: string;
  /** The field of the form. */
  name: "thanks" | "saved";
  /** What the button says before it is pressed, and after. */
  words: readonly [string, string];
}

export function Press({ to, name, words }: PressProps) {
  return (
    <button type="submit" className="plain" formAction={to} name={name} value="1">
      <i>{words[0]}</i>
      <b>{words[1]}</b>
    </button>
  );
}
