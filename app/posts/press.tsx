/** One press below a post, and another press takes it back; with script it stays on the page. */
interface PressProps {
  action: string;
  /** The field of the form, 1 to press and 0 to take back. */
  name: string;
  isPressed: boolean;
  /** What the button says before it is pressed, and after. */
  words: readonly [string, string];
  /** What those who listen are told besides. */
  of: string;
}

export function Press({ action, name, isPressed, words, of }: PressProps) {
  const [now, other] = isPressed ? [words[1], words[0]] : words;
  return (
    <form method="post" action={action}>
      <button
        type="submit"
        className="plain"
        name={name}
        value={isPressed ? "0" : "1"}
        data-pressed={isPressed}
        data-other={other}
      >
        {now}
        <span className="unseen">{of}</span>
      </button>
    </form>
  );
}
