/** Every act of power leaves its row of the log, in the transaction of the act. */
import type { Kysely, KyselyPlugin } from "kysely";
import { expect, test } from "vitest";
import { isActOfPower } from "#app/events/event.ts";
import { recordAct } from "#app/moderation/act.server.ts";
import { actOnPerson } from "#app/moderation/act-on-person.server.ts";
import { actionKinds, actions } from "#app/moderation/actions.ts";
import { decideCase } from "#app/moderation/decide-case.server.ts";
import { undoAct } from "#app/moderation/undo-act.server.ts";
import { moderateThread } from "#app/threads/moderate-thread.server.ts";
import type { Db } from "#db/open.server.ts";
import type { Schema } from "#db/schema.ts";
import { write } from "#db/write.server.ts";
import { openForum, type TestForum } from "../forum.ts";
import { beginThread, reply } from "../threads/thread.ts";
import { DAY, decision, everything, flagged, now } from "./cases.ts";

test("each kind of act is an act of power in the log, and what undoes it is one too", () => {
  for (const kind of actionKinds) {
    const { event, undo, by } = actions[kind];
    expect(isActOfPower(event), kind).toBe(true);
    expect(by.length, kind).toBeGreaterThan(0);
    if (undo) expect(actions[undo], kind).toBeDefined();
  }
});

test("AC-105: each kind of act leaves one row, with who, when, what and why; without a reason nothing", async () => {
  const { db, ada, mo } = await openForum();
  for (const kind of actionKinds) {
    const act = { kind, office: "moderator", byId: mo.id, aboutId: ada.id, now } as const;
    await write(db, (trx) => recordAct(trx, { ...act, reason: `Because of ${kind}.` }));
    const before = await everything(db);
    const last = before.event.findLast(({ kind }) => kind !== "breaker-tripped")!;
    expect(last).toMatchObject({
      ...{ kind: actions[kind].event, person_id: mo.id, about_id: ada.id, at: now },
      reason: `Because of ${kind}.`,
    });
    expect(before.action.at(-1)).toMatchObject({ id: last.id, kind, by_id: mo.id, at: now });
    for (const reason of ["", " "]) {
      const none = write(db, (trx) => recordAct(trx, { ...act, reason }));
      await expect(none).rejects.toThrow("needs a reason");
    }
    expect(await everything(db)).toEqual(before);
  }
});

/** A handle that fails at one statement of many, as a process that is killed there. */
function failingAt(db: Db, at: number): { db: Db; count: () => number } {
  let count = 0;
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      count += 1;
      if (count === at) throw new Error("killed here");
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  return { db: (db as Kysely<Schema>).withPlugin(plugin) as Db, count: () => count };
}

type Scene = TestForum & { postId: number; threadId: number; caseId: number };

const deeds: Record<string, (scene: Scene, db: Db) => Promise<unknown>> = {
  "removing a post": ({ mo, caseId }, db) =>
    decideCase(db, mo, caseId, { ...decision("remove"), version: 1 }),
  "asking for a rewrite": ({ mo, caseId }, db) =>
    decideCase(db, mo, caseId, { ...decision("ask"), version: 1 }),
  "dismissing flags": ({ mo, caseId }, db) =>
    decideCase(db, mo, caseId, { ...decision("dismiss"), version: 1 }),
  "suspending somebody": ({ mo, ben }, db) =>
    actOnPerson(db, mo, ben.id, {
      kind: "suspend",
      until: now + DAY,
      reason: "It goes in circles.",
      now,
    }),
  "locking a thread": ({ mo, threadId }, db) =>
    moderateThread(db, mo, threadId, {
      act: "lock",
      isUndone: false,
      reason: "It goes in circles.",
      now,
    }),
  "undoing an act": async ({ mo }, db) => {
    const act = await db.selectFrom("action").select("id").executeTakeFirstOrThrow();
    return undoAct(db, mo, act.id, { reason: "It goes in circles.", now });
  },
};

async function openScene(isDecided: boolean): Promise<Scene> {
  const forum = await openForum();
  const { threadId } = await beginThread(forum.db, forum.ada);
  const postId = await reply(forum.db, forum.ben, threadId);
  const caseId = await flagged(forum.db, postId, [forum.ada]);
  const scene = { ...forum, threadId, postId, caseId };
  if (isDecided) await deeds["removing a post"]!(scene, forum.db);
  return scene;
}

test.each(Object.keys(deeds))(
  "%s: killed at any statement, neither the act nor its row is there",
  async (name) => {
    const scene = await openScene(name === "undoing an act");
    const before = await everything(scene.db);
    let at = 1;
    for (; at < 200; at++) {
      const failing = failingAt(scene.db, at);
      const error = await deeds[name]!(scene, failing.db).then(
        () => null,
        (thrown: unknown) => thrown,
      );
      if (!error) break;
      expect(error).toMatchObject({ message: "killed here" });
      expect(await everything(scene.db), `at ${at}`).toEqual(before);
    }
    expect(at).toBeGreaterThan(4);
    const after = await everything(scene.db);
    expect(after.action).toHaveLength(before.action.length + 1);
    expect(after.event.at(-1)!.id).toBe(after.action.at(-1)!.id);
  },
);
