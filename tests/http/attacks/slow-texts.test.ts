import { expect, test } from "vitest";
import { describeCorpora, generate, readCorpora } from "../../corpora/corpus.ts";
import { Visitor } from "../visitor.ts";
import { openScene, visit } from "./scene.ts";

describeCorpora("AC-084: texts made to be slow", () => {
  const scene = openScene();

  test("are shown or refused with the text kept, and readers notice little meanwhile", async () => {
    const ada = visit(scene, "Ada");
    const texts = readCorpora("markdown-pathological")
      .filter((_, index) => index % 4 === 0)
      .map(({ pieces = [] }) => generate(pieces, 32_000));
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
    for (const body of texts) {
      const answer = await ada.post("/preview", { body });
      expect([200, 413, 422, 503]).toContain(answer.status);
      if (answer.status !== 200) expect(answer.body).toContain("</textarea>");
    }
    isOver = true;
    await reading;
    waits.sort((one, other) => one - other);
    const late = waits[Math.floor(waits.length * 0.95)] ?? 0;
    console.info(
      `${texts.length} slow texts; 19 of 20 of ${waits.length} readers waited ${Math.round(late)} ms or less.`,
    );
    expect(late).toBeLessThan(500);
  });
});
