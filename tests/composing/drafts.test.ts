import { describe, expect, test } from "vitest";
import { discardDraft, sweepDrafts } from "#app/composing/discard-draft.server.ts";
import {
  type KeptDraft,
  MOST_DRAFTS,
  readKeptDraft,
  readSentDraft,
  type SentDraft,
} from "#app/composing/kept-draft.ts";
import { countDrafts, listDrafts, readDraft } from "#app/composing/read-drafts.server.ts";
import { readFormDrafts } from "#app/composing/read-form-drafts.server.ts";
import { saveDraft } from "#app/composing/save-draft.server.ts";
import type { Person } from "#app/permissions.ts";
import { Refusal, WrongForm } from "#app/refusals.ts";
import { editPost } from "#app/threads/edit-post.server.ts";
import type { Db } from "#db/open.server.ts";
import { openForum, START } from "../forum.ts";
import { beginThread, reply, sending, threadDraft } from "../threads/thread.ts";

const DAY = 86_400;
/** A key such as a form has. */
const keyOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

const one = (more: Partial<KeptDraft> = {}): KeptDraft => ({
  key: keyOf(1),
  place: "/threads/new",
  ...{ version: 0, ahead: 0, page: null },
  fields: { title: "Begun", body: "First words." },
  ...more,
});

const save = (db: Db, person: Person, draft: Partial<KeptDraft> = {}, now = START) =>
  saveDraft(db, person, one(draft), { now, newKey: keyOf(99) });

/** The draft of a form as it is sent. */
const sent = (more: Partial<SentDraft> = {}): SentDraft => {
  const { place, ...draft } = one();
  return { ...draft, version: 1, newKey: keyOf(99), ...more };
};

const rows = (db: Db) => db.selectFrom("draft").selectAll().orderBy("key").execute();
const bodies = async (db: Db, person: Person) =>
  (await listDrafts(db, person)).map((line) => line.body);

async function refused(db: Db, deed: () => Promise<unknown>) {
  const before = await rows(db);
  const error = await deed().then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(await rows(db)).toEqual(before);
  if (!(error instanceof Refusal)) throw error ?? new Error("it was not refused");
  return [error.status, error.said.key];
}

describe("saving", () => {
  test("each save that knows of the last one takes its place", async () => {
    const { db, ada } = await openForum();
    const first = await save(db, ada);
    expect(first).toEqual({ key: keyOf(1), version: 1, isClosed: false });
    const fields = { title: "Begun", body: "First words. And more." };
    expect(await save(db, ada, { version: 1, fields }, START + 3)).toMatchObject({ version: 2 });
    expect(await rows(db)).toMatchObject([
      { person_id: ada.id, version: 2, saved_at: START + 3, closed_at: null },
    ]);
    expect((await readDraft(db, ada, keyOf(1))).draft.values).toEqual(fields);
  });

  test("an older page overwrites nothing: its text is kept apart, once, and it goes on there", async () => {
    const { db, ada } = await openForum();
    await save(db, ada);
    await save(db, ada, { version: 1, fields: { body: "From the first tab." } });
    const late = { version: 1, fields: { body: "From the second tab." } };
    const apart = await save(db, ada, late);
    expect(apart).toEqual({ key: keyOf(99), version: 1, isClosed: false });
    expect(await save(db, ada, late)).toEqual(apart);
    expect((await bodies(db, ada)).sort()).toEqual(["From the first tab.", "From the second tab."]);
    const further = { ...apart, fields: { body: "From the second tab, on." } };
    expect(await save(db, ada, further)).toMatchObject({ key: keyOf(99), version: 2 });
    expect(await rows(db)).toHaveLength(2);
  });

  test("a save that comes twice is one, and one that is overtaken by a longer text writes nothing", async () => {
    const { db, ada } = await openForum();
    await save(db, ada);
    expect(await save(db, ada)).toMatchObject({ version: 1 });
    await save(db, ada, { version: 1, fields: { title: "Begun", body: "First words. More." } });
    const before = await rows(db);
    expect(await save(db, ada)).toEqual({ key: keyOf(1), version: 0, isClosed: false });
    expect(await rows(db)).toEqual(before);
  });

  test("a page that heard nothing of its last save goes on from it", async () => {
    const { db, ada } = await openForum();
    const page = keyOf(7);
    await save(db, ada, { page });
    const unheard = { page, ahead: 1, fields: { body: "Came back." } };
    expect(await save(db, ada, unheard)).toMatchObject({ key: keyOf(1), version: 2 });
    // A save that was under way when the page was left, and comes after the last one.
    const late = await save(db, ada, { page, fields: { body: "Late." } });
    expect(late.key).toBe(keyOf(99));
    expect((await readDraft(db, ada, keyOf(1))).draft.values).toEqual({ body: "Came back." });
  });

  test("a page whose last save was lost overwrites nothing that another one wrote meanwhile", async () => {
    const { db, ada } = await openForum();
    const [laptop, phone] = [keyOf(7), keyOf(8)];
    await save(db, ada, { page: laptop });
    await save(db, ada, { page: phone, version: 1, fields: { body: "From the phone." } });
    const lost = { page: laptop, version: 1, ahead: 1 };
    const apart = await save(db, ada, { ...lost, fields: { body: "From the laptop" } });
    expect(apart).toMatchObject({ key: keyOf(99), version: 1 });
    // It did not hear of that either.
    const on = await save(db, ada, {
      ...{ ...lost, ahead: 2, fields: { body: "From the laptop, on." } },
    });
    expect(on).toMatchObject({ key: keyOf(99), version: 2 });
    const both = ["From the laptop, on.", "From the phone."];
    expect((await bodies(db, ada)).sort()).toEqual(both);
  });

  test("an empty form makes no draft, and emptying one throws it away", async () => {
    const { db, ada } = await openForum();
    const empty = { title: " ", body: "\n", topics: "Licences", kind: "reply" };
    expect(await save(db, ada, { fields: empty })).toMatchObject({ version: 0 });
    expect(await rows(db)).toEqual([]);
    await save(db, ada);
    expect(await save(db, ada, { version: 0, fields: empty })).toMatchObject({ isClosed: false });
    expect(await countDrafts(db, ada)).toBe(1);
    expect(await save(db, ada, { version: 1, fields: empty })).toMatchObject({ isClosed: true });
    expect(await countDrafts(db, ada)).toBe(0);
    await discardDraft(db, ada, keyOf(1), { isPutBack: true, now: START });
    expect(await bodies(db, ada)).toEqual(["First words."]);
  });

  test("an edit that says what its post says is no draft", async () => {
    const { db, ada } = await openForum();
    const { openingId } = await beginThread(db, ada);
    const { title, body } = threadDraft;
    const unedited = { title, body, topics: "Open weights", version: "1" };
    const place = `/posts/${openingId}/edit`;
    await save(db, ada, { place, fields: unedited });
    expect(await rows(db)).toEqual([]);
    await save(db, ada, { place, fields: { ...unedited, topics: "Licences" } });
    expect(await rows(db)).toHaveLength(1);
  });

  test("a reply that names the opening post answers nobody in particular", async () => {
    const { db, ada } = await openForum();
    const { threadId, openingId } = await beginThread(db, ada);
    await save(db, ada, { place: `/threads/${threadId}/reply?parent=${openingId}` });
    const { draft } = await readFormDrafts(db, ada, `/threads/${threadId}/reply`);
    expect(draft).toMatchObject({ version: 1 });
  });

  test("a draft is about something that is there", async () => {
    const { db, ada } = await openForum();
    for (const place of ["/threads/7/reply", "/posts/7/edit"]) {
      const [status] = await refused(db, () => save(db, ada, { place }));
      expect(status).toBe(404);
    }
  });

  test("a hundred drafts are as many as one person has", async () => {
    const { db, ada, ben } = await openForum();
    for (let number = 1; number <= MOST_DRAFTS; number += 1) {
      await save(db, ada, { key: keyOf(number) });
    }
    const more = { key: keyOf(500) };
    expect(await refused(db, () => save(db, ada, more))).toEqual([403, "drafts.too-many"]);
    await save(db, ada, { version: 1, fields: { body: "Going on is possible." } });
    await save(db, ben, more);
    await discardDraft(db, ada, keyOf(2), { isPutBack: false, now: START });
    await save(db, ada, more);
    const back = () => discardDraft(db, ada, keyOf(2), { isPutBack: true, now: START });
    expect(await refused(db, back)).toEqual([403, "drafts.too-many"]);
  });
});

describe("sending", () => {
  test("closes the draft and forgets its text; what is saved later is kept no more", async () => {
    const { db, ada, ben } = await openForum();
    const { threadId } = await beginThread(db, ada);
    await save(db, ben, { place: `/threads/${threadId}/reply` });
    await reply(db, ben, threadId, {}, { draft: sent(), now: START + 5 });
    const closed = [{ key: keyOf(1), fields: "{}", closed_at: START + 5 }];
    expect(await rows(db)).toMatchObject(closed);
    const late = { place: `/threads/${threadId}/reply`, version: 1, fields: { body: "Late." } };
    expect(await save(db, ben, late)).toMatchObject({ isClosed: true });
    expect(await rows(db)).toMatchObject(closed);
    expect(await listDrafts(db, ben)).toEqual([]);
  });

  test("closes also what was never saved, and nobody else's", async () => {
    const { db, ada, ben } = await openForum();
    await save(db, ben);
    await beginThread(db, ada, {}, { draft: sent({ version: 0 }) });
    expect(await save(db, ada)).toMatchObject({ isClosed: true });
    expect(await countDrafts(db, ben)).toBe(1);
  });

  test("an older page's text loses nothing that another page wrote since: that stays a draft", async () => {
    const { db, ada, ben } = await openForum();
    const { threadId } = await beginThread(db, ada);
    const place = `/threads/${threadId}/reply`;
    const [laptop, phone] = [keyOf(7), keyOf(8)];
    await save(db, ben, { place, page: laptop, fields: { body: "Begun." } });
    const grown = { place, page: phone, version: 1, fields: { body: "Begun, and much more" } };
    await save(db, ben, grown);
    const old = sent({ page: laptop, fields: { body: "Begun." } });
    await reply(db, ben, threadId, { body: "Begun." }, { draft: old });
    expect(await bodies(db, ben)).toEqual(["Begun, and much more"]);
    expect(await rows(db)).toMatchObject([
      { key: keyOf(1), fields: "{}", closed_at: START },
      { key: keyOf(99), closed_at: null },
    ]);
    // The phone finds its draft ended, and goes on where its words are.
    const on = { ...grown, fields: { body: "Begun, and much more, still" } };
    expect(await save(db, ben, { ...on, version: 2 })).toMatchObject({ isClosed: true });
    const anew = { ...on, key: keyOf(50), version: 0 };
    expect(await save(db, ben, anew)).toMatchObject({ key: keyOf(99), version: 3 });
    expect(await bodies(db, ben)).toEqual(["Begun, and much more, still"]);
  });

  test("closes what it holds, or its own page saved and was not told of", async () => {
    const { db, ada, ben } = await openForum();
    const { threadId } = await beginThread(db, ada);
    const place = `/threads/${threadId}/reply`;
    await save(db, ben, { place, fields: { body: "One." } });
    await save(db, ben, { place, version: 1, fields: { body: "One. Two." } });
    const whole = sent({ fields: { body: "One. Two. Three." } });
    await reply(db, ben, threadId, {}, { draft: whole });
    const own = { key: keyOf(2), page: keyOf(7) };
    await save(db, ben, { ...own, place, fields: { body: "Taken back." } });
    await reply(db, ben, threadId, {}, { draft: sent({ ...own, version: 0, ahead: 1 }) });
    expect(await listDrafts(db, ben)).toEqual([]);
  });

  test("what is refused keeps the draft", async () => {
    const { db, ada } = await openForum();
    const { openingId } = await beginThread(db, ada);
    await save(db, ada, { place: `/posts/${openingId}/edit` });
    const edit = { body: "Other words.", version: 7, title: null, topics: null };
    const how = { ...sending(), draft: sent() };
    expect(await refused(db, () => editPost(db, ada, openingId, edit, how))).toEqual([
      ...[409, "threads.edit.newer"],
    ]);
    await editPost(db, ada, openingId, { ...edit, version: 1 }, how);
    expect(await countDrafts(db, ada)).toBe(0);
  });
});

describe("one's own", () => {
  test("nobody finds, continues, throws away or puts back another's", async () => {
    const { db, ada, ben } = await openForum();
    await save(db, ada);
    expect(await listDrafts(db, ben)).toEqual([]);
    const none = { draft: null, others: [], otherCount: 0 };
    expect(await readFormDrafts(db, ben, "/threads/new")).toEqual(none);
    expect(await readFormDrafts(db, null, "/threads/new")).toEqual(none);
    const wished = new URLSearchParams({ draft: keyOf(1) });
    const missing = [404, "drafts.not-found"];
    expect(await refused(db, () => readFormDrafts(db, ben, "/threads/new", wished))).toEqual(
      missing,
    );
    expect(await refused(db, () => readDraft(db, ben, keyOf(1)))).toEqual(missing);
    for (const isPutBack of [false, true]) {
      const discard = () => discardDraft(db, ben, keyOf(1), { isPutBack, now: START });
      expect(await refused(db, discard)).toEqual(missing);
    }
    await save(db, ben, { fields: { body: "Ben's under the same key." } });
    expect(await bodies(db, ada)).toEqual(["First words."]);
  });

  test("a form is filled with its newest draft, the one wished for, or none, and names the others", async () => {
    const { db, ada } = await openForum();
    const { threadId, openingId } = await beginThread(db, ada);
    const answer = await reply(db, ada, threadId);
    const place = `/threads/${threadId}/reply`;
    await save(db, ada, { key: keyOf(1), place, fields: { body: "Older." } }, START);
    await save(db, ada, { key: keyOf(2), place, fields: { body: "Newer." } }, START + 1);
    await save(db, ada, { key: keyOf(3), place: `${place}?parent=${answer}` }, START + 2);
    await save(db, ada, { key: keyOf(4), place: `/posts/${openingId}/edit` }, START + 3);
    const wish = (name: string, value: string) => new URLSearchParams({ [name]: value });
    const read = async (wished?: URLSearchParams) => {
      const { draft, others, otherCount } = await readFormDrafts(db, ada, place, wished);
      return [draft?.values.body ?? null, others.map(({ key }) => key), otherCount];
    };
    expect(await read()).toEqual(["Newer.", [keyOf(3), keyOf(1)], 2]);
    expect(await read(wish("draft", keyOf(1)))).toEqual(["Older.", [keyOf(3), keyOf(2)], 2]);
    expect(await read(wish("afresh", "1"))).toEqual([null, [keyOf(3), keyOf(2), keyOf(1)], 3]);
    expect(await refused(db, () => read(wish("draft", keyOf(4))))).toEqual([
      ...[404, "drafts.not-found"],
    ]);
  });

  test("a new thread is filled only as wished, and names the newest of many without their texts", async () => {
    const { db, ada } = await openForum();
    for (let number = 1; number <= 5; number += 1) {
      const fields = { title: `No. ${number}`, body: "Long." };
      await save(db, ada, { key: keyOf(number), fields }, START + number);
    }
    const { draft, others, otherCount } = await readFormDrafts(db, ada, "/threads/new");
    expect([draft, otherCount]).toEqual([null, 5]);
    expect(others.map(({ title }) => title)).toEqual(["No. 5", "No. 4", "No. 3"]);
    expect(JSON.stringify(others)).not.toContain("Long.");
    const wished = new URLSearchParams({ draft: keyOf(2) });
    expect(await readFormDrafts(db, ada, "/threads/new", wished)).toMatchObject({
      draft: { key: keyOf(2), version: 1, savedAt: START + 2 },
      otherCount: 4,
    });
  });

  test("the list says what each is for, the newest first, then what was thrown away", async () => {
    const { db, ada, ben } = await openForum();
    const { threadId, openingId } = await beginThread(db, ada);
    const answer = await reply(db, ben, threadId);
    const places = [
      "/threads/new",
      `/threads/${threadId}/reply`,
      `/threads/${threadId}/reply?parent=${answer}`,
      `/posts/${openingId}/edit`,
    ];
    for (const [at, place] of places.entries()) {
      await save(db, ada, { key: keyOf(at), place }, START + at);
    }
    await discardDraft(db, ada, keyOf(3), { isPutBack: false, now: START + 9 });
    const thread = { id: threadId, title: threadDraft.title };
    expect(await listDrafts(db, ada)).toMatchObject([
      { key: keyOf(2), form: "reply", author: "Ben", thread, closedAt: null },
      { key: keyOf(1), form: "reply", author: "Ada", thread },
      { key: keyOf(0), form: "thread", thread: null, title: "Begun", body: "First words." },
      { key: keyOf(3), form: "edit", thread, closedAt: START + 9 },
    ]);
  });
});

test("of two drafts of a page that it goes on with, it goes on with the same each time", async () => {
  const { db, ada } = await openForum();
  const write = (number: number, body: string) =>
    save(db, ada, { key: keyOf(number), page: keyOf(7), fields: { title: "Begun", body } });
  await write(2, "First words.");
  await write(1, "First");
  expect(await write(3, "First words. More.")).toMatchObject({ key: keyOf(1) });
});

test("what was closed goes after a day, what nobody goes on with after a year", async () => {
  const { db, ada } = await openForum();
  await save(db, ada, { key: keyOf(1) }, START);
  await save(db, ada, { key: keyOf(2) }, START + 2 * DAY);
  await save(db, ada, { key: keyOf(3) }, START + 2 * DAY);
  await discardDraft(db, ada, keyOf(3), { isPutBack: false, now: START + 2 * DAY });
  const keys = async () => (await rows(db)).map((row) => row.key);
  await sweepDrafts(db, START + 3 * DAY);
  expect(await keys()).toEqual([keyOf(1), keyOf(2), keyOf(3)]);
  await sweepDrafts(db, START + 3 * DAY + 1);
  expect(await keys()).toEqual([keyOf(1), keyOf(2)]);
  await sweepDrafts(db, START + 365 * DAY + 1);
  expect(await keys()).toEqual([keyOf(2)]);
});

describe("reading the form", () => {
  const form = (fields: Record<string, string>) =>
    new URLSearchParams({ key: keyOf(1), ...fields });

  test("keeps what the forms have, with line breaks as scripts send them, and nothing else", () => {
    const typed = { body: "a\r\nb", kind: "question", parent: "34", password: "secret", x: "y" };
    const known = { "draft-version": "3", "draft-ahead": "1", "draft-page": keyOf(7) };
    expect(readKeptDraft(form({ ...typed, ...known }), "/threads/12/reply")).toEqual({
      ...{ key: keyOf(1), place: "/threads/12/reply?parent=34" },
      ...{ version: 3, ahead: 1, page: keyOf(7) },
      fields: { body: "a\nb", kind: "question", parent: "34" },
    });
  });

  test("a form that is sent tells what its page knew, and what it holds", () => {
    const sent = form({ body: "a\r\nb", "draft-version": "2", x: "y" });
    expect(readSentDraft(sent, keyOf(99))).toEqual({
      ...{ key: keyOf(1), newKey: keyOf(99), version: 2, ahead: 0, page: null },
      fields: { body: "a\nb" },
    });
    expect(readSentDraft(form({ key: "" }), keyOf(99))).toBeNull();
  });

  test("takes far more than a post holds, and says when that is too much", () => {
    const body = "é".repeat(64 * 1024);
    expect(readKeptDraft(form({ body }), "/threads/new").fields.body).toBe(body);
    expect(() => readKeptDraft(form({ body: `${body}!` }), "/threads/new")).toThrow(WrongForm);
    const title = "t".repeat(16 * 1024 + 1);
    expect(() => readKeptDraft(form({ title }), "/threads/new")).toThrow(WrongForm);
  });

  test.each(["", "/", "/account", "/threads/new?x=1", "/posts/0/edit", "//elsewhere.example"])(
    "no form at “%s” keeps drafts",
    (address) => {
      expect(() => readKeptDraft(form({ body: "Words." }), address)).toThrow(Refusal);
    },
  );

  test("a key that is none of ours keeps nothing", () => {
    for (const key of ["", "1", "x".repeat(64), `${keyOf(1)} `]) {
      expect(() => readKeptDraft(form({ key, body: "Words." }), "/threads/new")).toThrow(Refusal);
    }
  });
});
