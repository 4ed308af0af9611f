/** What becomes of posts that are held: flags are not ended by it, nobody misses what is shown late. */
import { expect, test } from "vitest";
import { deliverEvents } from "#app/events/deliver.server.ts";
import { keepTime } from "#app/moderation/keep-time.server.ts";
import { undoAct } from "#app/moderation/undo-act.server.ts";
import { releaseHeld } from "#app/spam/release-held.server.ts";
import { editPost } from "#app/threads/edit-post.server.ts";
import type { Db } from "#db/open.server.ts";
import { flag } from "../flags/flagging.ts";
import { openForum, START } from "../forum.ts";
import { caseOf, DAY, decide, flagged, now } from "../moderation/cases.ts";
import { beginThread, everything, refusalOf, reply, rowOf, sending } from "../threads/thread.ts";

const linked = "See https://quillworks.example/weights for all of it.";
const insult = "You are an utter fool, and so on.";
const theCase = async (db: Db) => (await everything(db)).case[0]!;

test("a flagged newcomer who adds a link is not held: the flags wait for a decision as before", async () => {
  const { db, ada, ben, nia } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const id = await reply(db, nia, threadId, { body: insult });
  await flag(db, ben, id, { reason: "insult", passage: "utter fool" });
  const draft = { body: `${insult} ${linked}`, title: null, topics: null, version: 1 };
  await editPost(db, nia, id, draft, sending({ now: START + 200 }));
  const told = { state: "open", kind: "rules", closed_at: null, due_at: null, is_found: 1 };
  expect(await theCase(db)).toMatchObject({ ...told, passage: "utter fool", flag_count: 1 });
  await keepTime(db, START + DAY, (error) => {
    throw error;
  });
  expect(await theCase(db)).toMatchObject(told);
  expect((await everything(db)).flag).toMatchObject([{ verdict: null, decided_at: null }]);
});

test("what is held for something else than spam no member lets go", async () => {
  const { db, ada, nia, mo } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const id = await reply(db, nia, threadId, { body: linked });
  await db.updateTable("case").set({ kind: "rules" }).execute();
  expect(await refusalOf(db, () => releaseHeld(db, mo, id, now))).toEqual({
    ...{ status: 409, key: "spam.let-go.over" },
  });
});

test("flags that stand on a held post outlast its being let go", async () => {
  const { db, ada, ben, nia, mo } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const id = await reply(db, nia, threadId, { body: linked });
  const { id: caseId } = await theCase(db);
  const raised = { post_id: id, case_id: caseId, weight: 1_000_000_000, is_own_side: 0 };
  await db
    .insertInto("flag")
    .values({ ...raised, person_id: ben.id, reason: "insult", flagged_at: START })
    .execute();
  await releaseHeld(db, mo, id, now);
  expect(await caseOf(db, caseId)).toMatchObject({ state: "open", kind: "rules", flag_count: 1 });
  expect((await everything(db)).flag).toMatchObject([{ verdict: null, decided_at: null }]);
  expect(await rowOf(db, "post", id)).toMatchObject({ state: "published", body: linked });
});

test("a held post that nobody flagged is shown by a moderator's decision, and no flags are said to be dismissed", async () => {
  const { db, ada, nia, mo } = await openForum();
  const { threadId } = await beginThread(db, ada);
  await reply(db, nia, threadId, { body: linked });
  await decide(db, mo, (await theCase(db)).id, "dismiss");
  const { action, event } = await everything(db);
  expect(action.at(-1)).toMatchObject({ kind: "release", office: "moderator", by_id: mo.id });
  expect(event.at(-1)).toMatchObject({ kind: "post-released" });
});

test("flags that led to nothing are dismissed without a word to the post's author, who is told where something had come of them", async () => {
  const { db, ada, ben, nia, mo } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const toldOf = () =>
    db.selectFrom("notice").select("details").where("person_id", "=", nia.id).execute();
  const id = await reply(db, nia, threadId, { body: insult });
  await decide(db, mo, await flagged(db, id, [ben]), "dismiss");
  expect(await toldOf()).toEqual([]);
  const other = await reply(db, nia, threadId, { body: insult });
  await flag(db, ada, other, { reason: "threat" });
  await decide(db, mo, (await everything(db)).case.at(-1)!.id, "dismiss");
  expect(JSON.stringify(await toldOf())).toContain("dismiss");
});

test("people are told of a held post that was removed by mistake as soon as it is given back", async () => {
  const { db, ada, nia, mo, root } = await openForum();
  const { threadId } = await beginThread(db, ada);
  await reply(db, nia, threadId, { body: linked });
  const act = await decide(db, mo, (await theCase(db)).id, "spam");
  await deliverEvents(db, now, () => "");
  const toldAda = () =>
    db.selectFrom("notice").select("kind").where("person_id", "=", ada.id).execute();
  expect(await toldAda()).toEqual([]);
  await undoAct(db, root, act, { reason: "It is no spam.", now: now + 10 });
  await deliverEvents(db, now + 10, () => "");
  expect(await toldAda()).toEqual([{ kind: "reply" }]);
});

test("with all posts of a newcomer go those that are held, and all come back with one undoing", async () => {
  const { db, ada, nia, mo, root } = await openForum();
  const { threadId } = await beginThread(db, ada);
  for (const body of [linked, "Or https://other.example too."]) {
    await reply(db, nia, threadId, { body });
  }
  const states = async () =>
    (await everything(db)).post
      .filter(({ author_id }) => author_id === nia.id)
      .map(({ state }) => state);
  expect(await states()).toEqual(["held", "held"]);
  const act = await decide(db, mo, (await theCase(db)).id, "spam", { isWithAll: true });
  expect(await states()).toEqual(["removed", "removed"]);
  await undoAct(db, root, act, { reason: "It is no spam.", now: now + 10 });
  expect(await states()).toEqual(["published", "published"]);
});
