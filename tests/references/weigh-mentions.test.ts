import { expect, test } from "vitest";
import { mostMentions } from "#app/limits/limits.ts";
import { nameKey } from "#app/names/name-key.ts";
import type { Person } from "#app/permissions.ts";
import { editPost } from "#app/threads/edit-post.server.ts";
import { openForum, START } from "../forum.ts";
import { beginThread, everything, refusalOf, reply } from "../threads/thread.ts";

/** A forum with a dozen more people, and texts that mention the first so many. */
async function crowd() {
  const forum = await openForum();
  const names = Array.from({ length: 12 }, (_, number) => `Kim${number}`);
  const values = names.map((name) => ({
    name,
    name_key: nameKey(name),
    ...{ role: "member" as const, level: 1, about: "", about_html: "", joined_at: START },
  }));
  await forum.db.insertInto("person").values(values).execute();
  const mentioning = (count: number) =>
    names
      .map((name) => `@${name}`)
      .slice(0, count)
      .join(" ");
  return { ...forum, mentioning };
}

const tooMany = (count: number, most: number) => ({
  status: 422,
  problems: { body: { key: "references.too-many-mentions", values: { count, most } } },
});

test("a newcomer mentions five people in a post, everybody else ten, and one more is refused", async () => {
  const { db, ada, nia, mo, mentioning } = await crowd();
  const { threadId } = await beginThread(db, ada);
  const moderator: Person = { ...mo, level: 0 };
  for (const [person, most] of [
    [nia, 5],
    [ada, 10],
    [moderator, 10],
  ] as const) {
    await reply(db, person, threadId, { body: mentioning(most) }, { limits: 1 });
    const late = { limits: 1, now: START + 600 };
    const over = () => reply(db, person, threadId, { body: mentioning(most + 1) }, late);
    expect(await refusalOf(db, over)).toEqual(tooMany(most + 1, most));
    const thread = () => beginThread(db, person, { body: mentioning(most + 1) }, late);
    expect(await refusalOf(db, thread)).toEqual(tooMany(most + 1, most));
  }
  expect((await everything(db)).mention).toHaveLength(25);
});

test("an edit mentions no more people than a new post", async () => {
  const { db, nia, mentioning } = await crowd();
  const { openingId } = await beginThread(db, nia);
  const draft = { body: mentioning(6), version: 1, title: null, topics: null };
  const edit = () => editPost(db, nia, openingId, draft, { now: START, limits: 1 });
  expect(await refusalOf(db, edit)).toEqual(tooMany(6, 5));
});

test("only people who are there count, each once, without the author", async () => {
  const { db, nia, mentioning } = await crowd();
  const nobody = Array.from({ length: 9 }, (_, number) => `@absent${number}`).join(" ");
  const body = `${mentioning(5)} ${mentioning(5)} @Nia \`@Ben\` ${nobody}`;
  const { openingId } = await beginThread(db, nia, { body }, { limits: 1 });
  const kept = (await everything(db)).mention;
  expect(kept.filter((row) => row.post_id === openingId)).toHaveLength(5);
});

test("the limit is scaled as all are, and never less than one", async () => {
  const { ada, nia } = await openForum();
  expect(mostMentions(nia, 1)).toBe(5);
  expect(mostMentions(ada, 100)).toBe(1_000);
  expect(mostMentions(ada, 0.01)).toBe(1);
  expect(mostMentions(ada, Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
});
