import { afterAll, expect, it } from "vitest";
import { renderMarkdown, stopRendering } from "#app/markdown/render.server.ts";
import { WrongForm } from "#app/refusals.ts";
import { say } from "#app/strings/say.ts";
import { describeCorpora, generate, readCorpora } from "./corpus.ts";

/** Bytes of a post, and of an import. */
const sizes = { "of a post": 32_768, "of an import": 131_072, "as generated": undefined };

afterAll(stopRendering);

/** Milliseconds that a text took, or why it was refused. */
async function measure(markdown: string): Promise<number | string> {
  await renderMarkdown("The worker is ready.");
  const begun = performance.now();
  try {
    await renderMarkdown(markdown);
    return performance.now() - begun;
  } catch (error) {
    if (!(error instanceof WrongForm) || !error.problems.body) throw error;
    return say(error.problems.body.key, error.problems.body.values);
  }
}

describeCorpora("A text made to be slow", () => {
  for (const [size, limit] of Object.entries(sizes)) {
    it(`is rendered within a second or refused with a reason, ${size}`, {
      timeout: 300_000,
    }, async () => {
      const slow: string[] = [];
      const refused: string[] = [];
      let slowest = 0;
      let count = 0;
      for (const { id, note, pieces = [] } of readCorpora("markdown-pathological")) {
        const outcome = await measure(generate(pieces, limit));
        count++;
        if (typeof outcome === "string") {
          refused.push(`${id.slice(-4)} ${note}: ${outcome.slice(0, 40)}…`);
        } else {
          slowest = Math.max(slowest, outcome);
          if (outcome > 1000) slow.push(`${id} ${note}: ${Math.round(outcome)} ms`);
        }
      }
      console.info(
        `${size}: ${count} texts, ${refused.length} refused, the slowest ${Math.round(slowest)} ms.\n${refused.join("\n")}`,
      );
      expect(slow).toEqual([]);
    });
  }
});
