/** A text on one line, cut after so many letters with "…" where it has more. */
export function shorten(text: string, most: number): string {
  // Of a long text no more is looked at than can be shown.
  const line = text.slice(0, 4 * most).replace(/\s+/g, " ");
  const letters = [...line.trim()];
  return letters.length > most ? `${letters.slice(0, most).join("")}…` : letters.join("");
}
