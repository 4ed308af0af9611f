import { expect, test } from "vitest";
import { appealAct } from "#app/appeals/appeal-act.server.ts";
import { decideAppeal } from "#app/appeals/decide-appeal.server.ts";
import { listAppeals } from "#app/appeals/list-appeals.server.ts";
import { readAppeal } from "#app/appeals/read-appeal.server.ts";
import { countWaiting } from "#app/desk/count-waiting.server.ts";
import { readCase } from "#app/desk/read-case.server.ts";
import { openForum } from "../forum.ts";
import { decideOn, HOUR, now, refusalOf } from "../moderation/cases.ts";
import { beginThread, reply } from "../threads/thread.ts";

async function appealed() {
  const forum = await openForum();
  const { db, ada, ben, mo } = forum;
  const { threadId } = await beginThread(db, ada);
  const postId = await reply(db, ben, threadId);
  const { actId, caseId } = await decideOn(db, mo, postId, "ask");
  const id = await appealAct(db, ben, actId, { body: "It was about the argument.", now });
  return { ...forum, id, caseId };
}

test("an appeal waits among the appeals, and its case leads to it", async () => {
  const { db, mo, id, caseId } = await appealed();
  expect((await listAppeals(db, null)).lines).toMatchObject([
    { id, name: "Ben", kind: "ask", madeAt: now, dueAt: now + 48 * HOUR },
  ]);
  expect((await countWaiting(db)).appeals).toBe(1);
  expect((await readCase(db, mo, caseId, now)).facts).toMatchObject({
    state: "appealed",
    appealId: id,
  });
});

test("whoever decided reads why they do not decide on the appeal, another may", async () => {
  const { db, mo, root, id } = await appealed();
  expect((await readAppeal(db, mo, id, now)).mayNot).toEqual({ key: "deeds.appeal.own-act" });
  expect(await readAppeal(db, root, id, now)).toMatchObject({
    ...{ mayNot: null, body: "It was about the argument.", verdict: null },
  });
  await decideAppeal(db, root, id, { verdict: "overturned", reason: "He is right.", now });
  expect(await readAppeal(db, root, id, now)).toMatchObject({
    ...{ verdict: "overturned", reason: "He is right.", decidedBy: "Root" },
  });
  expect((await listAppeals(db, null)).lines).toEqual([]);
});

test("an appeal that is not there is refused with 404", async () => {
  const { db, mo } = await openForum();
  expect((await refusalOf(db, () => readAppeal(db, mo, 99, now))).status).toBe(404);
});

test("whoever decides twice on an appeal is told that they did, another that somebody has", async () => {
  const { db, mo, root, id } = await appealed();
  const decide = (person: typeof mo) => () =>
    decideAppeal(db, person, id, { verdict: "upheld", reason: "That is how it is.", now });
  await decide(root)();
  expect(await refusalOf(db, decide(root))).toMatchObject({ key: "deeds.appeal.already" });
  expect(await refusalOf(db, decide(mo))).toMatchObject({ key: "deeds.appeal.decided" });
});
