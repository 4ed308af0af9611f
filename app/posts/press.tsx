/** One press below a post, and another press takes it back; with script it stays on the page. */
interface PressProps {
  action: string;
  /** The field of the form. */
  name: string;
  /** What the next press sends, one letter: 1 to press, 0 to take it back; "-" where there is nothing to press. */
  value: string;
  /** What the button says before it is pressed, and after. */
  words: readonly [string, string];
  /** What those who listen are told besides. */
  of: string;
}

/** Both words are there, so that a page for many readers differs in one letter; the stylesheet shows the one that holds. */
export function Press({ action, name, value, words, of }: PressProps) {
  return (
    <form method="post" action={action}>
      <button type="submit" className="plain press" name={name} value={value}>
        <span>{words[0]}</span>
        <span>{words[1]}</span>
        <span className="unseen">{of}</span>
      </button>
    </form>
  );
}
