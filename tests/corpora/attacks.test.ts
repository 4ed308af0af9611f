import { expect, it } from "vitest";
import { TooMuch } from "#app/markdown/guards.ts";
import { toHtml } from "#app/markdown/to-html.ts";
import { attacks, describeCorpora, readCorpora } from "./corpus.ts";
import { embed, findFaults } from "./oracle.ts";

const writings = ["commonmark-spec", "commonmark-regressions", "gfm-extensions"];

/** Places in Markdown where an attack may sit. */
const places: ((attack: string) => string)[] = [
  (attack) => attack,
  (attack) => `> - ${attack}`,
  (attack) => `[${attack}](https://a.example/)`,
  (attack) => `[a](${attack})`,
  (attack) => `[a](<${attack}> "${attack}")`,
  (attack) => `![${attack}](https://a.example/${attack})`,
  (attack) => `\`\`\`${attack}\n${attack}\n\`\`\``,
  (attack) => `\`\`\`html\n${attack}\n\`\`\``,
  (attack) => `| ${attack} | b |\n|-|-|\n| ${attack} |`,
  (attack) => `<details><summary>${attack}</summary>\n\n${attack}\n\n</details>`,
  (attack) => `# ${attack}\n\n- [x] <kbd>${attack}\n\n<sub>`,
];

describeCorpora("A post", () => {
  it("keeps nothing of an attack, wherever in its Markdown it stands", { timeout: 300_000 }, () => {
    const faults: string[] = [];
    let judged = 0;
    for (const { id, input } of readCorpora(...attacks, ...writings)) {
      for (const [place, write] of places.entries()) {
        try {
          const html = toHtml(write(input));
          judged++;
          for (const fault of findFaults(embed(html)))
            faults.push(`${id}, place ${place}: ${fault}`);
        } catch (error) {
          if (!(error instanceof TooMuch)) throw error;
          faults.push(`${id}, place ${place}: refused (${error.said.key})`);
        }
      }
    }
    console.info(`${judged} outputs judged, ${faults.length} faults.`);
    expect(faults).toEqual([]);
    expect(judged).toBeGreaterThan(30_000);
  });

  it("is judged by an oracle that sees what an unclean page holds", () => {
    const tags = readCorpora("xss-payloadbox").filter(({ input }) => /<\w/.test(input));
    const seen = tags.filter(({ input }) => findFaults(embed(input)).length > 0);
    // The others stand where a parser drops them: a <tbody> without its table, a second <head>.
    expect(seen.length / tags.length).toBeGreaterThan(0.95);
  });
});
