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
