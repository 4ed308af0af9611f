/** What was taken out of a post comes back, whatever its author made of it and however it was written down. */
import { expect, test } from "vitest";
import { keepTime } from "#app/moderation/keep-time.server.ts";
import { undoAct } from "#app/moderation/undo-act.server.ts";
import type { Person } from "#app/permissions.ts";
import { say } from "#app/strings/say.ts";
import { editPost } from "#app/threads/edit-post.server.ts";
import type { Db } from "#db/open.server.ts";
import { openForum } from "../forum.ts";
import { beginThread, reply, rowOf, sending } from "../threads/thread.ts";
import { actOf, caseOf, decide, decideOn, now } from "./cases.ts";

const insult = "You are an utter fool.";
const charge = "Your lab always lies.";
const body = `First point. ${insult} Second point. ${charge} Third point. ${insult} Last point.`;
const out = say("deeds.redacted");
const reason = "It was no insult.";
const report = (error: unknown) => {
  throw error;
};

async function scene() {
  const forum = await openForum();
  const { threadId } = await beginThread(forum.db, forum.ada);
  return { ...forum, id: await reply(forum.db, forum.ben, threadId, { body }) };
}

/** Asked, not rewritten in time, and taken out; answers the act, its case and its time. */
async function redacted(db: Db, mo: Person, id: number, passage: string, at = now) {
  const { caseId } = await decideOn(db, mo, id, "ask", { passage, now: at });
  return { ...(await takenOut(db, mo, caseId)), caseId };
}

async function takenOut(db: Db, mo: Person, caseId: number) {
  const due = (await caseOf(db, caseId)).due_at!;
  await keepTime(db, due, report);
  return { actId: await decide(db, mo, caseId, "redact", { now: due + 1 }), at: due + 1 };
}

async function edit(
  db: Db,
  author: Person,
  id: number,
  change: (body: string) => string,
  at: number,
) {
  const { body: former, version } = await rowOf(db, "post", id);
  const draft = { body: change(former), version, title: null, topics: null };
  await editPost(db, author, id, draft, sending({ now: at }));
}

/** The rows that are handed over while something is done, also in its transaction. */
async function countHanded(db: Db, deed: (db: Db) => Promise<unknown>): Promise<number> {
  let count = 0;
  const counting = db.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      count += result.rows.length;
      return result;
    },
  });
  await deed(counting);
  return count;
}

/** The act as it was written down before it said where it cut. */
async function writeOlder(db: Db, actId: number, isWithPassage: boolean) {
  const { cuts: _, passage, ...before } = JSON.parse((await actOf(db, actId)).before!);
  const older = isWithPassage ? { ...before, passage } : before;
  await db
    .updateTable("action")
    .set({ before: JSON.stringify(older) })
    .where("id", "=", actId)
    .execute();
}

test("to undo a redaction no more is read where its author edited the post more often since", async () => {
  const handed: number[] = [];
  for (const edits of [2, 12]) {
    const { db, ben, mo, root, id } = await scene();
    const { actId, at } = await redacted(db, mo, id, charge);
    for (let turn = 1; turn <= edits; turn++) {
      await edit(db, ben, id, (text) => `${text} Edit ${turn}.`, at + turn);
    }
    handed.push(
      await countHanded(db, (counting) => undoAct(counting, root, actId, { reason, now: at + 99 })),
    );
    const { body: given } = await rowOf(db, "post", id);
    expect(given.startsWith(`${body} Edit 1. Edit 2.`)).toBe(true);
  }
  expect(handed[1]).toBe(handed[0]);
});

test.each([true, false])(
  "a redaction that was written down before it said where it cut is undone, and so is a newer one (its passage is known: %s)",
  async (isWithPassage) => {
    const { db, ben, mo, root, id } = await scene();
    const older = await redacted(db, mo, id, insult);
    await writeOlder(db, older.actId, isWithPassage);
    await edit(db, ben, id, (text) => `${text} That is all.`, older.at + 1);
    const newer = await redacted(db, mo, id, "Last point.", older.at + 2);
    await undoAct(db, root, newer.actId, { reason, now: newer.at + 1 });
    expect((await rowOf(db, "post", id)).body).toBe(`${body.replaceAll(insult, out)} That is all.`);
    await undoAct(db, root, older.actId, { reason, now: newer.at + 2 });
    expect((await rowOf(db, "post", id)).body).toBe(`${body} That is all.`);
  },
);

test("a redaction that is undone is not undone again when its case comes to be restored once more", async () => {
  const { db, mo, root, id } = await scene();
  const { actId, caseId, at } = await redacted(db, mo, id, charge);
  const restored = await undoAct(db, root, actId, { reason, now: at + 1 });
  const { before } = await actOf(db, actId);
  await undoAct(db, root, restored, { reason, now: at + 2 });
  await decide(db, mo, caseId, "remove", { now: at + 3 });
  const { version, public_from } = await rowOf(db, "post", id);
  await decide(db, root, caseId, "restore", { now: at + 4 });
  expect((await actOf(db, actId)).before).toBe(before);
  expect(await rowOf(db, "post", id)).toMatchObject({ body, version, public_from });
});
