import { expect, test } from "vitest";
import type { Person } from "#app/permissions.ts";
import { loader } from "#app/routes/log-act.tsx";
import * as appeal from "#app/routes/log-appeal.tsx";
import * as undo from "#app/routes/log-undo.tsx";
import type { Db } from "#db/open.server.ts";
import { START } from "../forum.ts";
import { openPage } from "../routes/open-page.ts";
import { errorPage, handedBack, leadsTo, visit } from "../routes/visit.ts";
import { act, DAY, openCase, openTalk } from "./scene.ts";

async function read(db: Db, person: Person | null, id: number | string, now = START) {
  const page = await openPage(db, loader.page, person, { part: String(id), now });
  if (page instanceof Response) throw page;
  return { ...page, all: page.html + Object.values(page.own).join("") };
}

async function openAct() {
  const talk = await openTalk();
  const { db, postId, threadId, ruleId } = talk;
  const caseId = await openCase(db, { postId, threadId, ruleId });
  const on = { caseId, postId, threadId, ruleId };
  const asked = await act(db, { kind: "ask", ...on, office: "members", byId: null });
  const removed = await act(db, { kind: "remove", ...on, now: START + DAY });
  return { ...talk, caseId, asked, removed };
}

test("an entry of the log has its own page, with the course of its case", async () => {
  const { db, asked, removed } = await openAct();
  const { html, status } = await read(db, null, removed);
  expect(status).toBe(200);
  expect(html).toContain("It is about a person.");
  expect(html).toContain("Rule 2: Attack the argument");
  for (const id of [asked, removed]) expect(html).toContain(`href="/log/${id}"`);
});

test("what is no act of power, or not there, has no page in the log", async () => {
  const { db } = await openAct();
  const { id } = await db
    .selectFrom("event")
    .select("id")
    .where("kind", "=", "thread-started")
    .executeTakeFirstOrThrow();
  for (const part of [id, 999_999, "x", "0", "1e3"]) {
    expect((await read(db, null, part)).status).toBe(404);
  }
});

test("whom it concerns is offered an appeal for two weeks, once; others are not", async () => {
  const { db, ada, ben, removed } = await openAct();
  const isOffered = async (person: Person | null, now: number) =>
    (await read(db, person, removed, now)).all.includes(`/log/${removed}/appeal`);
  const at = START + DAY;
  expect(await isOffered(ben, at + 14 * DAY)).toBe(true);
  expect(await isOffered(ben, at + 14 * DAY + 1)).toBe(false);
  expect(await isOffered(ada, at)).toBe(false);
  expect(await isOffered(null, at)).toBe(false);
  const appeal = {
    action_id: removed,
    person_id: ben.id,
    body: "It was a quotation.",
    made_at: at,
  };
  await db
    .insertInto("appeal")
    .values({ ...appeal, due_at: at + 2 * DAY })
    .execute();
  expect(await isOffered(ben, at)).toBe(false);
  expect((await read(db, ben, removed, at)).all).toContain("It was a quotation.");
  const forAll = await read(db, null, removed, at);
  expect(forAll.all).not.toContain("It was a quotation.");
  expect(forAll.all).toContain("Appealed on");
});

test("a moderator takes an act back from its page, with a reason; nobody else does", async () => {
  const { db, mo, ben, removed } = await openAct();
  expect((await read(db, mo, removed)).all).toContain(`/log/${removed}/undo`);
  expect((await read(db, ben, removed)).all).not.toContain(`/log/${removed}/undo`);
  const params = { act: String(removed) };
  const path = `/log/${removed}/undo`;
  expect(await errorPage(undo.loader(visit(db, path, { params, person: ben })))).toMatchObject({
    status: 403,
  });
  const wished = { params, form: { reason: "It was a quotation." } };
  expect(await handedBack(undo.action(visit(db, path, { ...wished, person: ben })))).toMatchObject({
    status: 403,
  });
  const unsaid = { params, form: { reason: " " }, person: mo };
  expect(await handedBack(undo.action(visit(db, path, unsaid)))).toMatchObject({ status: 422 });
  expect((await db.selectFrom("action").select("id").execute()).length).toBe(2);
  expect(await leadsTo(undo.loader(visit(db, path, { params })))).toMatchObject({ status: 302 });
});

test("what nothing undoes, or was undone already, has no form to undo it, and says what can be done", async () => {
  const { db, mo, postId, threadId, caseId, removed } = await openAct();
  const on = { caseId, postId, threadId };
  const final = await act(db, { kind: "hold", ...on });
  const open = (id: number) =>
    undo.loader(visit(db, "/log", { params: { act: `${id}` }, person: mo }));
  expect(await errorPage(open(final))).toEqual({ status: 409, key: "deeds.act.final" });
  expect((await read(db, mo, final)).all).not.toContain(`/log/${final}/undo`);
  const released = await act(db, { kind: "release", ...on });
  expect(await errorPage(open(released))).toEqual({ status: 409, key: "deeds.act.open" });
  expect((await read(db, mo, released)).all).not.toContain(`/log/${released}/undo`);
  await db.updateTable("case").set({ closed_at: START }).execute();
  expect((await read(db, mo, released)).all).toContain(`/log/${released}/undo`);
  await act(db, { kind: "restore", ...on, undoesId: removed });
  expect(await errorPage(open(removed))).toEqual({ status: 409, key: "deeds.act.undone" });
  expect((await read(db, mo, removed)).all).not.toContain(`/log/${removed}/undo`);
});

test("who undoes what was undone meanwhile keeps what they wrote, and is told", async () => {
  const { db, mo, postId, threadId, caseId, removed } = await openAct();
  await act(db, { kind: "restore", caseId, postId, threadId, undoesId: removed });
  const reason = "It was a quotation.";
  const sent = visit(db, "/log", { params: { act: `${removed}` }, form: { reason }, person: mo });
  expect(await handedBack(undo.action(sent))).toMatchObject({ status: 409, values: { reason } });
  expect(await undo.loader(sent)).toMatchObject({ entry: { id: removed } });
});

test("whom an act concerns appeals it from its page, once, in 300 words; nobody else does", async () => {
  const { db, ada, ben, removed } = await openAct();
  await db.updateTable("case").set({ state: "removed" }).execute();
  const path = `/log/${removed}/appeal`;
  const send = (person: Person | null, body: string, now = START + 2 * DAY) =>
    appeal.action(
      visit(db, path, { params: { act: String(removed) }, form: { body }, person, now }),
    );
  expect(await handedBack(send(ada, "Not mine."))).toMatchObject({ status: 403 });
  expect(await handedBack(send(null, "Nobody's."))).toMatchObject({ status: 401 });
  expect(await handedBack(send(ben, " "))).toMatchObject({ status: 422 });
  expect(await handedBack(send(ben, "word ".repeat(301)))).toMatchObject({ status: 413 });
  expect(await handedBack(send(ben, "Late.", START + 20 * DAY))).toMatchObject({ status: 409 });
  expect(await db.selectFrom("appeal").select("id").execute()).toEqual([]);
  expect(await leadsTo(send(ben, "It was a quotation."))).toEqual({
    ...{ status: 302, to: `/log/${removed}` },
  });
  expect(await handedBack(send(ben, "Again."))).toMatchObject({
    ...{ status: 409, values: { body: "Again." } },
  });
  expect(await db.selectFrom("appeal").select("id").execute()).toHaveLength(1);
});
