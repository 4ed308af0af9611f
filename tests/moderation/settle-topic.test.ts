/** What was flagged as off topic is moved, or split off: that settles its case. */
import { expect, test } from "vitest";
import { appealAct } from "#app/appeals/appeal-act.server.ts";
import { decideAppeal } from "#app/appeals/decide-appeal.server.ts";
import { howMoved } from "#app/desk/how-moved.ts";
import { listActsOfCase } from "#app/desk/list-acts.server.ts";
import { decideCase } from "#app/moderation/decide-case.server.ts";
import { undoAct } from "#app/moderation/undo-act.server.ts";
import type { Person } from "#app/permissions.ts";
import { moveToTopics } from "#app/threads/move-to-topics.server.ts";
import { splitBranch } from "#app/threads/split-branch.server.ts";
import type { Db } from "#db/open.server.ts";
import { openForum, START } from "../forum.ts";
import { beginThread, reply, rowOf } from "../threads/thread.ts";
import {
  actOf,
  caseOf,
  decide,
  decision,
  everything,
  flagged,
  insultOf,
  now,
  refusalOf,
  verdictsOf,
} from "./cases.ts";

const why = { reason: "It is about licences.", now: now + 60 };
const later = { reason: "It was where it belongs.", now: now + 120 };
const move = (db: Db, person: Person, threadId: number, topics = ["Licences"]) =>
  moveToTopics(db, person, threadId, { topics, ...why });
const split = (db: Db, person: Person, postId: number) =>
  splitBranch(db, person, postId, { title: "About licences", ...why });

/** Ben's thread and Ben's reply in Ada's, both flagged by Nia as off topic, and what is done about each. */
async function offTopic() {
  const forum = await openForum();
  const { db, ada, ben, nia, mo } = forum;
  const begun = await beginThread(db, ben);
  const { threadId: otherId } = await beginThread(db, ada);
  const replyId = await reply(db, ben, otherId);
  return {
    ...{ ...forum, ...begun, replyId },
    move: {
      ...{ kind: "move", postId: begun.openingId },
      caseId: await flagged(db, begun.openingId, [nia], { kind: "topic", insult: 0 }),
      act: (moderator = mo) => move(db, moderator, begun.threadId),
    },
    split: {
      ...{ kind: "split", postId: replyId },
      caseId: await flagged(db, replyId, [nia], { kind: "topic", insult: 0 }),
      act: (moderator = mo) => split(db, moderator, replyId),
    },
  };
}

const ways = ["move", "split"] as const;
const lastAct = async (db: Db) => (await everything(db)).action.at(-1)!;

test.each(ways)(
  "a %s upholds the flags, closes the case, leaves the post as it stands, and its author is told once",
  async (way) => {
    const scene = await offTopic();
    const { db, ben, mo } = scene;
    const { act, caseId, postId } = scene[way];
    const before = await rowOf(db, "post", postId);
    const path = await act();
    const threadId = Number(/^\/threads\/(\d+)/.exec(path)![1]);
    expect(await caseOf(db, caseId)).toMatchObject({
      ...{ state: "cleared", closed_at: why.now, decided_by_id: mo.id, thread_id: threadId },
    });
    expect(await verdictsOf(db, caseId)).toEqual(["upheld"]);
    const { body, state, withdrawn_at } = before;
    expect(await rowOf(db, "post", postId)).toMatchObject({ body, state, withdrawn_at });
    expect(await insultOf(db, postId)).toBe(0);
    const { action, notice, event } = await everything(db);
    expect(action).toMatchObject([
      { kind: way, case_id: caseId, post_id: postId, thread_id: threadId, about_id: ben.id },
    ]);
    expect(event.at(-1)).toMatchObject({ id: action[0]!.id, reason: why.reason });
    expect(notice).toMatchObject([{ person_id: ben.id, about_id: action[0]!.id }]);
  },
);

test.each(ways)(
  "a %s settles nothing but that it was off topic: what else the post was flagged for waits on, in a case of its own",
  async (way) => {
    const scene = await offTopic();
    const { db, ada, nia, mo } = scene;
    const { act, caseId, postId } = scene[way];
    await db
      .insertInto("flag")
      .values({
        ...{ post_id: postId, case_id: caseId, person_id: ada.id, reason: "threat" },
        ...{ weight: 0, is_own_side: 0, flagged_at: START, passage: "I know where you live." },
      })
      .execute();
    await db.updateTable("case").set({ flag_count: 2 }).where("id", "=", caseId).execute();
    await act();
    expect(await caseOf(db, caseId)).toMatchObject({ state: "cleared", flag_count: 1 });
    const { id: otherId } = await db
      .selectFrom("case")
      .select("id")
      .where("post_id", "=", postId)
      .where("closed_at", "is", null)
      .executeTakeFirstOrThrow();
    const { thread_id } = await rowOf(db, "post", postId);
    expect(await caseOf(db, otherId)).toMatchObject({
      ...{ kind: "urgent", is_urgent: 1, state: "open", waits_for: "moderator", thread_id },
      ...{ waits_since: START, flag_count: 1, passage: "I know where you live." },
    });
    const { flag } = await everything(db);
    expect(flag.filter(({ post_id }) => post_id === postId)).toMatchObject([
      { case_id: caseId, person_id: nia.id, verdict: "upheld" },
      { case_id: otherId, person_id: ada.id, verdict: null },
    ]);
    await decide(db, mo, otherId, "dismiss", { now: why.now + 10 });
    expect(await verdictsOf(db, otherId)).toEqual(["rejected"]);
    expect(await verdictsOf(db, caseId)).toEqual(["upheld"]);
  },
);

test.each(ways)("a %s that is undone was wrong, and so were the flags", async (way) => {
  const scene = await offTopic();
  const { db, mo, threadId } = scene;
  const { act, caseId, postId } = scene[way];
  const before = await rowOf(db, "post", postId);
  const topics = () => db.selectFrom("thread_topic").selectAll().execute();
  const stood = (await topics()).filter(({ thread_id }) => thread_id === threadId);
  await act();
  const done = await lastAct(db);
  const undoneBy = await undoAct(db, mo, done.id, later);
  expect(await actOf(db, done.id)).toMatchObject({ undone_by_id: undoneBy });
  expect(await actOf(db, undoneBy)).toMatchObject({ case_id: caseId, undoes_id: done.id });
  const { thread_id, parent_id } = before;
  expect(await rowOf(db, "post", postId)).toMatchObject({ thread_id, parent_id });
  expect((await topics()).filter(({ thread_id }) => thread_id === threadId)).toEqual(stood);
  expect(await verdictsOf(db, caseId)).toEqual(["rejected"]);
  expect(await caseOf(db, caseId)).toMatchObject({ state: "cleared", closed_at: why.now });
});

test.each(ways)(
  "a %s whose undoing is undone, or overturned on appeal, upholds the flags again, as often as that goes on",
  async (way) => {
    for (const isAppealed of [false, true]) {
      const scene = await offTopic();
      const { db, ben, mo, root } = scene;
      const { act, caseId, postId } = scene[way];
      const how = async () => howMoved(await listActsOfCase(db, caseId));
      await act();
      const moved = await rowOf(db, "post", postId);
      expect(await how()).toBe(way);
      const first = await undoAct(db, mo, (await lastAct(db)).id, later);
      expect(await how()).toBe(null);
      const again = { reason: "It was off topic after all.", now: later.now + 60 };
      if (isAppealed) {
        const appealId = await appealAct(db, ben, first, { body: "It fitted.", now: later.now });
        await decideAppeal(db, root, appealId, { verdict: "overturned", ...again });
      } else {
        await undoAct(db, root, first, again);
      }
      const { thread_id, parent_id } = moved;
      expect(await rowOf(db, "post", postId)).toMatchObject({ thread_id, parent_id });
      expect(await verdictsOf(db, caseId)).toEqual(["upheld"]);
      expect(await how()).toBe(way);
      if (isAppealed) continue;
      await undoAct(db, mo, (await lastAct(db)).id, { ...again, now: again.now + 60 });
      expect(await verdictsOf(db, caseId)).toEqual(["rejected"]);
      expect(await how()).toBe(null);
    }
  },
);

test("a case about something else, or on which it was decided already, stays as it is", async () => {
  const { db, ada, nia, mo } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  const caseId = await flagged(db, openingId, [nia], { kind: "rules" });
  await move(db, mo, threadId);
  expect(await caseOf(db, caseId)).toMatchObject({ state: "open", version: 1 });
  expect(await lastAct(db)).toMatchObject({ kind: "move", case_id: null, post_id: null });

  const id = await reply(db, ada, threadId);
  const askedId = await flagged(db, id, [nia], { kind: "topic" });
  await decide(db, mo, askedId, "ask");
  await split(db, mo, id);
  expect(await caseOf(db, askedId)).toMatchObject({ state: "asked", closed_at: null });
  expect(await lastAct(db)).toMatchObject({ kind: "split", case_id: null });
});

test("a case of a reply waits while the thread is moved, and one of the opening post while a reply is split off", async () => {
  const scene = await offTopic();
  const { db, mo, threadId } = scene;
  const id = await reply(db, scene.ben, threadId);
  await split(db, mo, id);
  expect(await caseOf(db, scene.move.caseId)).toMatchObject({ state: "open" });
  await move(db, mo, (await rowOf(db, "post", scene.replyId)).thread_id);
  expect(await caseOf(db, scene.split.caseId)).toMatchObject({ state: "open" });
});

test("about their own post nobody decides by moving it: another moderator still looks", async () => {
  const { db, nia, mo } = await openForum();
  const { threadId, openingId } = await beginThread(db, mo);
  const caseId = await flagged(db, openingId, [nia], { kind: "topic" });
  await move(db, mo, threadId);
  expect(await caseOf(db, caseId)).toMatchObject({ state: "open", waits_for: "moderator" });
  expect(await lastAct(db)).toMatchObject({ kind: "move", case_id: null });
});

test.each(ways)("a %s that settled a case can be appealed, upheld and overturned", async (way) => {
  for (const verdict of ["upheld", "overturned"] as const) {
    const scene = await offTopic();
    const { db, ben, root } = scene;
    const { act, caseId, postId } = scene[way];
    const { thread_id, parent_id } = await rowOf(db, "post", postId);
    await act();
    const appealId = await appealAct(db, ben, (await lastAct(db)).id, {
      ...{ body: "It is about weights.", now: later.now },
    });
    expect(await caseOf(db, caseId)).toMatchObject({ state: "cleared" });
    await decideAppeal(db, root, appealId, { verdict, ...later });
    const isUpheld = verdict === "upheld";
    expect(await verdictsOf(db, caseId)).toEqual([isUpheld ? "upheld" : "rejected"]);
    expect(await caseOf(db, caseId)).toMatchObject({ state: "cleared" });
    if (!isUpheld) {
      expect(await rowOf(db, "post", postId)).toMatchObject({ thread_id, parent_id });
    }
  }
});

test("overturned after the thread was moved on, it stays where it is, and the flags were wrong", async () => {
  const scene = await offTopic();
  const { db, ben, mo, root, threadId } = scene;
  const { act, caseId } = scene.move;
  await act();
  const { id } = await lastAct(db);
  await move(db, mo, threadId, ["Open weights", "Licences"]);
  const appealId = await appealAct(db, ben, id, { body: "It fitted.", now: later.now });
  await decideAppeal(db, root, appealId, { verdict: "overturned", ...later });
  expect(await verdictsOf(db, caseId)).toEqual(["rejected"]);
});

test.each(ways)("whoever decides on the case after a %s is told of it", async (way) => {
  const scene = await offTopic();
  const { db, mo, root } = scene;
  const { act, caseId } = scene[way];
  const { version } = await caseOf(db, caseId);
  await act(mo);
  const dismissed = () => decideCase(db, root, caseId, { ...decision("dismiss"), version });
  expect(await refusalOf(db, dismissed)).toEqual({ status: 409, key: "deeds.case.meanwhile" });
  await expect(dismissed()).rejects.toMatchObject({ said: { values: { name: "Mo", kind: way } } });
});

test.each(ways)(
  "of a %s and a decision at the same moment one decides on the case",
  async (way) => {
    const scene = await offTopic();
    const { db, mo, root } = scene;
    const { act, caseId } = scene[way];
    const done = await Promise.allSettled([act(mo), decide(db, root, caseId, "dismiss")]);
    const { action } = await everything(db);
    const decisions = action.filter(({ case_id }) => case_id === caseId);
    expect(decisions).toHaveLength(1);
    const isMoved = decisions[0]!.kind === way;
    expect(done.map(({ status }) => status)).toEqual([
      "fulfilled",
      isMoved ? "rejected" : "fulfilled",
    ]);
    expect(await verdictsOf(db, caseId)).toEqual([isMoved ? "upheld" : "rejected"]);
  },
);
