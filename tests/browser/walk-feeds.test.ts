/** One's own feed: its address is made, read on a phone, and replaced with open eyes. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningServer, startServer } from "../http/server.ts";
import { Visitor } from "../http/visitor.ts";
import { axe, newPage } from "./chromium.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  expect(await server.stop()).toBe(0);
});

test.each([
  [320, false],
  [1280, true],
])(
  "the address that is shown once stands whole on a page of %i pixels, and what ends it says so",
  async (width, dark) => {
    const visitor = await new Visitor(server.origin).signUp(`Reader${width}`);
    const page = await newPage(server.origin, { visitor, width, dark });
    await page.goto("/following/feed-key");
    await page.getByText("whoever has the address can read along").waitFor();
    await page.getByRole("button", { name: "Make an address" }).click();
    const made = page.getByRole("status").locator("code");
    await made.first().waitFor();
    const first = await made.allTextContents();
    expect(first).toHaveLength(2);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect(await axe(page)).toEqual([]);
    for (const path of ["/following/feed-key", "/following"]) {
      await page.goto(path);
      await page.getByText("whoever has the address can read along").waitFor();
      await page.getByText("It ends when you make a new one").waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
    await page.getByRole("button", { name: "Make a new address" }).click();
    await made.first().waitFor();
    expect((await visitor.get(first[0]!.replace(server.origin, ""))).status).toBe(404);
  },
);
