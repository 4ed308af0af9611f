import { expect, it } from "vitest";
import { TooMuch } from "#app/markdown/guards.ts";
import { toHtml } from "#app/markdown/to-html.ts";
import { attacks, describeCorpora, readCorpora } from "./corpus.ts";
import { embed, findFaults } from "./oracle.ts";
import { blocks, known, lines } from "./places.ts";

function judge(markdown: string): string[] {
  try {
    return findFaults(embed(toHtml(markdown, known)));
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    return [`refused (${error.said.key})`];
  }
}

describeCorpora("Formulas, footnotes, a model's words and quotations", () => {
  it("keep nothing of an attack that stands in them", { timeout: 300_000 }, () => {
    const faults: string[] = [];
    let judged = 0;
    for (const { id, input } of readCorpora(...attacks)) {
      for (const [place, write] of Object.entries({ ...blocks, ...lines })) {
        judged++;
        for (const fault of judge(write(input))) faults.push(`${id}, ${place}: ${fault}`);
      }
    }
    console.info(`${judged} outputs judged, ${faults.length} faults.`);
    expect(faults).toEqual([]);
    expect(judged).toBeGreaterThan(30_000);
  });

  it("are safe inside one another, also with an attack", { timeout: 300_000 }, () => {
    const payloads = [
      "words",
      "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
      '</math></details></blockquote></div><img src=x onerror=alert(1)> $"onclick=x"$',
      "<svg></p><style><a id='</style><img src=1 onerror=alert(1)>'>",
      "[a](javascript:alert(1)) ^[b [c](javascript:x)] [^n] $\\href{javascript:x}{y}$",
    ];
    const faults: string[] = [];
    let judged = 0;
    for (const payload of payloads) {
      for (const [outer, around] of Object.entries(blocks)) {
        for (const [inner, within] of Object.entries({ ...blocks, ...lines })) {
          for (const [inmost, last] of Object.entries(lines)) {
            judged++;
            const markdown = around(within(last(payload)));
            for (const fault of judge(markdown))
              faults.push(`${outer}, ${inner}, ${inmost}: ${fault}`);
          }
        }
      }
    }
    console.info(`${judged} outputs judged, ${faults.length} faults.`);
    expect(faults).toEqual([]);
  });

  it("are what they are inside one another", () => {
    const signs: Record<string, RegExp> = {
      quotation: /<blockquote class="quotation">/,
      "a model's fence": /<details class="ai" open>/,
      "a model's quotation": /<details class="ai" open>/,
      footnote: /<li id="fn-/,
      "folded part": /<details>\s*<summary>/,
      list: /<ul>/,
      formula: /<math>/,
      "formula of its own": /<div class="formula".*<math display="block">/,
      "note in place": /<li id="fn-/,
    };
    for (const [outer, around] of Object.entries(blocks)) {
      for (const [inner, within] of Object.entries({ ...blocks, ...lines })) {
        if (!signs[inner] || (outer === inner && outer === "footnote")) continue;
        const html = toHtml(around(within("x")), known);
        expect(`${outer}, ${inner}: ${html}`).toMatch(signs[outer]!);
        expect(`${outer}, ${inner}: ${html}`).toMatch(signs[inner]!);
      }
    }
  });
});
