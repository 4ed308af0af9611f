/** What is said of a thread whose opening post is kept away, folded or withdrawn, while it is split off, merged and parted again. */
import { expect, test } from "vitest";
import { undoAct } from "#app/moderation/undo-act.server.ts";
import { withdrawPost } from "#app/posts/withdraw-post.server.ts";
import { WrongForm } from "#app/refusals.ts";
import * as feed from "#app/routes/thread-feed.ts";
import { editPost } from "#app/threads/edit-post.server.ts";
import { mergeThreads } from "#app/threads/merge-threads.server.ts";
import { splitBranch } from "#app/threads/split-branch.server.ts";
import { openForum } from "../forum.ts";
import { decideOn, everything, now } from "../moderation/cases.ts";
import { visit } from "../routes/visit.ts";
import { beginThread, reply, rowOf } from "./thread.ts";

const reason = "The same matter.";

async function merged() {
  const forum = await openForum();
  const { db, ada, ben, mo } = forum;
  const { threadId } = await beginThread(db, ada);
  const other = await beginThread(db, ben, { title: "Zed is a fool", body: "A fool, I say." });
  await mergeThreads(db, mo, other.threadId, { intoId: threadId, parentId: null, reason, now });
  const act = (await everything(db)).action.at(-1)!.id;
  const undo = () => undoAct(db, mo, act, { reason, now: now + 60 });
  return { ...forum, threadId, other, undo };
}

test("a thread that is split off quotes nothing of a post that is folded", async () => {
  const { db, ada, ben, mo } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const id = await reply(db, ben, threadId, { body: "You fool. A point." });
  await decideOn(db, mo, id, "ask", { passage: "You fool." });
  await splitBranch(db, mo, id, { title: "Of its own", reason, now });
  const own = (await rowOf(db, "post", id)).thread_id;
  expect(await rowOf(db, "thread", own)).toMatchObject({ excerpt: "" });
});

test("parted again, a thread quotes its opening post as that is by then", async () => {
  const { db, ben, other, undo } = await merged();
  const edit = { title: null, body: "A new text.", topics: null, version: 1 } as never;
  await editPost(db, ben, other.openingId, edit, { now, limits: 1, draft: null } as never);
  await undo();
  expect(await rowOf(db, "thread", other.threadId)).toMatchObject({ excerpt: "A new text." });
  const second = await merged();
  await withdrawPost(second.db, second.ben, second.other.openingId, { isRestored: false, now });
  await second.undo();
  const thread = await rowOf(second.db, "thread", second.other.threadId);
  expect(thread).toMatchObject({ excerpt: "", title: "Zed is a fool" });
});

test("removed while its thread is merged, a post takes title and quote with it, out of the log as well, and brings them back", async () => {
  const { db, mo, other, undo } = await merged();
  const { actId } = await decideOn(db, mo, other.openingId, "remove");
  expect(await rowOf(db, "thread", other.threadId)).toMatchObject({
    ...{ title: "A thread that is kept away", excerpt: "", quote: null },
  });
  const { event } = await everything(db);
  expect(JSON.stringify(event)).not.toContain("fool");
  await expect(undo()).rejects.toMatchObject({ status: 409 });
  await undoAct(db, mo, actId, { reason, now: now + 1 });
  await undo();
  expect(await rowOf(db, "thread", other.threadId)).toMatchObject({
    ...{ title: "Zed is a fool", excerpt: "A fool, I say.", hidden_at: null },
  });
});

test("nothing is merged into a thread that is kept away", async () => {
  const { db, ada, ben, mo } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  const other = await beginThread(db, ben, { title: "Another thread here" });
  await decideOn(db, mo, openingId, "remove");
  const before = await everything(db);
  const wish = { intoId: threadId, parentId: null, reason, now };
  const merging = mergeThreads(db, mo, other.threadId, wish);
  await expect(merging).rejects.toThrow(WrongForm);
  expect(await everything(db)).toEqual(before);
});

test("the feeds of a merged thread lead to those of where it went", async () => {
  const { db, other, threadId } = await merged();
  for (const form of ["xml", "json"]) {
    const path = `/threads/${other.threadId}/feed.${form}`;
    const asked = visit(db, path, { params: { thread: String(other.threadId) } });
    const answer = (await feed.loader(asked as never)) as Response;
    expect(answer.status).toBe(302);
    expect(answer.headers.get("Location")).toBe(`/threads/${threadId}/feed.${form}`);
  }
});
