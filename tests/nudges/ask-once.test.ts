import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { asksOnce } from "#app/nudges/ask-once.server.ts";
import { Asked } from "#app/nudges/asked.ts";
import { readOutcomes } from "#app/nudges/read-outcomes.server.ts";
import { sweepNudges } from "#app/nudges/sweep-nudges.server.ts";
import type { Person } from "#app/permissions.ts";
import { editPost } from "#app/threads/edit-post.server.ts";
import { startThread } from "#app/threads/start-thread.server.ts";
import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { openForum, START } from "../forum.ts";
import { beginThread, everything, reply, sending, threadDraft } from "../threads/thread.ts";
import { CIVIL, INSULT, scorer } from "./scorer.ts";

const DAY = 86_400;

interface Sent {
  body: string;
  key?: string;
  now?: number;
  asItIs?: boolean;
  /** What the page that asked hides in its form. */
  told?: string;
}

/** Sends a reply, and answers its id or what its writer is asked. */
async function send(
  db: Db,
  person: Person,
  threadId: number,
  { body, key, now = START, asItIs = false, told }: Sent,
) {
  const form = new URLSearchParams({
    body,
    ...(key && { key }),
    ...(asItIs && { "as-it-is": "1" }),
    ...(told && { asked: told }),
  });
  const place = `/threads/${threadId}/reply`;
  const ask = asksOnce(
    { db, forum: { scorer: () => scorer, limits: 1 }, form, now },
    person,
    place,
    { body },
  );
  return reply(db, person, threadId, { body }, { ask, now }).catch((error: unknown) => {
    if (error instanceof Asked) return error;
    throw error;
  });
}

const asked = (db: Db) => db.selectFrom("nudge").selectAll().execute();
const outcomes = (db: Db) =>
  db.selectFrom("nudge_outcome").select(["month", "post_id", "rule", "outcome"]).execute();

test("who sends an insult is asked, and nothing is posted; sent again it is posted and counted", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const key = randomUUID();
  const before = await everything(db);
  const question = await send(db, ben, threadId, { body: INSULT, key });
  expect(question).toBeInstanceOf(Asked);
  expect(question).toMatchObject({
    key,
    nudge: { rule: "name", count: 1 },
  });
  expect(await everything(db)).toEqual(before);
  expect(await asked(db)).toMatchObject([{ person_id: ben.id, key, rule: "name" }]);
  const id = await send(db, ben, threadId, { body: INSULT, key, told: "name" });
  expect(await asked(db)).toEqual([]);
  expect(await outcomes(db)).toEqual([
    { month: "2026-09", post_id: id, rule: "name", outcome: "as-it-was" },
  ]);
});

test("what was edited is counted so, whether the passage went or became another", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId } = await beginThread(db, ada);
  for (const body of [CIVIL, "Whoever says so is a dunce."]) {
    const key = randomUUID();
    expect(await send(db, ben, threadId, { body: INSULT, key })).toBeInstanceOf(Asked);
    expect(await send(db, ben, threadId, { body, key })).toBeTypeOf("number");
  }
  expect((await outcomes(db)).map(({ outcome }) => outcome)).toEqual(["edited", "edited"]);
});

test("what is added to a passage, or spaced otherwise, leaves it as it was", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const more = ["A dunce wrote it.", "No dunce reads it.", "Dunces all.", "See: a dunce."];
  for (const body of [`${more.join(" ")} ${INSULT}`, INSULT.replace("a dunce", "a   dunce")]) {
    const key = randomUUID();
    expect(await send(db, ben, threadId, { body: INSULT, key })).toBeInstanceOf(Asked);
    expect(await send(db, ben, threadId, { body, key, told: "name" })).toBeTypeOf("number");
  }
  expect((await outcomes(db)).map(({ outcome }) => outcome)).toEqual(["as-it-was", "as-it-was"]);
});

test("a civil text is posted unasked, and nothing is counted", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId } = await beginThread(db, ada);
  expect(await send(db, ben, threadId, { body: CIVIL, key: randomUUID() })).toBeTypeOf("number");
  expect([await asked(db), await outcomes(db)]).toEqual([[], []]);
});

test("who says beforehand that it is meant so is not asked, and it is counted", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const sent = { body: INSULT, key: randomUUID(), asItIs: true };
  expect(await send(db, ben, threadId, sent)).toBeTypeOf("number");
  expect(await outcomes(db)).toMatchObject([{ outcome: "as-it-was" }]);
});

test("a form without a key is asked about once as well, told by its words", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const question = await send(db, ben, threadId, { body: INSULT });
  expect(question).toBeInstanceOf(Asked);
  expect((question as Asked).key).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(await send(db, ben, threadId, { body: INSULT })).toBeTypeOf("number");
  expect(await outcomes(db)).toMatchObject([{ outcome: "as-it-was" }]);
});

test("the draft of one is not the draft of another", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const key = randomUUID();
  for (const person of [ben, ada]) {
    expect(await send(db, person, threadId, { body: INSULT, key })).toBeInstanceOf(Asked);
  }
});

test("pressed twice, or loaded again, the question is the same, until its page has shown it", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const key = randomUUID();
  const answers = await Promise.all(
    [1, 2, 3].map(() => send(db, ben, threadId, { body: INSULT, key })),
  );
  for (const answer of answers) expect(answer).toBeInstanceOf(Asked);
  for (const now of [START + 1, START + 600]) {
    expect(await send(db, ben, threadId, { body: INSULT, key, now })).toBeInstanceOf(Asked);
  }
  expect([(await asked(db)).length, await outcomes(db)]).toEqual([1, []]);
  expect(await send(db, ben, threadId, { body: INSULT, key, told: "name" })).toBeTypeOf("number");
  expect((await outcomes(db)).length).toBe(1);
});

test("a question keeps nobody from posting for good, whatever their page tells", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const later = { body: INSULT, now: START + 3_600 };
  const other = { body: `${INSULT} A dunce, I say.`, now: START + 1 };
  for (const sent of [later, other]) {
    const key = randomUUID();
    expect(await send(db, ben, threadId, { body: INSULT, key })).toBeInstanceOf(Asked);
    expect(await send(db, ben, threadId, { ...sent, key })).toBeTypeOf("number");
  }
});

test("a thread and an edit are asked about too; of an edit only what is new", async () => {
  const { db, ada } = await openForum();
  const askOf = (key: string, words: { title?: string; body: string }, more = {}) =>
    asksOnce(
      {
        db,
        forum: { scorer: () => scorer, limits: 1 },
        form: new URLSearchParams({ key, ...more }),
        now: START,
      },
      ada,
      "/threads/new",
      words,
    );
  const draft = { ...threadDraft, title: "A dunce wrote this licence", body: CIVIL };
  const key = randomUUID();
  const begin = (more = {}) =>
    startThread(db, ada, draft, sending({ ask: askOf(key, draft, more) }));
  await expect(begin()).rejects.toBeInstanceOf(Asked);
  await begin({ asked: "name" });
  const { id } = await db.selectFrom("post").select("id").executeTakeFirstOrThrow();
  const edit = (body: string, again: string, more = {}) =>
    editPost(
      db,
      ada,
      id,
      { body, version: 1, title: draft.title, topics: null },
      {
        ...{ now: START, limits: 1 },
        ask: askOf(again, { title: draft.title, body }, more),
      },
    );
  const other = randomUUID();
  await expect(edit(INSULT, other)).rejects.toBeInstanceOf(Asked);
  await edit(INSULT, other, { "as-it-is": "1" });
  expect((await outcomes(db)).map(({ post_id }) => post_id)).toEqual([id, id]);
});

test("what is never posted counts as withdrawn after a week, and nobody can tell whose it was", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const kept = randomUUID();
  await send(db, ben, threadId, { body: INSULT, key: randomUUID() });
  await send(db, ben, threadId, { body: INSULT, key: kept });
  await write(db, (trx) =>
    trx
      .insertInto("draft")
      .values({ person_id: ben.id, key: kept, place: "", saved_at: START + DAY, fields: "{}" })
      .execute(),
  );
  await sweepNudges(db, START + 7 * DAY);
  expect(await outcomes(db)).toEqual([]);
  await sweepNudges(db, START + 7 * DAY + 1);
  expect(await outcomes(db)).toEqual([
    { month: "2026-09", post_id: null, rule: "name", outcome: "withdrawn" },
  ]);
  // A draft that was written in within the week may still be posted.
  expect(await asked(db)).toMatchObject([{ key: kept }]);
  await sweepNudges(db, START + 8 * DAY);
  expect(await asked(db)).toMatchObject([{ key: kept }]);
  await sweepNudges(db, START + 8 * DAY + 1);
  expect([await asked(db), (await outcomes(db)).length]).toEqual([[], 2]);
});

test("administrators read what came of asking by the month of asking", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const later = START + 40 * DAY;
  const key = randomUUID();
  await send(db, ben, threadId, { body: INSULT, key });
  await send(db, ben, threadId, { body: CIVIL, key, now: later });
  await send(db, ben, threadId, { body: INSULT, key: randomUUID(), now: later });
  const none = { edited: 0, "as-it-was": 0, withdrawn: 0, open: 0 };
  expect(await readOutcomes(db)).toEqual([
    { ...none, month: "2026-10", open: 1 },
    { ...none, month: "2026-09", edited: 1 },
  ]);
});

test("no text is kept of what somebody was asked about", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId } = await beginThread(db, ada);
  await send(db, ben, threadId, { body: INSULT, key: randomUUID() });
  await send(db, ben, threadId, { body: INSULT });
  const rows = await asked(db);
  expect(JSON.stringify(rows)).not.toMatch(/dunce|licence/);
  // Of one passage one of 256 marks: one word in 256 of any list has the same.
  for (const { mark } of rows) expect(mark).toMatch(/^[0-9a-f]{2}$/);
});
