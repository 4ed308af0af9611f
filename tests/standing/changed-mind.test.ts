import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { withdrawPost } from "#app/posts/withdraw-post.server.ts";
import { loader as personPage } from "#app/routes/person.tsx";
import { action, loader } from "#app/routes/post-changed-my-mind.tsx";
import { loader as threadPage } from "#app/routes/thread.tsx";
import { LEAST_WORDS, readChangedMindDraft } from "#app/standing/changed-mind.ts";
import { listChangedMinds, MINDS, readHonours } from "#app/standing/list-changed-minds.server.ts";
import { MindBarNote } from "#app/standing/mind-form.tsx";
import { mindsPath } from "#app/standing/mind-path.ts";
import { MindView } from "#app/standing/mind-view.tsx";
import { readPostHonours } from "#app/standing/read-post-honours.server.ts";
import { recordChangedMind } from "#app/standing/record-changed-mind.server.ts";
import { sendExemplary } from "#app/standing/send-exemplary.server.ts";
import { withdrawChangedMind } from "#app/standing/withdraw-changed-mind.server.ts";
import type { Db } from "#db/open.server.ts";
import { openForum, START } from "../forum.ts";
import { openPage } from "../routes/open-page.ts";
import { handedBack, leadsTo, visit } from "../routes/visit.ts";
import { beginThread, refusalOf, reply, rowOf } from "../threads/thread.ts";

const DAY = 86_400;
const draft = {
  before: "I held that a licence with one forbidden use is as good as open.",
  now: `I now think ${"that a rule nobody can check will be kept by the honest alone ".repeat(2)}`.trim(),
};
const records = (db: Db) => db.selectFrom("changed_mind").selectAll().execute();
const mindCount = async (db: Db, postId: number) =>
  (await db.selectFrom("tally").select("mind_count").where("post_id", "=", postId).execute())[0]
    ?.mind_count;

test("a changed mind stands at the post and on both profiles, and its page is told anew", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  const { version } = await rowOf(db, "thread", threadId);
  const location = await recordChangedMind(db, ben, openingId, draft, START + 5);
  const [record] = await listChangedMinds(db, openingId);
  expect(record).toMatchObject({ person: "Ben", author: "Ada", ...draft, recordedAt: START + 5 });
  expect(location).toBe(`/posts/${openingId}/changed-my-mind#mind-${record!.id}`);
  expect(await readHonours(db, ada.id)).toMatchObject({
    ...{ changed: 1, ofOthers: [{ person: "Ben" }], own: [] },
  });
  expect(await readHonours(db, ben.id)).toMatchObject({
    ...{ changed: 0, ofOthers: [], own: [{ author: "Ada" }] },
  });
  expect(await rowOf(db, "thread", threadId)).toMatchObject({ version: version + 1 });
  expect(await mindCount(db, openingId)).toBe(1);
  for (const [part, says] of [
    ["Ada", "changed a reader’s mind"],
    ["Ben", "What changed the mind of Ben"],
  ] as const) {
    const drawn = await openPage(db, personPage.page, null, { part });
    expect((drawn as { html: string }).html).toContain(says);
  }
});

test("the same form sent twice is one record; one author honours and is honoured once a thread", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  const second = await reply(db, ada, threadId);
  const twice = [1, 2].map((at) => recordChangedMind(db, ben, openingId, draft, START + at));
  const [one, other] = await Promise.all(twice);
  expect(one).toBe(other);
  expect(await mindCount(db, openingId)).toBe(1);
  for (const [postId, words] of [
    [openingId, { ...draft, before: "I thought otherwise." }],
    [second, draft],
  ] as const) {
    const deed = () => recordChangedMind(db, ben, postId, words, START + 9);
    expect(await refusalOf(db, deed)).toEqual({ status: 409, key: "standing.mind.already" });
  }
  expect(await records(db)).toHaveLength(1);
  const elsewhere = await beginThread(db, ada, { title: "Another matter altogether" });
  await recordChangedMind(db, ben, elsewhere.openingId, draft, START + 10);
  expect(await readHonours(db, ada.id)).toMatchObject({ changed: 1, ofOthers: [{}, {}] });
});

test("two people do not honour each other within thirty days", async () => {
  const { db, ada, ben, mo } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  const bens = await reply(db, ben, threadId);
  await recordChangedMind(db, ben, openingId, draft, START);
  const back = (now: number) => recordChangedMind(db, ada, bens, draft, now);
  expect(await refusalOf(db, () => back(START + 30 * DAY - 1))).toEqual({
    ...{ status: 409, key: "standing.mind.mutual" },
  });
  expect(await records(db)).toHaveLength(1);
  await recordChangedMind(db, mo, bens, draft, START + 1);
  await back(START + 30 * DAY);
  expect(await records(db)).toHaveLength(3);
});

test("whoever recorded it takes it back, and only they; then it may be said of another post", async () => {
  const { db, ada, ben, mo } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  const second = await reply(db, ada, threadId);
  await recordChangedMind(db, ben, openingId, draft, START);
  await withdrawChangedMind(db, mo, openingId, START + 1);
  await withdrawChangedMind(db, ada, openingId, START + 1);
  expect(await listChangedMinds(db, openingId)).toHaveLength(1);
  await withdrawChangedMind(db, ben, openingId, START + 2);
  await withdrawChangedMind(db, ben, openingId, START + 3);
  expect(await listChangedMinds(db, openingId)).toEqual([]);
  expect(await readHonours(db, ada.id)).toEqual({ changed: 0, ofOthers: [], own: [] });
  expect(await mindCount(db, openingId)).toBe(0);
  await recordChangedMind(db, ben, second, draft, START + 4);
  expect(await mindCount(db, second)).toBe(1);
});

test("nobody's own post changes their mind, nor one that was withdrawn or is not there", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  const gone = await reply(db, ada, threadId);
  await withdrawPost(db, ada, gone, { isRestored: false, now: START });
  for (const [person, postId, refusal] of [
    [ada, openingId, { status: 403, key: "standing.mind.own" }],
    [ben, gone, { status: 403, key: "standing.withdrawn" }],
    [ben, 999, { status: 404, key: "threads.post.not-found" }],
  ] as const) {
    const deed = () => recordChangedMind(db, person, postId, draft, START);
    expect(await refusalOf(db, deed)).toEqual(refusal);
  }
  expect(await records(db)).toEqual([]);
});

test("the form asks for both views, the present one in twenty words, neither beyond 32 KB", () => {
  const read = (before: string, now: string) =>
    readChangedMindDraft(new URLSearchParams({ before, now }));
  const words = (count: number) => "word ".repeat(count);
  expect(read(" So.\r\nThus. ", words(LEAST_WORDS))).toEqual({
    ...{ before: "So.\nThus.", now: words(LEAST_WORDS).trim() },
  });
  for (const [before, now, problems, status] of [
    ["", "", ["before", "now"], 422],
    ["So.", words(LEAST_WORDS - 1), ["now"], 422],
    ["…", words(LEAST_WORDS), ["before"], 422],
    ["é".repeat(16_385), words(LEAST_WORDS), ["before"], 413],
    ["So.", `${words(20)}${"é".repeat(16_385)}`, ["now"], 413],
  ] as const) {
    let thrown: unknown;
    try {
      read(before, now);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ status });
    expect(Object.keys((thrown as { problems: object }).problems)).toEqual(problems);
  }
});

test("everybody reads what changed minds, and whoever may say so finds the form there", async () => {
  const { db, ada, ben, mo } = await openForum();
  const { openingId, path } = await beginThread(db, ada);
  const address = `/posts/${openingId}/changed-my-mind`;
  const params = { post: String(openingId) };
  const asked = (person: typeof ada | null) => loader(visit(db, address, { params, person }));
  expect(await asked(null)).toMatchObject({ minds: [], isAsked: false, ownId: null });
  expect(await asked(ada)).toMatchObject({ isAsked: false });
  expect(await asked(ben)).toMatchObject({ isAsked: true });
  const send = (person: typeof ada | null, form: Record<string, string>) =>
    action(visit(db, address, { params, person, form }));
  expect(await handedBack(send(null, draft))).toMatchObject({ status: 401, values: draft });
  const short = { ...draft, now: "Otherwise." };
  expect(await handedBack(send(ben, short))).toMatchObject({ status: 422, values: short });
  expect(await records(db)).toEqual([]);
  expect(await leadsTo(send(ben, draft))).toMatchObject({ status: 302 });
  expect(await asked(ben)).toMatchObject({ isAsked: false, minds: [{ personId: ben.id }] });
  expect(await asked(mo)).toMatchObject({ isAsked: true });
  expect(await leadsTo(send(ben, { withdraw: "1" }))).toEqual({
    ...{ status: 302, to: `${path}#post-${openingId}` },
  });
  expect(await asked(ben)).toMatchObject({ isAsked: true, minds: [] });
});

test("a post tells how many minds it changed, and its page of reasons leads to saying so", async () => {
  const { db, ada, ben, nia } = await openForum();
  const { openingId, path } = await beginThread(db, ada);
  const page = async () =>
    (await openPage(db, threadPage.page, null, { part: path.split("/").at(-1)! })) as {
      html: string;
    };
  expect((await page()).html).not.toContain("changed-my-mind");
  await recordChangedMind(db, ben, openingId, draft, START);
  expect((await page()).html).toContain("changed a reader’s mind");
  const honoursFor = (person: typeof ada | null) => readPostHonours(db, person, openingId);
  await sendExemplary(db, ben, openingId, "Fair to both.", { now: START, limits: 1 });
  const none = { minds: 1, mayPraise: false, maySayChanged: false, lines: [] };
  expect(await honoursFor(null)).toMatchObject(none);
  expect(await honoursFor(nia)).toMatchObject({ ...none, maySayChanged: true });
  expect(await honoursFor(ben)).toMatchObject({ ...none, maySayChanged: true });
  expect(await honoursFor(ada)).toMatchObject({ ...none, lines: [{ sender: "Ben" }] });
});

test("who is bound to be refused reads why before writing, with a link to the record it is for", async () => {
  const { db, ada, ben, mo } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  const second = await reply(db, ada, threadId);
  const bens = await reply(db, ben, threadId);
  const asked = (person: typeof ada, postId: number, now = START) => {
    const params = { post: String(postId) };
    return loader(visit(db, mindsPath(postId), { params, person, now }));
  };
  const record = (await recordChangedMind(db, ben, openingId, draft, START)).split("-").at(-1);
  expect(await asked(ben, openingId)).toMatchObject({ isAsked: false, bar: null });
  const already = await asked(ben, second);
  expect(already).toMatchObject({
    isAsked: false,
    bar: { said: { key: "standing.mind.already" } },
  });
  const note = renderToStaticMarkup(createElement(MindBarNote, { bar: already.bar! }));
  expect(note).toContain(`href="/posts/${openingId}/changed-my-mind#mind-${record}"`);
  expect(await asked(ada, bens, START + 30 * DAY - 1)).toMatchObject({
    ...{ isAsked: false, bar: { said: { key: "standing.mind.mutual" } } },
  });
  expect(await asked(ada, bens, START + 30 * DAY)).toMatchObject({ isAsked: true, bar: null });
  expect(await asked(mo, second)).toMatchObject({ isAsked: true, bar: null });
});

test("one's own record stands first, however many came after it", async () => {
  const { db, ada, ben } = await openForum();
  const { openingId } = await beginThread(db, ada);
  await recordChangedMind(db, ben, openingId, draft, START);
  const { id: _, ...own } = (await records(db))[0]!;
  for (let at = 1; at <= MINDS; at += 1) {
    const { id } = await db
      .insertInto("person")
      .values({
        ...{ name: `Later${at}`, name_key: `later${at}`, role: "member", level: 0 },
        ...{ about: "", about_html: "", joined_at: START },
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    const later = { ...own, person_id: id, recorded_at: START + at };
    await db.insertInto("changed_mind").values(later).execute();
  }
  const params = { post: String(openingId) };
  const page = await loader(visit(db, mindsPath(openingId), { params, person: ben }));
  const names = (minds: { person: string }[]) => minds.slice(0, 2).map(({ person }) => person);
  expect(page.isAsked).toBe(false);
  expect(names(page.minds)).toEqual(["Ben", `Later${MINDS}`]);
  expect(names(await listChangedMinds(db, openingId))[0]).toBe(`Later${MINDS}`);
});

test("a record is named for whose mind it was", async () => {
  const { db, ada, ben } = await openForum();
  const { openingId } = await beginThread(db, ada);
  await recordChangedMind(db, ben, openingId, draft, START);
  const [mind] = await listChangedMinds(db, openingId);
  const drawn = renderToStaticMarkup(createElement(MindView, { mind: mind! }));
  expect(drawn).toMatch(/<article[^>]* aria-label="How Ben came to think otherwise"/);
  expect(drawn).toContain(">Ben, before</h2>");
  expect(drawn).toContain(">Ben, now</h2>");
});
