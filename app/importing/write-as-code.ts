/** The text as code, as it was written, between marks longer than any in it; its end is cut off where all would be longer than `most` characters. */
export function writeAsCode(raw: string, most: number): string {
  const fences = ["`", "~"].map((mark) => mark.repeat(1 + longestRun(raw, mark)));
  const fence = fences[0]!.length <= fences[1]!.length ? fences[0]! : fences[1]!;
  const room = Math.max(0, most - 2 * (fence.length + 1));
  const text = raw.replace(/\r\n?/g, "\n").slice(0, room);
  return `${fence}\n${text.replace(/[\ud800-\udbff]$/, "")}\n${fence}`;
}

/** Marks in a row, two at least, for fewer than three open no code. */
const longestRun = (text: string, mark: string) =>
  (text.match(new RegExp(`${mark}+`, "g")) ?? []).reduce(
    (longest, run) => Math.max(longest, run.length),
    2,
  );
