import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { sweepNudges } from "#app/nudges/sweep-nudges.server.ts";
import type { Person } from "#app/permissions.ts";
import type { HandedBack } from "#app/refusals.ts";
import * as aboutScorer from "#app/routes/about-scorer.tsx";
import * as adminNudges from "#app/routes/admin-nudges.tsx";
import * as draftsJson from "#app/routes/drafts-json.ts";
import * as postEdit from "#app/routes/post-edit.tsx";
import * as preview from "#app/routes/preview.tsx";
import * as previewJson from "#app/routes/preview-json.ts";
import * as threadNew from "#app/routes/thread-new.tsx";
import * as threadReply from "#app/routes/thread-reply.tsx";
import type { Db } from "#db/open.server.ts";
import { openForum, START } from "../forum.ts";
import { CIVIL, INSULT, scorer } from "../nudges/scorer.ts";
import { beginThread, everything, reply } from "../threads/thread.ts";
import { errorPage, handedBack, leadsTo, visit } from "./visit.ts";

const asked = { status: 200, refused: null, problems: {}, nudge: { rule: "name" } };

test("a reply, a thread and an edit are asked about once, with all that was typed kept", async () => {
  const { db, ada } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  const forms = [
    [threadReply.action, `/threads/${threadId}/reply`, { thread: String(threadId) }, {}],
    [threadNew.action, "/threads/new", {}, { title: "Who reads it so?", topics: "Licences" }],
    [
      postEdit.action,
      `/posts/${openingId}/edit`,
      { post: String(openingId) },
      { version: "1", title: "Who?", topics: "Licences" },
    ],
  ] as const;
  for (const [action, path, params, more] of forms) {
    const form = { ...more, body: INSULT, key: randomUUID() };
    const send = (more = {}) =>
      action(visit(db, path, { person: ada, params, form: { ...form, ...more }, scorer }));
    const before = await everything(db);
    const back = await handedBack(send());
    expect(back).toMatchObject({ ...asked, values: { ...form, asked: "name" } });
    const { event, post, thread } = await everything(db);
    expect({ event, post, thread }).toEqual({
      event: before.event,
      post: before.post,
      thread: before.thread,
    });
    expect((await leadsTo(send({ asked: "name" }))).status).toBe(302);
  }
  expect(await db.selectFrom("nudge_outcome").select("outcome").execute()).toHaveLength(3);
});

test("a form that is wrong or may not be sent is refused before anybody is asked", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId } = await beginThread(db, ada);
  await db.updateTable("thread").set({ locked_at: 1, locked_by_id: 1 }).execute();
  const send = (person: typeof ben | null, body: string) =>
    handedBack(
      threadReply.action(
        visit(db, `/threads/${threadId}/reply`, {
          ...{ person, scorer, params: { thread: String(threadId) } },
          form: { body, key: randomUUID() },
        }),
      ),
    );
  expect(await send(ben, INSULT)).toMatchObject({ status: 403 });
  expect(await send(null, INSULT)).toMatchObject({ status: 401 });
  expect(await send(ben, "")).toMatchObject({ status: 422 });
  expect(await db.selectFrom("nudge").selectAll().execute()).toEqual([]);
});

test("pressed on the page that asked, “Post as it is” is the same sending as any other of the form", async () => {
  const { db, ada } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const form = { body: INSULT, key: randomUUID() };
  const send = (more: Record<string, string> = {}) =>
    threadReply.action(
      visit(db, `/threads/${threadId}/reply`, {
        ...{ person: ada, scorer, params: { thread: String(threadId) } },
        form: { ...form, ...more },
      }),
    );
  await handedBack(send());
  const first = await leadsTo(send({ "as-it-is": "1" }));
  expect(await leadsTo(send())).toEqual(first);
  expect(await leadsTo(send({ "as-it-is": "1" }))).toEqual(first);
});

test("asked at the preview, one is asked no more", async () => {
  const { db, ada } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const place = `/threads/${threadId}/reply`;
  const form = { body: INSULT, key: randomUUID() };
  const look = async (sent: Record<string, string>) =>
    (await preview.action(
      visit(db, `/preview?for=${place}?parent=1`, { person: ada, form: sent, scorer }),
    )) as unknown as HandedBack;
  const shown = await look(form);
  expect(shown).toMatchObject({ nudge: { rule: "name" }, values: { ...form, asked: "name" } });
  // Loaded again, it is the same page.
  expect((await look(form)).nudge).toMatchObject({ rule: "name" });
  expect(await look(shown.values)).toMatchObject({ nudge: null, values: { asked: "name" } });
  const params = { thread: String(threadId) };
  const sent = threadReply.action(
    visit(db, place, { person: ada, params, form: shown.values, scorer }),
  );
  expect((await leadsTo(sent)).status).toBe(302);
});

test("as one types, the passage is told as often as it is there, and asked about once the draft tells of it", async () => {
  const { db, ada } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const { look, save, send } = typist(db, ada, `/threads/${threadId}/reply`);
  const key = randomUUID();
  expect((await look({ body: INSULT, key }, null)).nudge).toBeUndefined();
  expect((await look({ body: CIVIL, key })).nudge).toBeNull();
  const looked = await look({ body: INSULT, key });
  expect(looked).toMatchObject({ nudge: { count: 1 }, asked: null });
  expect(Object.keys(looked.nudge)).toEqual(["rule", "count", "excerpts"]);
  await look({ body: INSULT, key, asked: "name" });
  // What its page has not shown yet, nobody was asked, and nobody says so but the draft.
  expect(await openQuestions(db)).toEqual([]);
  await save({ body: INSULT, key, asked: "name" });
  expect(await openQuestions(db)).toEqual([{ rule: "name", mark: null }]);
  expect(await look({ body: INSULT, key })).toMatchObject({ nudge: { count: 1 }, asked: "name" });
  expect((await leadsTo(send({ body: CIVIL, key }))).status).toBe(302);
  expect(await outcomes(db)).toEqual([{ rule: "name", outcome: "edited" }]);
});

test("a draft about which one was asked as one typed is filled in again, and not asked about", async () => {
  const { db, ada } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const place = `/threads/${threadId}/reply`;
  const { save, send } = typist(db, ada, place);
  const key = randomUUID();
  await save({ body: INSULT, key, asked: "name" });
  const params = { thread: String(threadId) };
  const opened = await threadReply.loader(
    visit(db, `${place}?draft=${key}`, { person: ada, params }),
  );
  expect(opened!.draft).toMatchObject({ key, asked: "name" });
  expect((await leadsTo(send({ body: INSULT, key }))).status).toBe(302);
  expect(await outcomes(db)).toEqual([{ rule: "name", outcome: "as-it-was" }]);
});

test("who empties a draft about which they were asked has withdrawn it", async () => {
  const { db, ada } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const { save } = typist(db, ada, `/threads/${threadId}/reply`);
  const key = randomUUID();
  await save({ body: INSULT, key });
  const emptied = await save({ body: "", key, asked: "name", "draft-version": "1" });
  expect(emptied).toMatchObject({ isClosed: true });
  await sweepNudges(db, START + 8 * 86_400);
  expect(await outcomes(db)).toEqual([{ rule: "name", outcome: "withdrawn" }]);
});

test("what comes late of a draft that was posted is no new question", async () => {
  const { db, ada } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const place = `/threads/${threadId}/reply`;
  const { look, save, send } = typist(db, ada, place);
  const form = { body: INSULT, key: randomUUID(), asked: "name" };
  await leadsTo(send(form));
  await look(form);
  await save(form);
  const { asked: _, ...untold } = form;
  await preview.action(visit(db, `/preview?for=${place}`, { person: ada, form: untold, scorer }));
  expect(await openQuestions(db)).toEqual([]);
  expect(await outcomes(db)).toEqual([{ rule: "name", outcome: "as-it-was" }]);
});

test("a draft is saved, whatever it tells of being asked, also to who is asked too often", async () => {
  const { db, ada } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const { save } = typist(db, ada, `/threads/${threadId}/reply`);
  for (let drafts = 0; drafts < 31; drafts += 1) {
    const asked = drafts === 0 ? "stolen-words" : "name";
    const saved = await save({ body: `${drafts}`, key: randomUUID(), asked });
    expect(saved).toMatchObject({ version: 1 });
  }
  const kept = await openQuestions(db);
  expect([kept.length, kept.filter(({ rule }) => rule === "other").length]).toEqual([30, 1]);
});

/** Somebody who writes in one form: looked at, saved, sent. */
function typist(db: Db, person: Person, place: string) {
  const params = { thread: /\d+/.exec(place)![0] };
  const at = (address: string, form: Record<string, string>, sender: Person | null) =>
    visit(db, `${address}?for=${place}`, { person: sender, form, scorer });
  return {
    look: async (form: Record<string, string>, sender: Person | null = person) =>
      (await previewJson.action(at("/preview.json", form, sender))).json(),
    save: async (form: Record<string, string>) =>
      (await draftsJson.action(at("/drafts.json", form, person))).json(),
    send: (form: Record<string, string>) =>
      threadReply.action(visit(db, place, { person, params, form, scorer })),
  };
}

const openQuestions = (db: Db) => db.selectFrom("nudge").select(["rule", "mark"]).execute();
const outcomes = (db: Db) =>
  db.selectFrom("nudge_outcome").select(["rule", "outcome"]).orderBy("id").execute();

test("an edit is not asked about for what the post says already", async () => {
  const { db, ada } = await openForum();
  const { openingId } = await beginThread(db, ada, { body: INSULT });
  const path = `/preview.json?for=/posts/${openingId}/edit`;
  const form = { body: `${INSULT} Or so.`, key: randomUUID() };
  const answer = await previewJson.action(visit(db, path, { person: ada, form, scorer }));
  expect((await answer.json()).nudge).toBeNull();
});

test("without a scorer everything is posted unasked", async () => {
  const { db, ada } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const place = `/threads/${threadId}/reply`;
  const form = { body: INSULT, key: randomUUID(), asked: "name" };
  const params = { thread: String(threadId) };
  expect(
    (await leadsTo(threadReply.action(visit(db, place, { person: ada, params, form })))).status,
  ).toBe(302);
  const looked = await previewJson.action(
    visit(db, `/preview.json?for=${place}`, { person: ada, form }),
  );
  expect(await looked.json()).toMatchObject({ nudge: null, advice: [] });
  expect(await outcomes(db)).toEqual([]);
});

test("what was asked about before the scorer was switched off counts for nothing", async () => {
  const { db, ada } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const place = `/threads/${threadId}/reply`;
  const params = { thread: String(threadId) };
  const form = { body: INSULT, key: randomUUID() };
  await handedBack(threadReply.action(visit(db, place, { person: ada, params, form, scorer })));
  const sent = threadReply.action(visit(db, place, { person: ada, params, form }));
  expect((await leadsTo(sent)).status).toBe(302);
  expect([await openQuestions(db), await outcomes(db)]).toEqual([[], []]);
});

test("what is asked of everyone stands above the form until one has posted ten times", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const open = async () => {
    const params = { thread: String(threadId) };
    const args = visit(db, `/threads/${threadId}/reply`, { person: ben, params });
    return (await threadReply.loader(args))!.isNew;
  };
  for (let posts = 0; posts < 10; posts += 1) {
    expect(await open()).toBe(true);
    await reply(db, ben, threadId);
  }
  expect(await open()).toBe(false);
});

test("anybody may try a text, and nothing of it is kept", async () => {
  const { db, ada } = await openForum();
  const before = await everything(db);
  for (const person of [null, ada]) {
    const args = visit(db, "/about/scorer", { person, form: { text: INSULT }, scorer });
    expect(await aboutScorer.action(args)).toMatchObject({
      tried: { text: INSULT, scores: { insult: 0.9, passages: [{ reason: "name" }] } },
    });
  }
  expect(await everything(db)).toEqual(before);
  expect(await db.selectFrom("nudge").selectAll().execute()).toEqual([]);
});

test("a text that is none, or too long, or too many, or without a scorer, is refused with what was typed", async () => {
  const { db } = await openForum();
  const send = (text: string, used: typeof scorer | undefined = scorer) =>
    handedBack(
      aboutScorer.action(visit(db, "/about/scorer", { form: { text }, scorer: used })) as never,
    );
  expect(await send(" ")).toMatchObject({ status: 422 });
  expect(await send("a".repeat(32 * 1024 + 1))).toMatchObject({ status: 413 });
  const off = visit(db, "/about/scorer", { form: { text: "A" } });
  expect(await handedBack(aboutScorer.action(off))).toMatchObject({ status: 404 });
  for (let tries = 0; tries < 30; tries += 1) {
    await aboutScorer.action(visit(db, "/about/scorer", { form: { text: "A" }, scorer }));
  }
  expect(await send("One more")).toMatchObject({ status: 429, values: { text: "One more" } });
});

test("what came of asking is for administrators alone", async () => {
  const { db, mo, root } = await openForum();
  const refused = await errorPage(adminNudges.loader(visit(db, "/admin/nudges", { person: mo })));
  expect(refused).toEqual({ status: 403, key: "refused.administrators-only" });
  expect(await adminNudges.loader(visit(db, "/admin/nudges", { person: root }))).toEqual({
    months: [],
    isOn: false,
  });
});

test("who was asked as they typed is not asked again, and what they did is counted", async () => {
  const { db, ada } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const place = `/threads/${threadId}/reply`;
  const params = { thread: String(threadId) };
  for (const body of [INSULT, CIVIL]) {
    const form = { body, key: randomUUID(), asked: "name" };
    const sent = threadReply.action(visit(db, place, { person: ada, params, form, scorer }));
    expect((await leadsTo(sent)).status).toBe(302);
  }
  const form = { body: CIVIL, key: randomUUID(), asked: "<b>No such rule</b>" };
  await threadReply.action(visit(db, place, { person: ada, params, form, scorer }));
  expect(await outcomes(db)).toEqual([
    { rule: "name", outcome: "as-it-was" },
    { rule: "name", outcome: "edited" },
  ]);
});

test("a title longer than any is no work for the scorer, at the preview and as one types", async () => {
  const { db, ada } = await openForum();
  const weighed: number[] = [];
  const counting: typeof scorer = (text) => {
    weighed.push(text.length);
    return scorer(text);
  };
  const long = "A dunce. ".repeat(120_000);
  const form = { title: long, norms: long, disclosure: long, body: CIVIL, key: randomUUID() };
  const wished = { person: ada, form, scorer: counting };
  await preview.action(visit(db, "/preview?for=/threads/new", wished));
  await previewJson.action(visit(db, "/preview.json?for=/threads/new", wished));
  expect(weighed).toEqual([CIVIL.length, CIVIL.length]);
});

test("all words of a thread's author are asked about, also what is asked of those who reply", async () => {
  const { db, ada } = await openForum();
  const fields = { title: "Who  reads it?", topics: "Licences", body: CIVIL };
  for (const name of ["title", "norms", "disclosure"]) {
    const form = { ...fields, [name]: "No  dunces here", key: randomUUID() };
    const send = () => threadNew.action(visit(db, "/threads/new", { person: ada, form, scorer }));
    expect(await handedBack(send())).toMatchObject({
      nudge: { excerpts: [{ field: name }] },
    });
    const looked = await previewJson.action(
      visit(db, "/preview.json?for=/threads/new", { person: ada, form, scorer }),
    );
    expect((await looked.json()).nudge).toMatchObject({ excerpts: [{ field: name }] });
  }
});

test("who is asked about one draft after another is refused for a while, with what was typed", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const place = `/threads/${threadId}/reply`;
  const params = { thread: String(threadId) };
  const send = (person: typeof ada, body = INSULT) => {
    const form = { body, key: randomUUID() };
    return threadReply.action(visit(db, place, { person, params, form, scorer }));
  };
  for (let drafts = 0; drafts < 30; drafts += 1) {
    expect(await handedBack(send(ben))).toMatchObject(asked);
  }
  const before = await everything(db);
  expect(await handedBack(send(ben))).toMatchObject({ status: 429, values: { body: INSULT } });
  expect(await everything(db)).toEqual(before);
  const { count } = await db
    .selectFrom("nudge")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  expect(count).toBe(30);
  expect((await leadsTo(send(ben, CIVIL))).status).toBe(302);
  expect(await handedBack(send(ada))).toMatchObject(asked);
});
