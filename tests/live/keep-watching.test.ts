/** Looking once a second, as long as anybody listens. */
import { afterAll, expect, test } from "vitest";
import { keepWatching } from "#app/live/keep-watching.server.ts";
import { stopRendering } from "#app/markdown/render.server.ts";
import { openForum, START } from "../forum.ts";
import { beginThread, reply } from "../threads/thread.ts";
import { nothingHidden, Page } from "./page.ts";

afterAll(stopRendering);

const opening = { reader: null, owner: "192.0.2.1", unread: null, scale: 1 };

test("a page is told without anybody asking, and nobody after the forum has stopped", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  const reported: unknown[] = [];
  const reportError = (error: unknown) => String(reported.push(error));
  const live = keepWatching({ db, now: () => START, reportError }, nothingHidden, () => 0.5);
  const page = new Page();
  const thread = { id: threadId, after: openingId, told: openingId };
  expect(live.open({ ...opening, thread }, page)).not.toBeNull();
  const post = await reply(db, ben, threadId);
  await expect
    .poll(() => page.takeReplies(), { timeout: 5_000 })
    .toEqual([{ count: 1, first: post, id: post }]);
  await live.close();
  expect([page.text, page.isEnded]).toEqual(["retry: 3500\n\n", true]);
  expect(live.open({ ...opening, thread }, new Page())).toBeNull();
  await live.look();
  expect(reported).toEqual([]);
});

test("where the database cannot be asked it rests, and pages stay open", async () => {
  const { db, ada } = await openForum();
  const { threadId } = await beginThread(db, ada);
  let now = START;
  const reported: unknown[] = [];
  const reportError = (error: unknown) => String(reported.push(error));
  const live = keepWatching({ db, now: () => now, reportError }, nothingHidden, () => 0);
  const page = new Page();
  live.open({ ...opening, thread: { id: threadId, after: 0, told: 0 } }, page);
  await db.schema.alterTable("thread").renameTo("away").execute();
  await live.look();
  await live.look();
  expect([reported.length, page.isEnded]).toEqual([1, false]);
  await db.schema.alterTable("away").renameTo("thread").execute();
  now += 5;
  await live.look();
  expect(page.takeReplies()).toHaveLength(1);
  await live.close();
});
