/** What undoes each act on a thread; the row of the log and the mark on what is undone are the caller's. */
import type { Selectable } from "kysely";
import type { Trx } from "#db/open.server.ts";
import type { ActionTable } from "#db/schema.ts";
import { isAway } from "../moderation/states.ts";
import { Refusal } from "../refusals.ts";
import { isOvertaken } from "./find-last-act.server.ts";
import { findThread } from "./find-thread.server.ts";
import { mergeInto } from "./merge-threads.server.ts";
import { setMark } from "./moderate-thread.server.ts";
import { setQuiet } from "./quiet-thread.server.ts";
import { setSlow } from "./slow-thread.server.ts";
import { splitOff } from "./split-branch.server.ts";
import { addTopics, readTopicIds, replaceTopics } from "./tag-thread.server.ts";

export type ThreadActRow = Pick<
  Selectable<ActionTable>,
  "id" | "kind" | "thread_id" | "post_id" | "before"
>;

interface Undoing {
  /** Who undoes it. */
  personId: number;
  /** Epoch seconds. */
  now: number;
}

/** Puts a thread back as it was before an act on it, in the caller's transaction. Answers on which thread that is an act, and what undoing that takes. Throws Refusal 409 where something happened since that stands in the way, or where there is nothing left to undo. */
export async function undoThreadAct(
  trx: Trx,
  action: ThreadActRow,
  { personId, now }: Undoing,
): Promise<{ threadId: number; before?: Record<string, unknown> }> {
  const threadId = action.thread_id ?? 0;
  const before = JSON.parse(action.before ?? "{}") as Before;
  if (action.kind === "split") return joinAgain(trx, action, before, now);
  if (action.kind === "merge") return partAgain(trx, action, before, now);
  if (await isOvertaken(trx, action)) throw changedSince();
  const thread = await findThread(trx, threadId);
  if (action.kind === "move") {
    return { threadId, before: await moveBack(trx, thread, before.topicIds ?? []) };
  }
  if (action.kind === "slow" || action.kind === "unslow") {
    const seconds = before.seconds ?? null;
    if (thread.slow_seconds === seconds) throw changedSince();
    await setSlow(trx, threadId, seconds);
    return { threadId, before: { seconds: thread.slow_seconds } };
  }
  if (action.kind === "quiet") {
    if ((thread.quiet_until ?? 0) <= now) throw changedSince();
    await setQuiet(trx, threadId, null);
    return { threadId };
  }
  const mark = marks[action.kind];
  if (!mark) throw new Refusal(409, { key: "shields.undo.none" });
  if (!(await setMark(trx, threadId, { ...mark, personId, now }))) throw changedSince();
  return { threadId };
}

/** What each undoing does. */
const marks: Record<string, Pick<Parameters<typeof setMark>[2], "act" | "isUndone">> = {
  pin: { act: "pin", isUndone: true },
  unpin: { act: "pin", isUndone: false },
  lock: { act: "lock", isUndone: true },
  unlock: { act: "lock", isUndone: false },
};

interface Before {
  seconds?: number | null;
  topicIds?: number[];
  threadId?: number;
  parentId?: number;
}

async function moveBack(trx: Trx, thread: Awaited<ReturnType<typeof findThread>>, ids: number[]) {
  const formerIds = await readTopicIds(trx, thread.id);
  const topicIds = await standingIds(trx, ids);
  if (String(topicIds) === String(formerIds)) throw changedSince();
  await replaceTopics(trx, thread, topicIds);
  await trx
    .updateTable("thread")
    .set((eb) => ({ version: eb("version", "+", 1) }))
    .where("id", "=", thread.id)
    .execute();
  return { topicIds: formerIds };
}

/** A topic that was merged since gives way to where it went. */
async function standingIds(trx: Trx, ids: number[]): Promise<number[]> {
  const rows = await trx
    .selectFrom("topic")
    .select(["id", "merged_into_id"])
    .where("id", "in", [0, ...ids])
    .execute();
  return [...new Set(ids.map((id) => rows.find((row) => row.id === id)?.merged_into_id ?? id))];
}

/** A branch that was split off goes back below the post that it answered, wherever that is. */
async function joinAgain(
  trx: Trx,
  { thread_id, post_id }: ThreadActRow,
  before: Before,
  now: number,
) {
  const thread = await findThread(trx, thread_id);
  const parent = await trx
    .selectFrom("post")
    .select(["id", "thread_id", "branch_id", "depth"])
    .where("id", "=", before.parentId ?? 0)
    .executeTakeFirst();
  const isChanged = thread.opening_post_id !== post_id || thread.hidden_at !== null;
  if (!parent || isChanged || parent.thread_id === thread.id) throw changedSince();
  const undone = await mergeInto(trx, thread, parent, now);
  return { threadId: parent.thread_id, before: { ...undone } };
}

/** A thread that was merged has its posts and topics again. */
async function partAgain(trx: Trx, { post_id }: ThreadActRow, before: Before, now: number) {
  const former = await trx
    .selectFrom("thread")
    .select(["id", "merged_into_id", "started_at", "active_at"])
    .where("id", "=", before.threadId ?? 0)
    .executeTakeFirst();
  const post = await trx
    .selectFrom("post")
    .select(["id", "thread_id", "parent_id", "state"])
    .where("id", "=", post_id ?? 0)
    .executeTakeFirst();
  if (!former || former.merged_into_id === null || !post) throw changedSince();
  if (post.parent_id === null || isAway(post.state)) throw changedSince();
  await addTopics(trx, former, await standingIds(trx, before.topicIds ?? []));
  await trx.updateTable("thread").set({ title_reader: 0 }).where("id", "=", former.id).execute();
  await splitOff(trx, post, former.id, now);
  return { threadId: former.id, before: { threadId: post.thread_id, parentId: post.parent_id } };
}

const changedSince = () => new Refusal(409, { key: "shields.undo.changed" });
