/** Letters of a passage that a line shows. */
const MOST_LETTERS = 140;

/** The beginning of a passage, for a line of a list. */
export function excerptOf(text: string): string {
  const letters = [...text.replace(/\s+/g, " ").trim()];
  return letters.length > MOST_LETTERS
    ? `${letters
        .slice(0, MOST_LETTERS - 1)
        .join("")
        .trimEnd()}…`
    : letters.join("");
}
