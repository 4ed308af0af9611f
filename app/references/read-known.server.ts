import type { Db } from "#db/open.server.ts";
import { nameKey } from "../names/name-key.ts";
import { findReferences } from "./find.ts";
import type { Known, KnownPost } from "./known.ts";

/** Whom and what a text may refer to and is here: people by their names, posts that stand by their addresses. At most two queries, none for a text that refers to nothing. */
export async function readKnown(db: Db, markdown: string): Promise<Known> {
  const { names, postIds } = findReferences(markdown);
  return { people: await readPeople(db, names), posts: await readPosts(db, postIds) };
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
  return db
    .selectFrom("post")
    .innerJoin("person", "person.id", "post.author_id")
    .select(["post.id", "person.name as author"])
    .where("post.id", "in", ids)
    .where("post.withdrawn_at", "is", null)
    .orderBy("post.id")
    .execute();
}
