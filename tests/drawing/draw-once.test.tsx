import { expect, test } from "vitest";
import { drawOnce } from "#app/drawing/draw-html.ts";

/** Draws the piece of a key; answers how often that took drawing. */
function drawing(key: string): number {
  let drawn = 0;
  const html = drawOnce(key, () => {
    drawn += 1;
    return <b>{key}</b>;
  });
  expect(html).toBe(`<b>${key}</b>`);
  return drawn;
}

test("a piece is drawn once for each key", () => {
  expect([drawing("once-ada"), drawing("once-ada"), drawing("once-ben")]).toEqual([1, 0, 1]);
});

test("what is asked for again and again outlives any number of pieces that are seen once", () => {
  drawing("often");
  let again = 0;
  for (let count = 0; count < 20_000; count += 1) {
    drawing(`seldom-${count}`);
    if (count % 1_000 === 0) again += drawing("often");
  }
  expect(again).toBe(0);
  expect(drawing("seldom-0")).toBe(1);
});
