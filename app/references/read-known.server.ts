import type { Db } from "#db/open.server.ts";
import { nameKey } from "../names/name-key.ts";
import { findReferences } from "./find.ts";
import type { Known, KnownPost } from "./known.ts";
import { saidInHtml, saidInMarkdown } from "./same-words.ts";

/** Former texts that quotations are compared with, of all posts that one text quotes. */
const MOST_FORMER = 50;

/** What is looked up for a text that was imported, which is written at length and compared with nothing. */
const MOST_IMPORTED = 500;

/** Whom and what a text may refer to and is here: people by their names, posts by their addresses. Withdrawn posts are known, so that who quotes them does so again when they are shown again, but not compared, which would tell what they said. At most three queries, none for a text that refers to nothing. What was imported is not compared: its quotations came as they are. */
export async function readKnown(db: Db, markdown: string, isImported = false): Promise<Known> {
  const { names, postIds } = isImported
    ? findReferences(markdown, MOST_IMPORTED)
    : findReferences(markdown);
  const posts = await readPosts(db, postIds);
  return {
    people: await readPeople(db, names),
    posts: isImported ? posts.map(({ id, author }) => ({ id, author })) : posts,
  };
}

async function readPeople(db: Db, names: string[]): Promise<string[]> {
  const keys = [...new Set(names.map(nameKey))].filter((key) => key !== "");
  if (keys.length === 0) return [];
  const rows = await db
    .selectFrom("person")
    .select("name")
    .where("name_key", "in", keys)
    .orderBy("id")
    .execute();
  return rows.map((row) => row.name);
}

async function readPosts(db: Db, ids: number[]): Promise<KnownPost[]> {
  if (ids.length === 0) return [];
  const posts = await db
    .selectFrom("post")
    .innerJoin("person", "person.id", "post.author_id")
    .select(["post.id", "person.name as author", "post.html", "post.edited_at"])
    .select("post.withdrawn_at")
    .where("post.id", "in", ids)
    .orderBy("post.id")
    .execute();
  const edited = posts.filter((post) => post.edited_at !== null && post.withdrawn_at === null);
  const former = await readFormer(
    db,
    edited.map((post) => post.id),
  );
  return posts.map(({ id, author, html, withdrawn_at }) => {
    if (withdrawn_at !== null) return { id, author };
    const before = former.filter((revision) => revision.post_id === id);
    const said = [saidInHtml(html), ...before.map(({ body }) => saidInMarkdown(body))];
    return { id, author, said };
  });
}

/** What posts said before their last edit: who quoted that quoted them rightly. */
async function readFormer(db: Db, ids: number[]) {
  if (ids.length === 0) return [];
  return db
    .selectFrom("revision")
    .select(["post_id", "body"])
    .where("post_id", "in", ids)
    .orderBy("id", "desc")
    .limit(MOST_FORMER)
    .execute();
}
