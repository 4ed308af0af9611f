import { afterAll, describe, expect, it } from "vitest";
import { mostHtml } from "#app/markdown/guards.ts";
import { renderMarkdown, stopRendering } from "#app/markdown/render.server.ts";
import type { Known } from "#app/references/known.ts";
import { WrongForm } from "#app/refusals.ts";
import { say } from "#app/strings/say.ts";
import { describeCorpora, generate, readCorpora } from "./corpus.ts";
import { known } from "./places.ts";

/** Bytes of a post, and of an import. */
const sizes = { "of a post": 32_768, "of an import": 131_072, "as generated": undefined };

afterAll(stopRendering);

/** Milliseconds that a text took, of a processor where others kept the machine busy, and how long its HTML is, or why it was refused. */
async function measure(
  markdown: string,
  known?: Known,
): Promise<{ took: number; length: number } | string> {
  await renderMarkdown("The worker is ready.");
  const begun = performance.now();
  const before = process.cpuUsage();
  try {
    const { length } = await renderMarkdown(markdown, undefined, known);
    const { user, system } = process.cpuUsage(before);
    return { took: Math.min(performance.now() - begun, (user + system) / 1000), length };
  } catch (error) {
    if (!(error instanceof WrongForm) || !error.problems.body) throw error;
    return say(error.problems.body.key, error.problems.body.values);
  }
}

/** Milliseconds: the worker's second, and the way there and back. */
const LONGEST = 1100;

const repeat = (unit: string, size: number) => unit.repeat(Math.floor(size / unit.length));
const nest = (open: string, close: string, size: number) => {
  const times = Math.floor(size / (open.length + close.length));
  return `${open.repeat(times)}x${close.repeat(times)}`;
};
const count = (write: (number: number) => string, size: number) => {
  const times = Math.floor(size / write(9999).length);
  return Array.from({ length: times }, (_, number) => write(number)).join("");
};

/** Texts of some size that each of our own rules could be slow on. */
const ownRules: Record<string, (size: number) => string> = {
  ...Object.fromEntries(
    [
      "$",
      "$ ",
      "$a ",
      "a$ ",
      "$1$1",
      "$$\n",
      "a\n$$\n",
      "$$a ",
      "$$a$$b\n",
      "*$a*$ ",
      "$a$ ",
      "\\$",
    ]
      .concat([
        "[^",
        "[^a]",
        "[^a]: ",
        "[^a]:\n",
        "^[",
        "^[a] ",
        "^[*a ",
        "^",
        "[^a]: x\n\n    y\n\n",
      ])
      .concat([":", ":a:", ":tada:", "@", "@a", "@Ada ", "a.@", "<details>\n", "a\n<details>x\n"])
      .concat([
        "```ai m\nx\n```\n",
        "```ai\n",
        "> [!AI m]\n",
        "> [!AI m]\nlazy\n",
        "> > [!AI x]\n> lazy\n",
      ])
      .concat([
        "> [a](/posts/12):\n",
        "> [a](/posts/12):\nlazy\n",
        "> [a](/posts/12):\n> a\n\n",
        "> [",
      ])
      .map((unit) => [JSON.stringify(unit), (size: number) => repeat(unit, size)]),
  ),
  "^[ in one another": (size) => nest("^[", "]", size),
  "many notes, each citing the next": (size) => count((one) => `[^${one}]: a[^${one + 1}]\n`, size),
  "one note cited without end": (size) => `${repeat("[^a] ", size - 20)}\n\n[^a]: x`,
  "many names": (size) => count((one) => `@n${one} `, size),
  "a model in a model": (size) =>
    Array.from(
      { length: Math.floor(Math.sqrt(size)) },
      (_, depth) => `${"> ".repeat(depth + 1)}[!AI m]`,
    )
      .join("\n")
      .slice(0, size),
  "heads of quotations, deeper and deeper": (size) =>
    repeat(
      Array.from({ length: 20 }, (_, depth) => `${"> ".repeat(depth + 1)}[a](/posts/12):\n`).join(
        "",
      ),
      size,
    ),
  "many small formulas": (size) => count((one) => `$x_{${one}}^2$ `, size),
  ...Object.fromEntries(
    [
      ["{", "}"],
      ["\\frac{", "}{y}"],
      ["x^{", "}"],
      ["\\left(", "\\right)"],
      ["\\pmb{", "}"],
      ["\\text{", "}"],
    ]
      .concat([
        ["\\begin{matrix}", "\\end{matrix}"],
        ["\\boldsymbol{", "}"],
        ["\\ce{", "}"],
        ["\\sqrt{", "}"],
      ])
      .map(([open = "", close = ""]) => [
        `formulas of ${open}`,
        (size: number) => repeat(`$$\n${nest(open, close, 3900)}\n$$\n\n`, size),
      ]),
  ),
  ...Object.fromEntries(
    ["&", "\\\\", "'", "ab+", "1", "\\dots ", "\\color{red}x", "\\not=", "\\hskip1em"].map(
      (unit) => [
        `formulas of many ${unit}`,
        (size: number) =>
          repeat(`$$\n\\begin{matrix}${repeat(unit, 3800)}\\end{matrix}\n$$\n\n`, size),
      ],
    ),
  ),
};

describe("A text made to be slow for our own rules", () => {
  it("is rendered within a second or refused with a reason, as long as a post may be", {
    timeout: 300_000,
  }, async () => {
    const slow: string[] = [];
    const refused: string[] = [];
    let slowest = 0;
    for (const [name, write] of Object.entries(ownRules)) {
      const text = write(32_768);
      const outcome = await measure(text, known);
      if (typeof outcome === "string") refused.push(`${name}: ${outcome.slice(0, 40)}…`);
      else {
        slowest = Math.max(slowest, outcome.took);
        if (outcome.took > LONGEST) slow.push(`${name}: ${Math.round(outcome.took)} ms`);
        if (outcome.length > mostHtml(text)) slow.push(`${name}: ${outcome.length} characters`);
      }
    }
    console.info(
      `${Object.keys(ownRules).length} texts, ${refused.length} refused, the slowest ${Math.round(slowest)} ms.\n${refused.join("\n")}`,
    );
    expect(slow).toEqual([]);
    expect(refused.length).toBeLessThan(15);
  });
});

describeCorpora("A text made to be slow", () => {
  /** What texts came to that are no longer at the next size. */
  const measured = new Map<string, Awaited<ReturnType<typeof measure>>>();
  for (const [size, limit] of Object.entries(sizes)) {
    it(`is rendered within a second or refused with a reason, ${size}`, {
      timeout: 300_000,
    }, async () => {
      const slow: string[] = [];
      const refused: string[] = [];
      let slowest = 0;
      let count = 0;
      for (const { id, note, pieces = [] } of readCorpora("markdown-pathological")) {
        const text = generate(pieces, limit);
        const outcome = measured.get(text) ?? (await measure(text));
        measured.set(text, outcome);
        count++;
        if (typeof outcome === "string") {
          refused.push(`${id.slice(-4)} ${note}: ${outcome.slice(0, 40)}…`);
        } else {
          slowest = Math.max(slowest, outcome.took);
          if (outcome.took > 1000) slow.push(`${id} ${note}: ${Math.round(outcome.took)} ms`);
        }
      }
      console.info(
        `${size}: ${count} texts, ${refused.length} refused, the slowest ${Math.round(slowest)} ms.\n${refused.join("\n")}`,
      );
      expect(slow).toEqual([]);
    });
  }
});
