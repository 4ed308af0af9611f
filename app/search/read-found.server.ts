/** What was found, read: texts to compare, and posts to show. */
import { setImmediate as nextTurn } from "node:timers/promises";
import { sql } from "kysely";
import { isAmong } from "#db/dialect.server.ts";
import type { Db, Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import type { PostKind } from "#db/schema.ts";
import { shownHtml } from "../posts/shown-html.ts";
import { fromUnits } from "../ranking/units.ts";
import { findPassage, markWords, type Piece } from "./passages.ts";
import type { Bounds } from "./place.ts";
import type { Term } from "./question.ts";
import type { Candidate } from "./rank.ts";

/** How much of a post is compared, in characters. */
const COMPARED_TEXT = 4_000;
/** Posts whose texts are read in one go. */
const TEXTS = 250;
/** Posts whose passages are found in one turn of the event loop. */
const AT_A_TURN = 5;

export interface FoundPost {
  id: number;
  /** A reply's kind; null for the opening post. */
  kind: PostKind | null;
  author: string;
  postedAt: number;
  title: Piece[];
  passage: Piece[];
}

interface Ids {
  ids: readonly number[];
}

/** What may be found: the index holds nothing else, and here it is asked once more. */
const standing = (db: Db | Trx, value: ValueOf<Ids>) =>
  db
    .selectFrom("post")
    .where(({ ref }) => isAmong(db, ref("post.id"), value("ids")))
    .where("post.withdrawn_at", "is", null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("thread as listed")
          .select("listed.id")
          .whereRef("listed.id", "=", "post.thread_id")
          .where("listed.hidden_at", "is", null),
      ),
    );

const textsOf = prepared((db, value: ValueOf<Ids>) =>
  standing(db, value)
    .innerJoin("tally", "tally.post_id", "post.id")
    .leftJoin("thread", (join) =>
      join.onRef("thread.id", "=", "post.thread_id").on("post.depth", "=", 0),
    )
    .select(["post.id", "thread.title", "tally.substance", "tally.shown_at"])
    .select(sql<string>`substr(post.body, 1, ${sql.lit(COMPARED_TEXT)})`.as("text"))
    .select(sql<number>`length(post.body)`.as("length")),
);

const postsOf = prepared((db, value: ValueOf<Ids>) =>
  standing(db, value)
    .innerJoin("thread", "thread.id", "post.thread_id")
    .innerJoin("person", "person.id", "post.author_id")
    .select(["post.id", "post.kind", "post.depth", "post.html", "post.posted_at", "post.state"])
    .select(["thread.title", "person.name"]),
);

/** In steps of a tenth, and in the middle while counts are hidden: a match's score stands in addresses, and must tell nothing of single votes. */
const substanceIn = (row: { substance: number; shown_at: number | null }) =>
  row.shown_at === null ? 0.5 : Math.round(fromUnits(row.substance) * 10) / 10;

/** The texts to compare, in the order of their ids here; the last of them are left out where the time is up. */
export async function readTexts(
  db: Db,
  ids: readonly number[],
  { until, clock }: Pick<Bounds, "until" | "clock">,
): Promise<Candidate[]> {
  const texts: Candidate[] = [];
  for (let from = 0; from < ids.length && (from === 0 || clock() < until); from += TEXTS) {
    const part = ids.slice(from, from + TEXTS);
    const rows = await textsOf.all(db, { ids: part });
    const byId = new Map(rows.map((row) => [row.id, row]));
    for (const id of part) {
      const row = byId.get(id);
      if (row) texts.push({ ...row, substance: substanceIn(row) });
    }
  }
  return texts;
}

/** The posts as they are shown, in the order of their ids here. Others have their turn in between, for long texts take their time. */
export async function readPosts(
  db: Db,
  terms: readonly Term[],
  ids: readonly number[],
): Promise<FoundPost[]> {
  const rows = ids.length > 0 ? await postsOf.all(db, { ids }) : [];
  const byId = new Map(rows.map((row) => [row.id, row]));
  const posts: FoundPost[] = [];
  for (const [place, id] of ids.entries()) {
    const row = byId.get(id);
    if (!row) continue;
    if (place % AT_A_TURN === AT_A_TURN - 1) await nextTurn();
    const isOpening = row.depth === 0;
    posts.push({
      id,
      kind: isOpening ? null : row.kind,
      author: row.name,
      postedAt: row.posted_at,
      title: markWords(row.title, isOpening ? terms : []),
      passage: findPassage(shownHtml(row), terms),
    });
  }
  return posts;
}
