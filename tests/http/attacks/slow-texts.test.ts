import { expect, test } from "vitest";
import { describeCorpora, generate, readCorpora } from "../../corpora/corpus.ts";
import { Visitor } from "../visitor.ts";
import { openScene, visit } from "./scene.ts";

describeCorpora("AC-084: texts made to be slow", () => {
  const scene = openScene();

  test("are shown or refused with the text kept, and readers do not notice meanwhile", {
    timeout: 300_000,
  }, async () => {
    const texts = readCorpora("markdown-pathological").map(({ pieces = [] }) =>
      generate(pieces, 32_000),
    );
    const left = [...texts];
    const answers = { shown: 0, refused: 0 };
    const senders = (["Ada", "Ben", "Nia", "Mo"] as const).map(async (name) => {
      const sender = await visit(scene, name);
      for (let body = left.pop(); body !== undefined; body = left.pop()) {
        const answer = await sender.post("/preview", { body });
        expect([200, 413, 422, 503]).toContain(answer.status);
        answers[answer.status === 200 ? "shown" : "refused"] += 1;
        if (answer.status !== 200) expect(answer.body).toContain("</textarea>");
      }
    });
    let isOver = false;
    const waits: number[] = [];
    const reading = (async () => {
      while (!isOver) {
        const begun = performance.now();
        const { status } = await new Visitor(scene.origin).get(scene.thread.path);
        expect(status).toBe(200);
        waits.push(performance.now() - begun);
      }
    })();
    await Promise.all(senders).finally(() => {
      isOver = true;
    });
    await reading;
    waits.sort((one, other) => one - other);
    const at = (share: number) => Math.round(waits[Math.ceil(waits.length * share) - 1] ?? 0);
    console.info(
      `${texts.length} slow texts from four people at once, ${answers.refused} refused; of ${waits.length} readings p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, the slowest ${at(1)} ms.`,
    );
    expect(at(0.95)).toBeLessThan(200);
  });
});
