/** From the queue to where a post belongs: what is off topic is split off, or its thread moved, and its case is settled by that. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { Person } from "#app/permissions.ts";
import { addReply, addThread, openScene, visit } from "../http/attacks/scene.ts";
import { flagged } from "../moderation/cases.ts";
import { axe, newPage } from "./chromium.ts";

const scene = openScene();

/** Flags a post as off topic; answers its case. */
function flag(postId: number) {
  const people = [{ id: scene.ids.Nia } as Person];
  return flagged(scene.db, postId, people, { kind: "topic", insult: 0 });
}

const stateOf = async (id: number) =>
  (await scene.db.selectFrom("case").select("state").where("id", "=", id).executeTakeFirstOrThrow())
    .state;

/** Opens the one case that waits as off topic, and follows its way to the act. */
async function goFromQueue(page: Page, link: string) {
  await page.goto("/moderation?show=topic");
  await page.locator(".case-line a").first().click();
  await page.getByRole("link", { name: link }).click();
}

/** Sends the form with a value that is refused, then with one that is not; what was typed besides stays. */
async function sendTwice(page: Page, name: string, [wrong, right]: [string, string]) {
  const field = page.locator(`input[name=${name}]`);
  const reason = page.getByLabel("Reason", { exact: true });
  await field.fill(wrong);
  await reason.fill("It is about something else.");
  await page.locator("#main button.first").click();
  await page.locator(`#${name}-problem`).waitFor();
  expect(await field.inputValue()).toBe(wrong);
  expect(await reason.inputValue()).toBe("It is about something else.");
  await field.fill(right);
  await page.locator("#main button.first").click();
  await page.locator(".flash").waitFor();
}

test.each([
  { how: "with scripts", scripts: true },
  { how: "without scripts", scripts: false },
])("a reply is split off and a thread moved from their cases, $how", async ({ scripts }) => {
  const page = await newPage(scene.origin, { scripts, visitor: await visit(scene, "Mo") });
  const accessible = async () => {
    if (scripts) expect(await axe(page)).toEqual([]);
  };
  const { id: thread, post } = await addThread(scene, "Ada", { title: "Weights and licences" });
  const reply = await flag(await addReply(scene, "Ben", thread, post));
  await goFromQueue(page, "split it off into a thread of its own");
  await accessible();
  await sendTwice(page, "title", ["?", "What a licence binds"]);
  await page.getByRole("heading", { name: "What a licence binds" }).waitFor();
  expect(await stateOf(reply)).toBe("cleared");
  await page.goto(`/moderation/cases/${reply}`);
  await page.getByText("Upheld: the post opens a thread of its own now.").waitFor();
  await accessible();

  const opening = await flag(post);
  await goFromQueue(page, "give the thread other topics");
  await sendTwice(page, "topics", ["Gardening", "Licences"]);
  expect(await stateOf(opening)).toBe("cleared");
  await page.goto(`/moderation/cases/${opening}`);
  await page.getByText("Upheld: the thread has other topics now.").waitFor();
});
