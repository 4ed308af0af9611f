/** From the queue to a decision: four presses of keys, or without a script by links and a button; and what axe and a phone find in moderators' pages. */
import { expect, test } from "vitest";
import type { Person } from "#app/permissions.ts";
import { addReply, openScene, visit } from "../http/attacks/scene.ts";
import { flagged } from "../moderation/cases.ts";
import { axe, newPage } from "./chromium.ts";

const scene = openScene();

/** A post of Ben's, flagged by two, and its case. */
async function openCaseOfBen() {
  const words = { body: "You are paid. Still.", html: "<p>You are paid. <em>Still.</em></p>" };
  const { id: thread, post } = scene.thread;
  const postId = await addReply(scene, "Ben", thread, post, words);
  const { Ada, Nia } = scene.ids;
  const people = [Ada, Nia].map((id) => ({ id }) as Person);
  return flagged(scene.db, postId, people, { passage: "You are paid." });
}

const stateOf = async (id: number) =>
  (await scene.db.selectFrom("case").select("state").where("id", "=", id).executeTakeFirstOrThrow())
    .state;

test("by keys four presses lead from the queue to a decision", async () => {
  const id = await openCaseOfBen();
  const page = await newPage(scene.origin, { visitor: await visit(scene, "Mo") });
  await page.goto("/moderation");
  await page.locator(".keys:not([hidden])").waitFor();
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press("o");
  await page.waitForURL(/\/moderation\/cases\/\d+$/);
  await page.locator(".keys:not([hidden])").waitFor();
  expect(await page.locator("mark").textContent()).toBe("You are paid.");
  expect(await axe(page)).toEqual([]);
  for (const key of ["1", "t", "d"]) await page.keyboard.press(key);
  await page.locator(".flash").waitFor();
  expect(await stateOf(id)).toBe("asked");
});

test("without a script a reason to start from is taken by its button, and a phone shows all", async () => {
  const id = await openCaseOfBen();
  const look = { scripts: false, width: 360, visitor: await visit(scene, "Mo") };
  const page = await newPage(scene.origin, look);
  await page.goto("/moderation");
  await page.locator(".case-line a").first().click();
  expect(await page.locator("main").evaluate(() => document.body.scrollWidth)).toBe(360);
  await page.locator("input[name='kind'][value='dismiss']").check();
  await page.locator("select[name='template']").selectOption("dismiss-argument");
  await page.locator("button[name='take']").click();
  expect(await page.locator("textarea[name='reason']").inputValue()).toContain("may stand");
  expect(await page.locator("input[value='dismiss']").isChecked()).toBe(true);
  await page.locator("button.first").click();
  await page.locator(".flash").waitFor();
  expect(await stateOf(id)).toBe("cleared");
});
