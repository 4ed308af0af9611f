import { expect, test } from "vitest";
import { RENDERER } from "#app/markdown/render.server.ts";
import { renderAgain } from "#app/posts/render-again.server.ts";
import { withdrawPost } from "#app/posts/withdraw-post.server.ts";
import type { Db } from "#db/open.server.ts";
import { deliverAll } from "../events/events.ts";
import { openForum, openTwice, START } from "../forum.ts";
import { beginThread, everything, reply, rowOf } from "../threads/thread.ts";

/** Nothing breaks here. */
const fail = (error: unknown) => {
  throw error;
};

test("what an older renderer made is made again, once, and nothing else of a post changes", async () => {
  const { db, ada } = await openForum();
  const { threadId } = await beginThread(db, ada);
  for (let turn = 0; turn < 60; turn++) await reply(db, ada, threadId, { body: `*${turn}*` });
  const before = await everything(db);
  await db.updateTable("post").set({ html: "old", renderer: 0 }).where("id", ">", 1).execute();
  expect(await renderAgain(db, fail)).toBe(60);
  expect((await everything(db)).post).toEqual(before.post);
  expect((await rowOf(db, "thread", threadId)).version).toBeGreaterThan(61);
  expect(await renderAgain(db, fail)).toBe(0);
});

test("two processes that make the same again at the same time change it once", async () => {
  const { db, ada } = await openForum();
  const { threadId } = await beginThread(db, ada);
  for (let turn = 0; turn < 5; turn++) await reply(db, ada, threadId, { body: `*${turn}*` });
  const { version } = await rowOf(db, "thread", threadId);
  await db.updateTable("post").set({ renderer: 0 }).execute();
  await Promise.all([renderAgain(db, fail), renderAgain(db, fail)]);
  expect((await rowOf(db, "thread", threadId)).version).toBe(version + 6);
});

test("a text that the newer renderer refuses is shown as it was written", async () => {
  const { db, ada } = await openForum();
  const { openingId } = await beginThread(db, ada);
  const body = `${"|a".repeat(200)}\n${"|-".repeat(200)}\n${"|x\n".repeat(101)}`;
  await db.updateTable("post").set({ body, html: "<p>kept</p>", renderer: 0 }).execute();
  await renderAgain(db, fail);
  expect(await rowOf(db, "post", openingId)).toMatchObject({
    html: expect.stringMatching(/^<pre tabindex="0">\|a\|a/),
    renderer: RENDERER,
  });
});

test("a thread's excerpt is made again with its opening post, unless that is withdrawn", async () => {
  const { db, ada } = await openForum();
  const shown = await beginThread(db, ada);
  const gone = await beginThread(db, ada);
  const { excerpt } = await rowOf(db, "thread", shown.threadId);
  await db.updateTable("post").set({ renderer: 0 }).execute();
  await db.updateTable("thread").set({ excerpt: "" }).execute();
  const withdrawn = { withdrawn_at: START };
  await db.updateTable("post").set(withdrawn).where("id", "=", gone.openingId).execute();
  expect(await renderAgain(db, fail)).toBe(2);
  expect((await rowOf(db, "thread", shown.threadId)).excerpt).toBe(excerpt);
  expect((await rowOf(db, "thread", gone.threadId)).excerpt).toBe("");
});

test("an imported text refers to nobody here, though a name or an address in it is somebody's", async () => {
  const { db, ada, ben, root } = await openForum();
  await beginThread(db, root, { body: "I never take bribes." });
  const { threadId } = await beginThread(db, ada);
  const body = "> [Root](/posts/1):\n> I take bribes\n\nAsk @Ada.";
  const id = await reply(db, ben, threadId, { body });
  const from = { imported_from: "Elsewhere" };
  await db.updateTable("person").set(from).where("id", "=", ben.id).execute();
  await db.updateTable("post").set({ renderer: 0 }).where("id", "=", id).execute();
  await renderAgain(db, fail);
  const { html } = await rowOf(db, "post", id);
  expect(html).not.toMatch(/class="(quotation|mention)/);
  expect(await db.selectFrom("quotation").selectAll().execute()).toEqual([]);
});

test("what was quoted while a post was withdrawn is compared with it when it is shown again", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada, { body: "I never take bribes." });
  await withdrawPost(db, ada, openingId, { isRestored: false, now: START });
  const other = await beginThread(db, ben, {
    body: `> [Ada](/posts/${openingId}):\n> I take bribes`,
  });
  expect((await rowOf(db, "post", other.openingId)).html).not.toContain("altered");
  await withdrawPost(db, ada, openingId, { isRestored: true, now: START });
  await deliverAll(db);
  await renderAgain(db, fail);
  expect((await rowOf(db, "post", other.openingId)).html).toContain("altered");
  expect(threadId).toBeGreaterThan(0);
});

/** A handle that does a deed once, when it has first read something of this kind. */
function whenRead(db: Db, isMeant: (row: object) => boolean, deed: () => Promise<unknown>): Db {
  let isDone = false;
  return db.withPlugin({
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      if (!isDone && result.rows.some((row) => isMeant(row as object))) {
        isDone = true;
        await deed();
      }
      return result;
    },
  });
}

test.each([RENDERER - 1, 0])(
  "a post of renderer %i that is rendered while what it quotes is shown again is compared with it all the same",
  async (renderer) => {
    const { db, second, ada, ben } = await openTwice();
    const { openingId } = await beginThread(db, ada, { body: "I never take bribes." });
    const body = `> [Ada](/posts/${openingId}):\n> I take bribes`;
    const quoting = await beginThread(db, ben, { body });
    await deliverAll(db);
    await withdrawPost(db, ada, openingId, { isRestored: false, now: START });
    await db.updateTable("post").set({ renderer }).where("id", "=", quoting.openingId).execute();
    const isQuoted = (row: object) => "author" in row && "withdrawn_at" in row;
    const held = whenRead(db, isQuoted, async () => {
      await withdrawPost(second, ada, openingId, { isRestored: true, now: START });
      await deliverAll(second);
    });
    await renderAgain(held, fail);
    expect((await rowOf(db, "post", quoting.openingId)).renderer).toBe(RENDERER);
    expect((await rowOf(db, "post", quoting.openingId)).html).toContain("altered");
  },
);
