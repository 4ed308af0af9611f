/** Markdown from a template literal, without the indentation that the source gives it. */
export function text(parts: TemplateStringsArray): string {
  const lines = parts.join("").replace(/^\n/, "").trimEnd().split("\n");
  const indents = lines.filter((line) => line.trim()).map((line) => line.search(/\S/));
  const indent = Math.min(...indents);
  return lines.map((line) => line.slice(indent)).join("\n");
}
