/** Replaces what stands between two marks; each text is read once, however many marks have no end. */
export function replaceBetween(
  text: string,
  open: RegExp,
  close: RegExp,
  write: (inner: string, opening: RegExpExecArray) => string,
): string {
  const begins = new RegExp(open.source, "gi");
  const ends = new RegExp(close.source, "gi");
  let written = "";
  let read = 0;
  for (let opening = begins.exec(text); opening; opening = begins.exec(text)) {
    ends.lastIndex = begins.lastIndex;
    const closing = ends.exec(text);
    if (!closing) break;
    const inner = text.slice(begins.lastIndex, closing.index);
    written += text.slice(read, opening.index) + write(inner, opening);
    read = ends.lastIndex;
    begins.lastIndex = read;
  }
  return written + text.slice(read);
}
