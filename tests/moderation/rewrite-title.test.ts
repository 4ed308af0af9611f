/** The title above an opening post that its author rewrites. */
import { expect, test } from "vitest";
import { readCase } from "#app/desk/read-case.server.ts";
import { type Rewrite, rewritePost } from "#app/moderation/rewrite-post.server.ts";
import type { Person } from "#app/permissions.ts";
import type { Scorer } from "#app/substance/scores.ts";
import { editPost } from "#app/threads/edit-post.server.ts";
import { titleWords } from "#app/threads/title-words.ts";
import type { Db } from "#db/open.server.ts";
import { deliverAll } from "../events/events.ts";
import { openForum } from "../forum.ts";
import { beginThread, reply, rowOf, sending } from "../threads/thread.ts";
import { caseOf, DAY, decide, decideOn, everything, keptOf, now, refusalOf } from "./cases.ts";

const PASSAGE = "Whoever says so is an utter fool.";
const body = `A licence is a contract. ${PASSAGE} It binds who signs.`;
const clean = "A licence is a contract. I think that is misread. It binds who signs.";
const title = "What a licence binds";
const limits = Number.POSITIVE_INFINITY;

const rewrite = (
  db: Db,
  person: Person,
  id: number,
  more: Partial<Rewrite> = {},
  scorer: Scorer | undefined = undefined,
) =>
  rewritePost(
    db,
    person,
    id,
    { body: clean, version: 1, title, ...more },
    { now: now + DAY, limits, scorer: () => scorer },
  );

async function begun(named: { title?: string } = {}) {
  const forum = await openForum();
  const { threadId, openingId: id } = await beginThread(forum.db, forum.ben, { body, ...named });
  return { ...forum, threadId, id };
}

async function asked(named: { title?: string } = {}) {
  const forum = await begun(named);
  const decided = await decideOn(forum.db, forum.mo, forum.id, "ask", { passage: PASSAGE });
  return { ...forum, ...decided };
}

async function removed() {
  const forum = await begun();
  return { ...forum, ...(await decideOn(forum.db, forum.mo, forum.id, "remove")) };
}

const keptTitleOf = async (db: Db, postId: number) => (await keptOf(db, postId))[0]!.title!;

const wordsOf = async (db: Db, threadId: number) =>
  (await db.selectFrom("title_word").select("word").where("thread_id", "=", threadId).execute())
    .map(({ word }) => word)
    .sort();

test("of an asked one it is published with the text, its address and its words follow, and the former is in the history", async () => {
  const { db, ben, id, threadId } = await asked();
  const former = await rowOf(db, "thread", threadId);
  const { outcome, path } = await rewrite(db, ben, id);
  expect(outcome).toBe("cleared");
  expect(path).toBe(`/threads/${threadId}-what-a-licence-binds#post-${id}`);
  expect(await rowOf(db, "thread", threadId)).toMatchObject({
    ...{ title, slug: "what-a-licence-binds", excerpt: expect.stringContaining("misread") },
  });
  const { revision } = await everything(db);
  expect(revision.at(-1)).toMatchObject({ post_id: id, version: 1, title: former.title, body });
  await deliverAll(db, now + DAY);
  expect(await wordsOf(db, threadId)).toEqual(titleWords(title).sort());
});

test("alone it may be another, and where it is left out, or is the same, it stays", async () => {
  const { db, ben, id, threadId } = await asked();
  await rewrite(db, ben, id, { body });
  expect(await rowOf(db, "thread", threadId)).toMatchObject({ title });
  expect(await rowOf(db, "post", id)).toMatchObject({ body, version: 2, state: "rewritten" });

  const other = await asked();
  const { title: former } = await rowOf(other.db, "thread", other.threadId);
  const same = () => rewrite(other.db, other.ben, other.id, { body, title: former });
  expect(await refusalOf(other.db, same)).toMatchObject({
    problems: { body: { key: "deeds.rewrite.same" } },
  });
  await rewrite(other.db, other.ben, other.id, { title: null });
  expect(await rowOf(other.db, "thread", other.threadId)).toMatchObject({ title: former });
});

test("a passage that stands in it is not gone, whether it stood there or was brought there", async () => {
  const there = await asked({ title: PASSAGE });
  expect(await rewrite(there.db, there.ben, there.id, { title: null })).toMatchObject({
    outcome: "waits",
  });
  const gone = await asked({ title: PASSAGE });
  expect(await rewrite(gone.db, gone.ben, gone.id)).toMatchObject({ outcome: "cleared" });
  const brought = await asked();
  expect(await rewrite(brought.db, brought.ben, brought.id, { title: PASSAGE })).toMatchObject({
    outcome: "waits",
  });
});

test("where the scorer sees an insult in it, a moderator looks, and reads which title was there", async () => {
  const { db, ben, mo, id, caseId, threadId } = await asked();
  const { title: former } = await rowOf(db, "thread", threadId);
  const sees: Scorer = (text) => ({
    ...{ insult: text === title ? 0.9 : 0.1, substance: 0, passages: [], judged: true },
  });
  expect(await rewrite(db, ben, id, {}, sees)).toMatchObject({ outcome: "waits" });
  const { post } = await readCase(db, mo, caseId, now + DAY);
  expect(post).toMatchObject({ title, change: { title: former } });
});

test("of a removed one it waits with the text: its author and moderators read it, and confirmed it takes the place of the former", async () => {
  const { db, ben, mo, id, caseId, threadId } = await removed();
  const former = await keptTitleOf(db, id);
  const away = await rowOf(db, "thread", threadId);
  expect(await rewrite(db, ben, id)).toMatchObject({ outcome: "proposed" });
  expect(await rowOf(db, "thread", threadId)).toMatchObject({
    ...{ title: away.title, slug: away.slug, hidden_at: away.hidden_at },
  });
  expect((await readCase(db, mo, caseId, now + DAY)).post).toMatchObject({
    ...{ title: former, proposed: { title } },
  });
  await decide(db, mo, caseId, "confirm", { now: now + DAY });
  expect(await rowOf(db, "thread", threadId)).toMatchObject({
    ...{ title, slug: "what-a-licence-binds", hidden_at: null },
  });
  expect((await everything(db)).revision.at(-1)).toMatchObject({ title: former, body });
  await deliverAll(db, now + DAY);
  expect(await wordsOf(db, threadId)).toEqual(titleWords(title).sort());
});

test.each(["restore", "refuse"] as const)(
  "of a removed one it is dropped with the text where a moderator says %s",
  async (kind) => {
    const { db, ben, mo, id, caseId, threadId } = await removed();
    const former = await keptTitleOf(db, id);
    await rewrite(db, ben, id);
    await decide(db, mo, caseId, kind, { now: now + DAY });
    if (kind === "refuse") await decide(db, mo, caseId, "restore", { now: now + DAY });
    expect(await rowOf(db, "thread", threadId)).toMatchObject({ title: former });
    expect(await keptOf(db, id)).toEqual([]);
  },
);

test("of a removed one the same title and the same text are no proposal", async () => {
  const { db, ben, id } = await removed();
  const former = await keptTitleOf(db, id);
  expect(await refusalOf(db, () => rewrite(db, ben, id, { body, title: former }))).toMatchObject({
    problems: { body: { key: "deeds.rewrite.same" } },
  });
});

test("a reply has none: what is sent with it changes no thread", async () => {
  const { db, ada, ben, mo, threadId } = await begun();
  const { title: former } = await rowOf(db, "thread", threadId);
  const id = await reply(db, ada, threadId, { body });
  await decideOn(db, mo, id, "ask", { passage: PASSAGE });
  await rewrite(db, ada, id);
  expect(await rowOf(db, "thread", threadId)).toMatchObject({ title: former, author_id: ben.id });
});

test("words that moderators took out of the text come back in no title", async () => {
  const { db, ben, mo, id, caseId } = await asked();
  await db.updateTable("case").set({ state: "lapsed" }).where("id", "=", caseId).execute();
  await decide(db, mo, caseId, "redact");
  expect(await caseOf(db, caseId)).toMatchObject({ state: "redacted" });
  const { version } = await rowOf(db, "post", id);
  const draft = { body: clean, version, title: `He said: ${PASSAGE}`, topics: null };
  expect(await refusalOf(db, () => editPost(db, ben, id, draft, sending()))).toMatchObject({
    problems: { title: { key: "deeds.redact.again" } },
  });
});
