/** Places in Markdown where a text may stand: what each of our rules makes of it has to be as safe as the text alone. */

/** The posts and people that stand in them are known. */
export const known = { people: ["Ada"], posts: [{ id: 12, author: "Ada" }] };

const indent = (text: string, by: string) => text.replace(/^/gm, by);
/** A fence longer than any in the text. */
const fence = (text: string) =>
  "`".repeat(Math.max(3, ...(text.match(/`+/g) ?? []).map((run) => run.length + 1)));

/** What holds whole blocks. */
export const blocks: Record<string, (text: string) => string> = {
  quotation: (text) => `${indent(`[Ada](/posts/12):\n${text}`, "> ")}\n`,
  "a model's fence": (text) => `${fence(text)}ai Tern 3\n${text}\n${fence(text)}\n`,
  "a model's quotation": (text) => `${indent(`[!AI Tern 3]\n${text}`, "> ")}\n`,
  footnote: (text) => `See[^n].\n\n[^n]: ${indent(text, "    ").trimStart()}\n`,
  "folded part": (text) => `<details><summary>a</summary>\n\n${text}\n\n</details>\n`,
  list: (text) => `- a\n\n${indent(text, "  ")}\n`,
};

const line = (text: string) => text.replace(/\s+/g, " ");

/** What holds words of one line. */
export const lines: Record<string, (text: string) => string> = {
  formula: (text) => `So $${line(text)}$ and $\\text{${line(text)}}$ hold.`,
  "formula of its own": (text) => `$$\n${text}\n$$\n`,
  "note in place": (text) => `a^[${line(text)}] @Ada :tada:`,
  "model's name": (text) => `\`\`\`ai ${line(text)}\nx\n\`\`\`\n\n> [!AI ${line(text)}]\n> x\n`,
  "label of a note": (text) => `a[^${line(text)}]\n\n[^${line(text)}]: ${line(text)}\n`,
  "name of who is quoted": (text) => `> [${line(text)}](/posts/12):\n> ${line(text)}\n`,
  "name and code": (text) => `@${line(text)} :${line(text)}: @Ada${line(text)}`,
  summary: (text) => `<details><summary>$x$ ^[${line(text)}]</summary>\n\na\n\n</details>`,
  "cell of a table": (text) => `| a |\n|-|\n| ^[$x$ ${line(text)}] |\n`,
};
