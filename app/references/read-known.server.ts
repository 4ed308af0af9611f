import type { Db } from "#db/open.server.ts";
import { nameKey } from "../names/name-key.ts";
import { findReferences } from "./find.ts";
import type { Known, KnownPost } from "./known.ts";
import { saidInHtml, saidInMarkdown } from "./same-words.ts";

/** Former texts that quotations are compared with, of all posts that one text quotes. */
const MOST_FORMER = 50;

/** Characters of the posts that one text quotes, as they are and as they were, with which it is compared; the first post is compared at any length. */
const MOST_COMPARED = 200_000;

/** What is looked up for a text that was imported, which is written at length and compared with nothing. */
const MOST_IMPORTED = 500;

interface Wish {
  /** The forum that the text was imported from: it knows who and what came from there, and its quotations are not compared, for they came as they are. */
  importedFrom?: string | null;
  /** Whether the posts that it quotes come with what they say. */
  isCompared?: boolean;
}

/** Whom and what a text may refer to and is here: people by their names, posts by their addresses. Withdrawn posts are known, so that who quotes them does so again when they are shown again, but not compared, which would tell what they said. Posts beyond what is compared of one text are not known to it. At most three queries, none for a text that refers to nothing. */
export async function readKnown(
  db: Db,
  markdown: string,
  { importedFrom = null, isCompared = importedFrom === null }: Wish = {},
): Promise<Known> {
  const { names, postIds } =
    importedFrom === null ? findReferences(markdown) : findReferences(markdown, MOST_IMPORTED);
  const posts = await readPosts(db, postIds, importedFrom);
  return {
    people: await readPeople(db, names, importedFrom),
    posts: isCompared
      ? await compare(db, posts, postIds)
      : posts.map(({ id, author }) => ({ id, author })),
  };
}

async function readPeople(db: Db, names: string[], from: string | null): Promise<string[]> {
  const keys = [...new Set(names.map(nameKey))].filter((key) => key !== "");
  if (keys.length === 0) return [];
  const rows = await db
    .selectFrom("person")
    .select("name")
    .where("name_key", "in", keys)
    .$if(from !== null, (query) => query.where("imported_from", "=", from))
    .orderBy("id")
    .execute();
  return rows.map((row) => row.name);
}

interface Post extends KnownPost {
  html: string;
  isEdited: boolean;
  isWithdrawn: boolean;
}

async function readPosts(db: Db, ids: number[], from: string | null): Promise<Post[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("post")
    .innerJoin("person", "person.id", "post.author_id")
    .select(["post.id", "person.name as author", "post.html", "post.edited_at"])
    .select("post.withdrawn_at")
    .where("post.id", "in", ids)
    .$if(from !== null, (query) => query.where("person.imported_from", "=", from))
    .orderBy("post.id")
    .execute();
  return rows.map(({ edited_at, withdrawn_at, ...post }) => ({
    ...post,
    isEdited: edited_at !== null,
    isWithdrawn: withdrawn_at !== null,
  }));
}

/** The posts with what they say and said, in the order in which the text names them, while there is room. */
async function compare(db: Db, posts: Post[], order: number[]): Promise<KnownPost[]> {
  const edited = posts.filter((post) => post.isEdited && !post.isWithdrawn);
  const former = await readFormer(
    db,
    edited.map((post) => post.id),
  );
  const known: KnownPost[] = [];
  let room = MOST_COMPARED;
  for (const { id, author, html, isWithdrawn } of inOrder(posts, order)) {
    if (isWithdrawn) {
      known.push({ id, author });
      continue;
    }
    if (html.length > room && room < MOST_COMPARED) continue;
    room -= html.length;
    const said = [saidInHtml(html)];
    for (const { body } of former.filter((revision) => revision.post_id === id)) {
      if (body.length > room) break;
      room -= body.length;
      said.push(saidInMarkdown(body));
    }
    known.push({ id, author, said });
  }
  return known;
}

const inOrder = (posts: Post[], order: number[]) =>
  order.flatMap((id) => posts.find((post) => post.id === id) ?? []);

/** What posts said before their last edit: who quoted that quoted them rightly. */
async function readFormer(db: Db, ids: number[]) {
  if (ids.length === 0) return [];
  return db
    .selectFrom("revision")
    .innerJoin("post", "post.id", "revision.post_id")
    .select(["revision.post_id", "revision.body"])
    .where("revision.post_id", "in", ids)
    .whereRef("revision.version", ">=", "post.public_from")
    .orderBy("revision.id", "desc")
    .limit(MOST_FORMER)
    .execute();
}
