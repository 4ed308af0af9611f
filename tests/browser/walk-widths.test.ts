/** Pages as wide as their window, whoever reads and whatever was written. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openScene, visit } from "../http/attacks/scene.ts";
import { reply } from "../http/written.ts";
import { newPage } from "./chromium.ts";

const scene = openScene();

/** By how many pixels a page is wider than its window. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

test("the masthead fits every window, whatever its reader may do", async () => {
  for (const name of ["Ada", "Mo", "Root"] as const) {
    const page = await newPage(scene.origin, { visitor: await visit(scene, name) });
    await page.goto("/topics");
    for (let width = 320; width <= 1_300; width += 20) {
      await page.setViewportSize({ width, height: 700 });
      expect(await overflow(page), `${name} at ${width}`).toBeLessThanOrEqual(0);
    }
  }
});

test("on a phone no single word of what may be done with a post, or of a moderator's pages, is left for a row of its own", async () => {
  const wrapped = (page: Page, row: string) =>
    page.locator(row).evaluateAll((rows) =>
      rows.flatMap((row) => {
        const words = [...row.querySelectorAll(":scope > :is(a, button)")];
        const seen = words.filter((word) => word.getClientRects().length > 0);
        const tops = seen.map((child) => child.getBoundingClientRect().bottom);
        return tops.filter((top) => tops.filter((each) => Math.abs(each - top) < 8).length === 1);
      }),
    );
  const ben = await visit(scene, "Ben");
  await reply(ben, scene.thread.id, { body: "A reply of my own." });
  for (const width of [375, 390]) {
    for (const [visitor, address, row] of [
      [await visit(scene, "Ada"), scene.thread.path, "form.acts"],
      [ben, scene.thread.path, "form.acts"],
      [await visit(scene, "Mo"), "/moderation", ".moderation .tabs"],
    ] as const) {
      const page = await newPage(scene.origin, { visitor, width });
      await page.goto(address);
      expect(await page.locator(row).count(), address).toBeGreaterThan(0);
      expect(await wrapped(page, row), `${address} at ${width}`).toEqual([]);
    }
  }
});

test("however deep lists and quotations go, their words stay on the page", async () => {
  const ada = await visit(scene, "Ada");
  const nested = (mark: string, between: string) =>
    Array.from({ length: 40 }, (_, depth) => `${between.repeat(depth)}${mark}deep ${depth}`);
  const body = [...nested("- ", "  "), "", ...nested("> ", "> ").flatMap((line) => [line, ""])];
  const id = await reply(ada, scene.thread.id, { body: body.join("\n") });
  const page = await newPage(scene.origin, { width: 360 });
  await page.goto(`/posts/${id}`);
  const beyond = await page.locator(`#post-${id} .prose`).evaluate((prose) => {
    const { left, right } = prose.getBoundingClientRect();
    const boxes = [...prose.querySelectorAll("li, blockquote > p")].map((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return range.getClientRects()[0]!;
    });
    return boxes.filter((box) => box.right > right + 1 || box.left < left - 1).length;
  });
  expect(beyond).toBe(0);
});
