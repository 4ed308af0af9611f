/** Which posts of the outer forum are here already. */
import type { Db } from "#db/open.server.ts";
import type { Standing } from "./insert-posts.server.ts";
import { outerKey } from "./outer-name.ts";
import { whereOf } from "./run.ts";
import type { Setting } from "./setting.ts";
import type { StagedGone, StagedOutline } from "./staging.server.ts";

/** What tells a post from one of another forum that has its numbers. */
export interface Marks {
  outerId: number;
  madeAt: number;
  /** By what its author is known, and the name. */
  key: string | null;
  author: string | null;
}

/** A post that is here already. */
export interface Known extends Standing, Marks {
  hash: string;
  /** When the row was changed that was imported. */
  changedAt: number;
}

/** The id here of an outer thread, null for one that is not here, and its posts by their numbers there. */
export async function readKnownPosts(db: Db, source: string, outerId: number) {
  const thread = await db
    .selectFrom("imported_thread")
    .select("thread_id")
    .where("source", "=", source)
    .where("outer_id", "=", outerId)
    .executeTakeFirst();
  const known = new Map<number, Known>();
  if (!thread) return { threadId: null, known };
  const rows = await selectMarks(db, source)
    .select(["imported_post.hash", "post.id", "post.thread_id", "post.branch_id", "post.depth"])
    .select(["post.posted_at", "imported_post.changed_at as changedAt"])
    .where("imported_post.outer_thread_id", "=", outerId)
    .execute();
  for (const { number, ...post } of rows) known.set(number, post);
  return { threadId: thread.thread_id, known };
}

/** What was read of a thread, without posts that an earlier run brought from elsewhere: from another place in this forum, or from another forum under the same name. They are told. */
export async function leaveOutStrange(
  { db, wish, staging, voice, counts }: Setting,
  outerId: number,
  known: ReadonlyMap<number, Known>,
): Promise<StagedOutline[]> {
  const outlines = staging.outline(outerId);
  const elsewhere = await findElsewhere(db, wish.source, outerId, outlines);
  const isStrange = (outline: StagedOutline) => {
    const post = known.get(outline.number) ?? elsewhere.get(outline.outerId);
    return post !== undefined && !isSame(post, outline);
  };
  const isStrangeThread =
    outlines.some(isStrange) &&
    !outlines.some((outline) => known.has(outline.number) && !isStrange(outline));
  return outlines.filter((outline) => {
    const isOther = isStrangeThread || isStrange(outline);
    if (!isOther && (known.has(outline.number) || !elsewhere.has(outline.outerId))) return true;
    const key = isOther ? "import.skip.other" : "import.skip.moved";
    voice.tell(whereOf(outline), { key });
    counts.skipped.set(key, (counts.skipped.get(key) ?? 0) + 1);
    return false;
  });
}

/** Whether a row is of the post that is here; of one that nobody sees there less may be said. */
export const isSame = (known: Marks, { outerId, at, ...row }: StagedOutline | StagedGone) =>
  known.outerId === outerId &&
  (at === null || known.madeAt === at) &&
  (row.author === "" ||
    known.key === row.key ||
    (isByName(known, row) && known.author === outerKey(row.author)));

/** Whether the author of one of the two has no number, so that only names can be compared. */
const isByName = (known: Marks, row: { key: string }) =>
  known.key === null || known.key.startsWith("@") || row.key.startsWith("@");

/** The posts that are here in another place than the one where they were read, by their ids there. */
async function findElsewhere(
  db: Db,
  source: string,
  outerId: number,
  outlines: readonly StagedOutline[],
) {
  const places = new Map(outlines.map((outline) => [outline.outerId, outline.number]));
  const found = new Map<number, Marks>();
  for (let from = 0; from < outlines.length; from += 500) {
    const ids = outlines.slice(from, from + 500).map((outline) => outline.outerId);
    const rows = await selectMarks(db, source)
      .select("imported_post.outer_thread_id")
      .where("imported_post.outer_id", "in", ids)
      .execute();
    for (const row of rows) {
      const isThere = row.outer_thread_id === outerId && row.number === places.get(row.outerId);
      if (!isThere) found.set(row.outerId, row);
    }
  }
  return found;
}

/** Posts that are here, with what tells them from others. */
export const selectMarks = (db: Db, source: string) =>
  db
    .selectFrom("imported_post")
    .innerJoin("post", "post.id", "imported_post.post_id")
    .leftJoin("imported_person", (join) =>
      join
        .onRef("imported_person.person_id", "=", "post.author_id")
        .on("imported_person.source", "=", source),
    )
    .select(["imported_post.number", "imported_post.outer_id as outerId"])
    .select(["imported_post.made_at as madeAt", "imported_person.outer_name as author"])
    .select("imported_person.outer_key as key")
    .where("imported_post.source", "=", source);
