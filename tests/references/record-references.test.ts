import { expect, test } from "vitest";
import { renderPreview } from "#app/composing/render-preview.server.ts";
import type { Person } from "#app/permissions.ts";
import { renderAgain } from "#app/posts/render-again.server.ts";
import { withdrawPost } from "#app/posts/withdraw-post.server.ts";
import { readKnown } from "#app/references/read-known.server.ts";
import { readQuotedBy } from "#app/references/read-quoted-by.server.ts";
import { editPost } from "#app/threads/edit-post.server.ts";
import { engineOf } from "#db/dialect.server.ts";
import type { Db } from "#db/open.server.ts";
import { plansOf } from "../db/plan.ts";
import { openForum, START } from "../forum.ts";
import { beginThread, reply, rowOf } from "../threads/thread.ts";

const now = START + 60;

/** Who is mentioned in a post, and what it quotes. */
async function referencesOf(db: Db, postId: number) {
  const mentions = await db
    .selectFrom("mention")
    .innerJoin("person", "person.id", "mention.person_id")
    .select("person.name")
    .where("post_id", "=", postId)
    .orderBy("person.id")
    .execute();
  const quotations = await db
    .selectFrom("quotation")
    .select("quoted_post_id")
    .where("post_id", "=", postId)
    .orderBy("quoted_post_id")
    .execute();
  return {
    mentions: mentions.map((row) => row.name),
    quotations: quotations.map((row) => row.quoted_post_id),
  };
}

const versionOf = async (db: Db, threadId: number) =>
  (await rowOf(db, "thread", threadId)).version as number;

const quoting = (id: number, author: string, words = "So it is.") =>
  `> [${author}](/posts/${id}):\n> ${words}\n\n`;

test("a post's mentions and quotations are kept with it, each once", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada, { body: "Ask @ben, or @Mo." });
  expect(await referencesOf(db, openingId)).toEqual({ mentions: ["Ben", "Mo"], quotations: [] });
  const quoted = quoting(openingId, "Ada");
  const id = await reply(db, ben, threadId, { body: `${quoted}@Ada, yes. @ADA!\n\n${quoted}` });
  expect(await referencesOf(db, id)).toEqual({ mentions: ["Ada"], quotations: [openingId] });
});

test("nobody is kept as mentioning themselves; their own posts they may quote", async () => {
  const { db, ada } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  const body = `${quoting(openingId, "Ada")}I, @Ada, said so.`;
  const id = await reply(db, ada, threadId, { body });
  expect(await referencesOf(db, id)).toEqual({ mentions: [], quotations: [openingId] });
});

test("what stands in code or in a quotation mentions nobody, and what a quotation quotes is its author's", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  const second = await reply(db, ben, threadId);
  const body = `\`@Ben\` @nobody mail@mo.example\n\n> [Ben](/posts/${second}):\n> @Mo said:\n> > [Ada](/posts/${openingId}):\n> > So.\n`;
  const id = await reply(db, ada, threadId, { body });
  expect(await referencesOf(db, id)).toEqual({ mentions: [], quotations: [second] });
});

test("a quotation of a post that is not there is kept as none", async () => {
  const { db, ada } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const body = `${quoting(999, "Ada")}Nothing.`;
  const id = await reply(db, ada, threadId, { body });
  expect(await referencesOf(db, id)).toEqual({ mentions: [], quotations: [] });
});

test("a post that is edited or rendered again while the post that it quotes is withdrawn goes on quoting it", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada, { body: "So it is." });
  const body = quoting(openingId, "Ada");
  const id = await reply(db, ben, threadId, { body: `${body}No dout.` });
  await withdrawPost(db, ada, openingId, { isRestored: false, now });
  const edit = { body: `${body}No doubt.`, version: 1, title: null, topics: null };
  await editPost(db, ben, id, edit, { now, limits: 1 });
  const quotation = '<blockquote class="quotation">';
  expect((await rowOf(db, "post", id)).html).toContain(quotation);
  await db.updateTable("post").set({ renderer: 0 }).where("id", "=", id).execute();
  await renderAgain(db, (error) => {
    throw error;
  });
  await withdrawPost(db, ada, openingId, { isRestored: true, now });
  expect((await rowOf(db, "post", id)).html).toContain(quotation);
  expect(await readQuotedBy(db, [openingId])).toMatchObject({
    [openingId]: { count: 1, quoters: [{ postId: id, author: "Ben" }] },
  });
});

test("whether a quotation says what a withdrawn post says is not told", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada, { body: "So it is." });
  const second = await reply(db, ben, threadId);
  await withdrawPost(db, ada, openingId, { isRestored: false, now });
  const { posts } = await readKnown(db, quoting(openingId, "Ada") + quoting(second, "Ben"));
  expect(posts).toEqual([
    { id: openingId, author: "Ada" },
    { id: second, author: "Ben", said: expect.anything() },
  ]);
});

test("an edit puts new references in the place of the former", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  const second = await reply(db, ben, threadId);
  const body = `${quoting(openingId, "Ada")}@Mo, see.`;
  const id = await reply(db, ben, threadId, { body });
  const edit = { version: 1, title: null, topics: null };
  const other = `${quoting(second, "Ben")}@Root, see.`;
  await editPost(db, ben, id, { ...edit, body: other }, { now, limits: 1 });
  expect(await referencesOf(db, id)).toEqual({ mentions: ["Root"], quotations: [second] });
  expect(Object.keys(await readQuotedBy(db, [openingId, second]))).toEqual([String(second)]);
  await editPost(db, ben, id, { ...edit, version: 2, body: "Neither." }, { now, limits: 1 });
  expect(await referencesOf(db, id)).toEqual({ mentions: [], quotations: [] });
});

test("the thread of a quoted post changes with every quotation that comes or goes, and with no other edit", async () => {
  const { db, ada, ben } = await openForum();
  const quoted = await beginThread(db, ada);
  const { threadId } = await beginThread(db, ben);
  const seen = [await versionOf(db, quoted.threadId)];
  const see = async () => {
    seen.push(await versionOf(db, quoted.threadId));
    return seen.at(-1)! - seen.at(-2)!;
  };
  const body = `${quoting(quoted.openingId, "Ada")}Elsewhere.`;
  const id = await reply(db, ben, threadId, { body });
  expect(await see()).toBe(1);
  const edit = { version: 1, title: null, topics: null };
  await editPost(db, ben, id, { ...edit, body: `${body} More.` }, { now, limits: 1 });
  expect(await see()).toBe(0);
  await withdrawPost(db, ben, id, { isRestored: false, now });
  expect(await see()).toBe(1);
  await withdrawPost(db, ben, id, { isRestored: true, now });
  expect(await see()).toBe(1);
  const before = await versionOf(db, threadId);
  await editPost(db, ben, id, { ...edit, version: 2, body: "Nothing." }, { now, limits: 1 });
  expect(await see()).toBe(1);
  expect(await versionOf(db, threadId)).toBe(before + 1);
});

test("a newer renderer finds the references of posts that were kept without", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  const id = await reply(db, ben, threadId, { body: `${quoting(openingId, "Ada")}@Mo?` });
  const kept = await referencesOf(db, id);
  const { html } = await rowOf(db, "post", id);
  await db.deleteFrom("mention").execute();
  await db.deleteFrom("quotation").execute();
  await db.updateTable("post").set({ html: "old", renderer: 0 }).where("id", "=", id).execute();
  await renderAgain(db, (error) => {
    throw error;
  });
  expect(await referencesOf(db, id)).toEqual(kept);
  expect(await rowOf(db, "post", id)).toMatchObject({ html });
});

test("whom and what a text may refer to is read in two queries by their keys, and in none for a plain text", async () => {
  const { db, ada, ben } = await openForum();
  const { openingId } = await beginThread(db, ada);
  const read = (text: string) => plansOf(db, (listening) => readKnown(listening, text));
  expect(await read("No names.")).toEqual([]);
  const names = Array.from({ length: 300 }, (_, number) => `@name${number}`).join(" ");
  const plans = await read(`@Ben ${names} ${quoting(openingId, "Ada")}`);
  expect(plans).toHaveLength(2);
  // Of a handful of people PostgreSQL rightly looks at all.
  const allRead = engineOf(db) === "sqlite" ? /SCAN/ : /SCAN (?!person)/;
  expect(plans.flat().filter((step) => allRead.test(step))).toEqual([]);
  expect(await readKnown(db, `@BEN @nobody ${quoting(openingId, "Ada")}`)).toMatchObject({
    people: [ben.name],
    posts: [{ id: openingId, author: "Ada" }],
  });
});

test("a text is compared with so many letters of others, the first that it quotes at any length, and quotes none beyond", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  const ids = [openingId];
  for (let turn = 0; turn < 3; turn++) ids.push(await reply(db, ben, threadId));
  const lengths = [90_000, 90_000, 90_000, 250_000];
  for (const [place, id] of ids.entries()) {
    const html = `<p>${"a".repeat(lengths[place]!)}</p>`;
    await db.updateTable("post").set({ html }).where("id", "=", id).execute();
  }
  const text = (...places: number[]) => places.map((place) => quoting(ids[place]!, "Ada")).join("");
  const read = async (...places: number[]) =>
    (await readKnown(db, text(...places))).posts.map(({ id, said }) => [
      ids.indexOf(id),
      said?.length,
    ]);
  expect(await read(2, 0, 1)).toEqual([
    [2, 1],
    [0, 1],
  ]);
  expect(await read(3, 0)).toEqual([[3, 1]]);
  expect(await read(0, 3, 1)).toEqual([
    [0, 1],
    [1, 1],
  ]);
});

test("a stranger's preview shows quotations and compares them with nothing", async () => {
  const { db, ada } = await openForum();
  const { openingId } = await beginThread(db, ada, { body: "So it is." });
  const preview = (person: Person | null) =>
    renderPreview({
      ...{ db, now, forum: { limits: 1 }, visit: { person, address: "192.0.2.1" } },
      form: new URLSearchParams({ body: quoting(openingId, "Ada", "It is not.") }),
    });
  expect(await preview(ada)).toContain('<blockquote class="quotation altered">');
  expect(await preview(null)).toContain('<blockquote class="quotation">');
});
