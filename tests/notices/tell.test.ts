import { expect, test } from "vitest";
import { changeRole } from "#app/administration/change-role.server.ts";
import type { NoticeKind } from "#app/notices/kinds.ts";
import type { Person } from "#app/permissions.ts";
import { thankPost } from "#app/posts/thank-post.server.ts";
import { recordChangedMind } from "#app/standing/record-changed-mind.server.ts";
import { sendExemplary } from "#app/standing/send-exemplary.server.ts";
import { setLevel } from "#app/standing/set-level.server.ts";
import { withdrawChangedMind } from "#app/standing/withdraw-changed-mind.server.ts";
import { openForum, START, type TestForum } from "../forum.ts";
import { beginThread, reply } from "../threads/thread.ts";
import { follow, noticesOf, toldTo } from "./follow.ts";

const limits = Number.POSITIVE_INFINITY;
const mind = { before: "I thought otherwise.", now: "Now I see what tulips are. ".repeat(4) };

/** Ada's reply in Ben's thread. */
async function begin(forum: TestForum) {
  const { threadId } = await beginThread(forum.db, forum.ben);
  return { threadId, postId: await reply(forum.db, forum.ada, threadId) };
}

type Deed = (forum: TestForum, by: Person, postId: number) => Promise<unknown>;
const deeds: [NoticeKind, Deed][] = [
  ["thanks", ({ db }, by, id) => thankPost(db, by, id, { isThanked: true, now: START })],
  ["mind", ({ db }, by, id) => recordChangedMind(db, by, id, mind, START)],
  [
    "line",
    ({ db }, by, id) => sendExemplary(db, by, id, "Fair, on tulips.", { now: START, limits }),
  ],
  [
    "level",
    ({ db, ada }, by) =>
      setLevel(db, by, ada.id, { level: 2, reason: "It goes in circles." }, START),
  ],
  [
    "role",
    ({ db, ada }, by) => changeRole(db, by, ada.id, "moderator", "It goes in circles.", START),
  ],
];
const isDecision = (kind: NoticeKind) => kind === "level" || kind === "role";

test.each(deeds)("%s is told to whom it concerns, and to nobody else", async (kind, deed) => {
  const forum = await openForum();
  const { db, ada, root } = forum;
  const { postId } = await begin(forum);
  await deed(forum, root, postId);
  const [told] = await noticesOf(db, ada);
  expect(told).toMatchObject({ kind, count: 1, from_id: root.id, read_at: null });
  expect(told!.latest_post_id).toBe(isDecision(kind) ? null : postId);
  expect(told!.letter_at).toBe(kind === "role" ? START + 60 : null);
  for (const other of [forum.ben, forum.nia, forum.mo, root]) {
    expect(await toldTo(db, other)).toEqual([]);
  }
});

test.each(deeds)("%s is not told to who stopped it", async (kind, deed) => {
  const forum = await openForum();
  const { db, ada, root } = forum;
  const { postId } = await begin(forum);
  await db
    .insertInto("notice_stop")
    .values({ person_id: ada.id, kind, stopped_at: START })
    .execute();
  await deed(forum, root, postId);
  expect(await toldTo(db, ada)).toEqual([]);
});

test.each(deeds)("%s of somebody muted is told only where it decides", async (kind, deed) => {
  const forum = await openForum();
  const { db, ada, root } = forum;
  const { postId } = await begin(forum);
  await follow(db, [ada], "person", root.id, "muted");
  await db.updateTable("person").set({ mute_count: 1 }).where("id", "=", ada.id).execute();
  await deed(forum, root, postId);
  expect(await toldTo(db, ada)).toEqual(isDecision(kind) ? [`${kind} 1`] : []);
});

test.each(["mind", "line"] as const)("%s with a muted word is not told", async (kind) => {
  const forum = await openForum();
  const { db, ada, root } = forum;
  const { postId } = await begin(forum);
  const word = { person_id: ada.id, word: "tulips", shown: "tulips", muted_at: START };
  await db.insertInto("mute_word").values(word).execute();
  await db.updateTable("person").set({ mute_count: 1 }).where("id", "=", ada.id).execute();
  await deeds.find(([each]) => each === kind)![1](forum, root, postId);
  expect(await toldTo(db, ada)).toEqual([]);
});

test("thanks for a post make one notice, which shrinks as they are taken back", async () => {
  const forum = await openForum();
  const { db, ada, ben, nia } = forum;
  const { postId } = await begin(forum);
  const press = (by: Person, isThanked: boolean) =>
    thankPost(db, by, postId, { isThanked, now: START });
  await press(ben, true);
  await press(ben, true);
  await press(nia, true);
  expect(await toldTo(db, ada)).toEqual(["thanks 2"]);
  await press(ben, false);
  await press(ben, false);
  expect(await toldTo(db, ada)).toEqual(["thanks 1"]);
  await press(nia, false);
  expect(await toldTo(db, ada)).toEqual([]);
  await press(ben, true);
  await db.updateTable("notice").set({ read_at: START }).execute();
  await press(ben, false);
  expect(await toldTo(db, ada)).toEqual(["thanks 1"]);
});

test("a changed mind that is taken back unread is told no more", async () => {
  const forum = await openForum();
  const { db, ada, nia } = forum;
  const { postId } = await begin(forum);
  await recordChangedMind(db, nia, postId, mind, START);
  expect(await toldTo(db, ada)).toEqual(["mind 1"]);
  await withdrawChangedMind(db, nia, postId, START);
  expect(await toldTo(db, ada)).toEqual([]);
});
