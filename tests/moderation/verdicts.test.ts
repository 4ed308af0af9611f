import { expect, test } from "vitest";
import { appealAct } from "#app/appeals/appeal-act.server.ts";
import { decideAppeal } from "#app/appeals/decide-appeal.server.ts";
import { recordAct } from "#app/moderation/act.server.ts";
import { keepTime } from "#app/moderation/keep-time.server.ts";
import { rewritePost } from "#app/moderation/rewrite-post.server.ts";
import { findCase, takeStep } from "#app/moderation/take-step.server.ts";
import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { openForum } from "../forum.ts";
import { beginThread, everything, reply } from "../threads/thread.ts";
import { actOf, caseOf, decide, flagged, insultOf, now, verdictsOf } from "./cases.ts";

const body = "First point here. You are an utter fool. Second point.";
const passage = "You are an utter fool.";

async function scene() {
  const forum = await openForum();
  const { threadId } = await beginThread(forum.db, forum.ada);
  const id = await reply(forum.db, forum.ben, threadId, { body });
  return { ...forum, id, caseId: await flagged(forum.db, id, [forum.ada], { passage }) };
}

async function lapse(db: Db, caseId: number) {
  const due = (await caseOf(db, caseId)).due_at!;
  await keepTime(db, due, (error) => {
    throw error;
  });
  return due;
}

/** Members' flags ask, as they do before review. */
const askByMembers = (db: Db, caseId: number) =>
  write(db, async (trx) => {
    const row = await findCase(trx, caseId);
    await takeStep(trx, row, "ask", { now });
    return recordAct(trx, {
      ...{ kind: "ask", office: "members", byId: null, aboutId: row.author_id, caseId, now },
      reason: "Flags.",
    });
  });

test("what one moderator asked and another dismisses was a wrong decision, and so were its flags", async () => {
  const { db, mo, root, caseId } = await scene();
  const ask = await decide(db, mo, caseId, "ask");
  const dismiss = await decide(db, root, caseId, "dismiss", { now: now + 1 });
  expect(await verdictsOf(db, caseId)).toEqual(["rejected"]);
  expect(await actOf(db, ask)).toMatchObject({ is_decision: 1, undone_by_id: dismiss });
});

test("a post that is given back after the time to rewrite it was over was asked about wrongly", async () => {
  const { db, mo, root, caseId } = await scene();
  const ask = await decide(db, mo, caseId, "ask");
  const at = await lapse(db, caseId);
  const restore = await decide(db, root, caseId, "restore", { now: at + 1 });
  expect(await verdictsOf(db, caseId)).toEqual(["rejected"]);
  expect(await actOf(db, ask)).toMatchObject({ is_decision: 1, undone_by_id: restore });
});

test("overturned that the time was over, what was asked is undone with it", async () => {
  const { db, ben, mo, root, caseId } = await scene();
  const ask = await decide(db, mo, caseId, "ask");
  const at = await lapse(db, caseId);
  const lapsed = (await everything(db)).action.at(-1)!;
  const appeal = await appealAct(db, ben, lapsed.id, { body: "No.", now: at + 1 });
  const verdict = { verdict: "overturned", reason: "It is no insult.", now: at + 2 };
  const overturn = await decideAppeal(db, root, appeal, verdict);
  for (const id of [ask, lapsed.id]) {
    expect(await actOf(db, id)).toMatchObject({ undone_by_id: overturn });
  }
  expect(await verdictsOf(db, caseId)).toEqual(["rejected"]);
});

test("where members' flags asked, a moderator who upholds that on appeal upholds the flags", async () => {
  const { db, ben, root, id, caseId } = await scene();
  const ask = await askByMembers(db, caseId);
  expect(await verdictsOf(db, caseId)).toEqual([null]);
  const appeal = await appealAct(db, ben, ask, { body: "No.", now: now + 1 });
  const verdict = { verdict: "upheld", reason: "It insults.", now: now + 2 };
  await decideAppeal(db, root, appeal, verdict);
  expect(await verdictsOf(db, caseId)).toEqual(["upheld"]);
  expect(await insultOf(db, id)).toBe(1_000_000_000);
});

test("where members' flags asked, a moderator who confirms the new text upholds the flags on the former, and no later one", async () => {
  const { db, ada, ben, nia, root, id, caseId } = await scene();
  await askByMembers(db, caseId);
  const means = { now: now + 2, limits: 1, scorer: () => undefined };
  await rewritePost(db, ben, id, { body: `${body} Sorry.`, version: 1 }, means);
  const late = { post_id: id, case_id: caseId, person_id: nia.id, reason: "insult" };
  await db
    .insertInto("flag")
    .values({ ...late, weight: 0, is_own_side: 0, flagged_at: now + 3 })
    .execute();
  await decide(db, root, caseId, "confirm", { now: now + 4 });
  const flags = await db.selectFrom("flag").select(["person_id", "verdict"]).execute();
  expect(flags).toEqual([
    { person_id: ada.id, verdict: "upheld" },
    { person_id: nia.id, verdict: null },
  ]);
  expect(await insultOf(db, id)).toBe(0);
});
