/** Open pages of readers who mute: they are not told of it, and keep nobody waiting. */
import { setImmediate } from "node:timers/promises";
import { sql } from "kysely";
import { afterAll, expect, test } from "vitest";
import { beginSession } from "#app/accounts/session.server.ts";
import { hashToken } from "#app/accounts/token.server.ts";
import { MOST_TOLD } from "#app/live/news.ts";
import { Watch } from "#app/live/watch.server.ts";
import { stopRendering } from "#app/markdown/render.server.ts";
import type { Person } from "#app/permissions.ts";
import type { Db } from "#db/open.server.ts";
import { openForum, START } from "../forum.ts";
import { fillThread } from "../threads/fill.ts";
import { beginThread, reply } from "../threads/thread.ts";
import { openStream, Page } from "./page.ts";

afterAll(stopRendering);

const letMute = (db: Db, { id }: Person, count: number) =>
  db.updateTable("person").set({ mute_count: count }).where("id", "=", id).execute();

const raise = (db: Db) => db.updateTable("thread").set({ version: sql`version + 1` }).execute();

async function look(watch: Watch, now: number) {
  await setImmediate();
  await watch.look(now);
}

/** A watch that remembers of which posts it was asked. */
function watchHiding(db: Db, isHidden: (id: number) => boolean) {
  const asked: number[] = [];
  const watch = new Watch(db, async (_personId, ids) => {
    asked.push(...ids);
    return new Set(ids.filter(isHidden));
  });
  return { watch, takeAsked: () => asked.splice(0) };
}

test("a page that opens while others are told hears nothing that its reader mutes", async () => {
  const { db, ada, ben, mo } = await openForum();
  const { threadId, openingId } = await beginThread(db, ben);
  await letMute(db, ada, 1);
  const byBen = await reply(db, ben, threadId);
  const { watch } = watchHiding(db, (id) => id === byBen);
  await openStream(db, watch, { person: mo });
  const { token } = await beginSession(db, ada.id, START);
  const reader = { personId: ada.id, sessionId: hashToken(token) };
  const thread = { id: threadId, after: openingId, told: openingId };
  for (let turns = 0; turns < 40; turns += 1) {
    const looking = watch.look(START + turns);
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
    const page = new Page();
    const opening = { reader, owner: "ada", scale: 1, unread: 0, thread };
    const stream = watch.open(opening, page, START + turns)!;
    await looking;
    await look(watch, START + turns);
    expect(page.takeReplies(), `opened after ${turns} turns`).toEqual([]);
    watch.forget(stream);
  }
});

test("a post is judged once, and again when it was edited or its reader mutes more", async () => {
  const { db, ada, ben } = await openForum();
  const thread = await beginThread(db, ada);
  const ids = await fillThread(db, thread, ben.id, Array(300).fill(-1));
  await letMute(db, ada, 1);
  const { watch, takeAsked } = watchHiding(db, (id) => id === ids[1]);
  const place = { id: thread.threadId, after: thread.openingId };
  const { page } = (await openStream(db, watch, { person: ada, thread: place }))!;
  await look(watch, START);
  expect(page.takeReplies()).toEqual([
    { count: MOST_TOLD + 1, first: ids[0], id: ids[MOST_TOLD + 1] },
  ]);
  expect(takeAsked()).toEqual(ids.slice(0, MOST_TOLD + 2));
  await raise(db);
  await look(watch, START + 1);
  expect(takeAsked()).toEqual([]);
  await db
    .updateTable("post")
    .set({ version: sql`version + 1` })
    .where("id", "=", ids[2]!)
    .execute();
  await raise(db);
  await look(watch, START + 2);
  expect(takeAsked()).toEqual([ids[2]]);
  await letMute(db, ada, 2);
  await raise(db);
  await look(watch, START + 3);
  expect(takeAsked()).toEqual(ids.slice(0, MOST_TOLD + 2));
});

test("others have their turn before each reader's posts are judged", async () => {
  const { db, ada, ben, nia, mo } = await openForum();
  const { threadId, openingId } = await beginThread(db, ben);
  await reply(db, ben, threadId);
  let turns = 0;
  let isLooking = true;
  const seen: number[] = [];
  const watch = new Watch(db, async () => {
    seen.push(turns);
    return new Set();
  });
  for (const person of [ada, nia, mo]) {
    await letMute(db, person, 1);
    await openStream(db, watch, { person, thread: { id: threadId, after: openingId } });
  }
  const others = (async () => {
    for (; isLooking; turns += 1) await setImmediate();
  })();
  await look(watch, START);
  isLooking = false;
  await others;
  expect(new Set(seen).size).toBe(3);
});
