import { createElement } from "react";
import { expect, test } from "vitest";
import { drawHtml } from "#app/drawing/draw-html.ts";
import { OWN_FATE_BYTES, OwnFate } from "#app/posts/own-fate.tsx";

const states = ["asked", "hidden", "rewritten", "lapsed", "redacted", "removed", "held"] as const;

test("what an author reads of each state of their post fits into the room that is left for it", () => {
  for (const state of states) {
    for (const dueAt of [null, 9_999_999_999]) {
      const html = drawHtml(createElement(OwnFate, { id: 2 ** 31 - 1, state, dueAt }));
      expect(Buffer.byteLength(html)).toBeLessThanOrEqual(OWN_FATE_BYTES);
      expect(html).toContain("/rewrite");
    }
  }
});
