/** What was taken out of a post comes back, whatever its author made of it and however it was written down. */
import { expect, test } from "vitest";
import { keepTime } from "#app/moderation/keep-time.server.ts";
import { undoAct } from "#app/moderation/undo-act.server.ts";
import type { Person } from "#app/permissions.ts";
import { editPost } from "#app/threads/edit-post.server.ts";
import type { Db } from "#db/open.server.ts";
import { openForum } from "../forum.ts";
import { beginThread, reply, rowOf, sending } from "../threads/thread.ts";
import { caseOf, decide, decideOn, now } from "./cases.ts";

const insult = "You are an utter fool.";
const charge = "Your lab always lies.";
const body = `First point. ${insult} Second point. ${charge} Third point. ${insult} Last point.`;
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
