/** The whole way of moderation in a browser, with scripts and without: a passage flagged, asked about and rewritten; a post removed, appealed and given back; a block; a thread made quiet. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase } from "#db/open.server.ts";
import { type RunningServer, startServer } from "../http/server.ts";
import { Visitor } from "../http/visitor.ts";
import { reply, startThread } from "../http/written.ts";
import { axe, newPage } from "./chromium.ts";

const INSULT = "Only somebody on a payroll would write that.";
const POINT = "The share of training is what counts.";

let server: RunningServer;
const people: Record<string, Visitor> = {};

beforeAll(async () => {
  server = await startServer({ env: { LIMITS: "100" } });
  for (const name of ["Ada", "Ben", "Cal", "Mo", "Max"]) {
    people[name] = await new Visitor(server.origin).signUp(name);
  }
  const db = openDatabase(server.database);
  await db.updateTable("person").set({ level: 1 }).execute();
  const moderators = ["Mo", "Max"];
  await db
    .updateTable("person")
    .set({ role: "moderator" })
    .where("name", "in", moderators)
    .execute();
  await db.destroy();
});
afterAll(async () => {
  expect(await server.stop()).toBe(0);
});

/** A thread of Ben's with a reply of Ada's that insults. */
async function writeInsult() {
  const { id, path } = await startThread(people.Ben!);
  const post = await reply(people.Ada!, id, { body: `${POINT} ${INSULT}` });
  return { id, path, post };
}

const press = (page: Page, name: string | RegExp) =>
  page.locator("#main").getByRole("button", { name }).click();

/** Flags the post from its thread, and answers its case's address, as a moderator finds it in the queue. */
async function flagAndOpen(
  { open, accessible }: Look,
  { path, post }: { path: string; post: number },
) {
  const page = await open("Cal");
  await page.goto(path);
  await page.locator(`#post-${post}`).getByRole("link", { name: "Flag" }).click();
  await page.getByLabel("It guesses at motives or an employer").check();
  await page.getByLabel("The passage").fill(INSULT);
  await accessible(page);
  await press(page, "Flag it");
  await page.getByText("Thank you. The moderators look at it").waitFor();

  const desk = await open("Mo");
  await desk.goto("/moderation");
  await desk
    .getByRole("link", { name: new RegExp(INSULT) })
    .first()
    .click();
  await desk.locator("mark", { hasText: INSULT }).waitFor();
  await accessible(desk);
  return desk;
}

async function decide(desk: Page, what: string, reason: string) {
  await desk.getByLabel(what).check();
  await desk.getByLabel("Reason", { exact: true }).fill(reason);
  await press(desk, "Decide");
}

interface Look {
  open: (name: string, width?: number) => Promise<Page>;
  /** Looked at where scripts run, which is where the checker can. */
  accessible: (page: Page) => Promise<void>;
}

describe.each([
  { how: "with scripts", scripts: true },
  { how: "without scripts", scripts: false },
])("$how", ({ scripts }) => {
  const open: Look["open"] = (name, width = 1280) =>
    newPage(server.origin, { visitor: people[name]!, scripts, width });
  const accessible: Look["accessible"] = async (page) => {
    if (scripts) expect(await axe(page)).toEqual([]);
  };
  const openSignedOut = () => newPage(server.origin, { scripts, width: 360 });

  test("a passage is flagged, its author asked, the text rewritten, and the post is as before", async () => {
    const written = await writeInsult();
    const desk = await flagAndOpen({ open, accessible }, written);
    await decide(
      desk,
      "Ask to rewrite, 72 hours",
      "The share is a good point; leave the payroll out.",
    );
    await desk.getByText(/^Decided[;.]/).waitFor();

    const guest = await openSignedOut();
    await guest.goto(written.path);
    const folded = guest.locator(`#post-${written.post}`);
    await folded.getByText("its author was asked to rewrite").waitFor();
    expect(await folded.getByText(INSULT).isVisible()).toBe(false);
    await folded.getByText("Show anyway").click();
    await folded.getByText(INSULT).waitFor();

    const author = await open("Ada", 375);
    await author.goto("/inbox");
    await author
      .getByRole("link", { name: /You were asked to rewrite/ })
      .first()
      .click();
    await author.locator("mark", { hasText: INSULT }).first().waitFor();
    await accessible(author);
    await author.locator("textarea[name=body]").fill(`${POINT} The rest says nothing of it.`);
    await press(author, /^Save$/);
    await author.getByText("Your new text is in its place, and shown as before.").waitFor();

    await guest.goto(written.path);
    await folded.getByText("The rest says nothing of it.").waitFor();
    expect(await guest.content()).not.toContain(INSULT);
  });

  test("a post is removed, its author appeals, another moderator gives it back", async () => {
    const written = await writeInsult();
    const desk = await flagAndOpen({ open, accessible }, written);
    await decide(desk, "Remove the post", "There is nothing in it but the insult.");
    await desk.getByText(/^Decided[;.]/).waitFor();

    const guest = await openSignedOut();
    await guest.goto(written.path);
    await guest
      .locator(`#post-${written.post}`)
      .getByText("Moderators removed this post")
      .waitFor();
    expect(await guest.content()).not.toContain(POINT);
    await guest.locator(`#post-${written.post}`).getByRole("link", { name: "Read why" }).click();
    await guest.getByText("There is nothing in it but the insult.").first().waitFor();
    const entry = new URL(guest.url()).pathname;

    const author = await open("Ada");
    await author.goto(entry);
    await author
      .getByLabel("Why it should be looked at again")
      .fill("The first sentence is a point.");
    await press(author, "Appeal");
    await author.getByText("Your appeal waits").first().waitFor();

    await desk.goto("/moderation/appeals");
    await desk.getByRole("link", { name: /Ada/ }).first().click();
    await desk.getByText("The first sentence is a point.").waitFor();
    expect(await desk.getByRole("button", { name: "Decide" }).count()).toBe(0);
    const other = await open("Max");
    await other.goto(new URL(desk.url()).pathname);
    await accessible(other);
    await other.getByLabel("The decision is overturned, at once").check();
    await other.getByLabel("Reason", { exact: true }).fill("It is one, and it may stand.");
    await press(other, "Decide");
    await guest.goto(written.path);
    await guest.locator(`#post-${written.post}`).getByText(POINT).waitFor();
    await guest.goto(entry);
    await guest
      .getByText(/taken back/)
      .first()
      .waitFor();
  });

  test("whoever is blocked cannot answer, and learns only that replying is not possible here", async () => {
    const { id, path } = await startThread(people.Ada!);
    const author = await open("Ada", 375);
    await author.goto("/people/Ben/block");
    await press(author, "Block");
    await author.getByText("Blocked. You can undo it").waitFor();

    const page = await open("Ben");
    await page.goto(path);
    await page
      .locator("article.post")
      .getByRole("link", { name: /^Reply/ })
      .first()
      .click();
    await page
      .locator("#main")
      .getByText(/not possible/)
      .first()
      .waitFor();
    await page.goto(path);
    expect(await page.locator("article.post").count()).toBe(1);

    await author.goto("/people/Ben/block");
    await press(author, "Unblock");
    await author.getByText("Unblocked.").waitFor();
    await reply(people.Ben!, id);
  });

  test("an author makes the thread quiet, everybody sees until when, and it ends by a press", async () => {
    const { id, path } = await startThread(people.Ada!);
    const author = await open("Ada");
    await author.goto(`/threads/${id}/quiet`);
    const reason = author.getByLabel("Reason", { exact: true });
    await reason.fill("It has become too much for today.");
    await press(author, "Quiet it for 48 hours");
    await author.getByText("It is quiet for 48 hours.").waitFor();

    const guest = await openSignedOut();
    await guest.goto(path);
    await guest.getByText("Ada asked for quiet until").waitFor();
    await accessible(author);
    await guest.goto("/log");
    await guest.locator("#main li").getByText(/quiet/i).first().waitFor();

    await author.goto(`/threads/${id}/quiet`);
    await reason.fill("It can go on.");
    await press(author, "End the quiet");
    await guest.goto(path);
    expect(await guest.getByText("asked for quiet").count()).toBe(0);
  });
});
