/** Every act of power is done once by its own deed: a kind without one does not compile, and none is done without its row of the log. */
import { expect, test } from "vitest";
import { appealAct } from "#app/appeals/appeal-act.server.ts";
import { decideAppeal } from "#app/appeals/decide-appeal.server.ts";
import { flagPost } from "#app/flags/flag-post.server.ts";
import { actOnPerson } from "#app/moderation/act-on-person.server.ts";
import { type ActionKind, actionKinds, actions } from "#app/moderation/actions.ts";
import { keepTime } from "#app/moderation/keep-time.server.ts";
import { rewritePost } from "#app/moderation/rewrite-post.server.ts";
import { undoAct } from "#app/moderation/undo-act.server.ts";
import { mergeThreads } from "#app/threads/merge-threads.server.ts";
import { moderateThread } from "#app/threads/moderate-thread.server.ts";
import { moveToTopics } from "#app/threads/move-to-topics.server.ts";
import { quietThread } from "#app/threads/quiet-thread.server.ts";
import { slowThread } from "#app/threads/slow-thread.server.ts";
import { splitBranch } from "#app/threads/split-branch.server.ts";
import { openForum, type TestForum } from "../forum.ts";
import { beginThread, reply } from "../threads/thread.ts";
import { DAY, decide, flagged, now } from "./cases.ts";

const TEXT = "It runs on two cards. Only a payroll says otherwise. I measured it twice.";
const PASSAGE = "Only a payroll says otherwise.";
const reason = "It is about a person.";

type Scene = TestForum & { threadId: number; postId: number; caseId: number };
type Deed = (scene: Scene) => Promise<unknown>;

async function openScene(): Promise<Scene> {
  const forum = await openForum();
  const { threadId } = await beginThread(forum.db, forum.ada);
  const postId = await reply(forum.db, forum.ben, threadId, { body: TEXT });
  const caseId = await flagged(forum.db, postId, [forum.ada], { passage: PASSAGE });
  return { ...forum, threadId, postId, caseId };
}

const on =
  (kind: ActionKind): Deed =>
  ({ db, mo, caseId }) =>
    decide(db, mo, caseId, kind);
const pass =
  (seconds: number): Deed =>
  ({ db }) =>
    keepTime(db, now + seconds, (error) => {
      throw error;
    });
const about =
  (kind: "warn" | "unwarn" | "suspend" | "unsuspend" | "pace" | "unpace"): Deed =>
  ({ db, mo, ben }) =>
    actOnPerson(db, mo, ben.id, { kind, until: now + DAY, reason, now });
const thread =
  (act: "pin" | "lock", isUndone: boolean): Deed =>
  ({ db, mo, threadId }) =>
    moderateThread(db, mo, threadId, { act, isUndone, reason, now });
const slow =
  (seconds: number | null): Deed =>
  ({ db, mo, threadId }) =>
    slowThread(db, mo, threadId, { seconds, reason, now });
const quiet =
  (isEnded: boolean): Deed =>
  ({ db, ada, threadId }) =>
    quietThread(db, ada, threadId, { isEnded, reason, now });
const rewrite =
  (body: string): Deed =>
  async ({ db, ben, postId }) => {
    const { version } = await db
      .selectFrom("post")
      .select("version")
      .where("id", "=", postId)
      .executeTakeFirstOrThrow();
    const means = { now, limits: 100, scorer: () => undefined };
    await rewritePost(db, ben, postId, { body, version }, means);
  };
const undoLast: Deed = async ({ db, mo }) => {
  const { id } = await db
    .selectFrom("action")
    .select("id")
    .orderBy("id", "desc")
    .executeTakeFirstOrThrow();
  await undoAct(db, mo, id, { reason, now });
};
const appealLast: Deed = async ({ db, ben }) => {
  const { id } = await db
    .selectFrom("action")
    .select("id")
    .orderBy("id", "desc")
    .executeTakeFirstOrThrow();
  await appealAct(db, ben, id, { body: "It was a quotation.", now });
};
const judge =
  (verdict: "upheld" | "overturned"): Deed =>
  async ({ db, root }) => {
    const { id } = await db.selectFrom("appeal").select("id").executeTakeFirstOrThrow();
    await decideAppeal(db, root, id, { verdict, reason, now });
  };
const hold: Deed = async ({ db, nia, threadId }) => {
  await reply(db, nia, threadId, { body: "See https://papers.example/weights for more." });
};
const split: Deed = ({ db, mo, postId }) =>
  splitBranch(db, mo, postId, { title: "Two cards", reason, now });

/** What goes before, and then the deed itself. */
const deeds: Record<ActionKind, [...before: Deed[], deed: Deed]> = {
  dismiss: [on("dismiss")],
  ask: [on("ask")],
  redact: [on("ask"), pass(4 * DAY), on("redact")],
  remove: [on("remove")],
  spam: [on("spam")],
  restore: [on("remove"), on("restore")],
  confirm: [on("remove"), rewrite("It runs on two cards. I measured it twice."), on("confirm")],
  refuse: [on("remove"), rewrite("It runs on two cards. I measured it twice."), on("refuse")],
  hide: [
    async ({ db, mo, ada, threadId }) => {
      const postId = await reply(db, mo, threadId, { body: "A number: 0123." });
      const draft = { reason: "private-data", passage: null, note: "" } as const;
      await flagPost(db, ada, postId, draft, { now, limits: 100, scorer: () => undefined });
    },
  ],
  hold: [hold],
  lapse: [on("ask"), pass(4 * DAY)],
  release: [hold, pass(DAY)],
  clear: [on("ask"), rewrite("It runs on two cards. I measured it twice.")],
  reopen: [on("dismiss"), undoLast],
  move: [
    ({ db, mo, threadId }) => moveToTopics(db, mo, threadId, { topics: ["licences"], reason, now }),
  ],
  split: [split],
  merge: [
    async ({ db, mo, ada, threadId }) => {
      const other = await beginThread(db, ada, { title: "The same question" });
      const into = { intoId: threadId, parentId: null, reason, now };
      await mergeThreads(db, mo, other.threadId, into);
    },
  ],
  pin: [thread("pin", false)],
  unpin: [thread("pin", false), thread("pin", true)],
  lock: [thread("lock", false)],
  unlock: [thread("lock", false), thread("lock", true)],
  slow: [slow(300)],
  unslow: [slow(300), slow(null)],
  quiet: [quiet(false)],
  unquiet: [quiet(false), quiet(true)],
  warn: [about("warn")],
  unwarn: [about("warn"), undoLast],
  suspend: [about("suspend")],
  unsuspend: [about("suspend"), about("unsuspend")],
  pace: [about("pace")],
  unpace: [about("pace"), about("unpace")],
  uphold: [on("remove"), appealLast, judge("upheld")],
  overturn: [on("remove"), appealLast, judge("overturned")],
};

test.each(actionKinds)("%s: its deed leaves the act and its row of the log", async (kind) => {
  const scene = await openScene();
  const steps = [...deeds[kind]];
  const deed = steps.pop()!;
  for (const step of steps) await step(scene);
  const acts = () => scene.db.selectFrom("action").selectAll().orderBy("id").execute();
  const before = await acts();
  await deed(scene);
  const [act, ...more] = (await acts()).slice(before.length).filter((one) => one.kind === kind);
  expect(more).toEqual([]);
  const row = await scene.db
    .selectFrom("event")
    .selectAll()
    .where("id", "=", act!.id)
    .executeTakeFirstOrThrow();
  expect(row).toMatchObject({ kind: actions[kind].event, at: act!.at, person_id: act!.by_id });
  expect(row.reason).not.toBe("");
  expect(actions[kind].by).toContain(act!.office);
});
