import { createElement } from "react";
import { expect, test } from "vitest";
import { drawHtml } from "#app/drawing/draw-html.ts";
import { OWN_ACTS_BYTES, OwnActs } from "#app/posts/own-acts.tsx";
import { cast } from "../cast.ts";

const [ada] = cast as [(typeof cast)[0]];

test("what an author may do, and what others said, fits into the room that is left for it", () => {
  const million = 9_999_999;
  const votes = { voters: million, worth: million, agree: million, disagree: million };
  const thanks = { count: million, names: ["Ben"] };
  for (const isWithdrawn of [true, false]) {
    const post = {
      id: 2 ** 31 - 1,
      authorId: ada.id,
      isWithdrawn,
      votes,
      state: "published",
      dueAt: null,
    } as const;
    const html = drawHtml(
      createElement(OwnActs, { person: ada, post, thread: { isLocked: false }, thanks }),
    );
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(OWN_ACTS_BYTES);
    expect(html.includes("worth reading")).toBe(!isWithdrawn);
  }
});
