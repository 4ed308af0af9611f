import { expect, test } from "vitest";
import { SharedPage } from "#app/drawing/shared-page.server.ts";
import { Slots } from "#app/drawing/slots.ts";

const POSTS = 20;

/** A page of so many posts, each with a slot. */
function drawPage() {
  const slots = new Slots("mark");
  const posts = Array.from({ length: POSTS }, (_, id) => `<p>${slots.fixed(`own-${id}`, 8)}</p>`);
  return { slots, html: posts.join("") };
}

test("a shared page takes more to keep than its text, by what is known of its posts, compressed or not", async () => {
  const { slots, html } = drawPage();
  const page = new SharedPage(html, slots);
  const without = new SharedPage(html, new Slots("mark"));
  expect(page.bytes - without.bytes).toBe(POSTS * 250);
  await new Promise<void>((compressed) => {
    for (let asked = 0; asked < 4; asked += 1) void page.fill({}, compressed);
  });
  expect(page.bytes).toBeGreaterThan(POSTS * (250 + 550));
});
