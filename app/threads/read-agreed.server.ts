/** Where people who disagree agree. */
import { sql } from "kysely";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { excerpt } from "../markdown/excerpt.ts";
import { pickAgreed } from "../posts/agreed.ts";
import { SITE } from "../ranking/read-standards.server.ts";
import { fromUnits } from "../ranking/units.ts";

/** Threads with fewer replies are read whole. */
const LONG = 20;
/** Posts that are looked at, */
const LOOKED_AT = 20;
/** of those with so many voters: the index holds no others. */
const FEWEST_VOTERS = 5;

export interface AgreedPost {
  id: number;
  author: string;
  /** Its beginning as plain text. */
  excerpt: string;
}

/** The replies of a long thread that both sides found worth reading, the most so first; none where positions are not used. */
export async function readAgreed(
  db: Db,
  { id, replyCount }: { id: number; replyCount: number },
): Promise<AgreedPost[]> {
  if (replyCount < LONG || !(await usedFit.first(db, { threadId: id }))) return [];
  const rows = await acrossOf.all(db, { threadId: id });
  return pickAgreed(rows.map(withShares)).map(({ row }) => ({
    id: row.post_id,
    author: row.author,
    excerpt: excerpt(row.html),
  }));
}

/** Positions in a thread are those of its first topic, where that is fitted by itself, else those of the whole forum. */
const usedFit = prepared((db, value: ValueOf<{ threadId: number }>) =>
  db
    .selectFrom("fit")
    .select("scope")
    .where("is_used", "=", 1)
    .where(({ eb, fn, selectFrom }) =>
      eb(
        "scope",
        "=",
        fn.coalesce(
          selectFrom("thread_topic")
            .innerJoin("fit as topical", "topical.scope", "thread_topic.topic_id")
            .select("topical.scope")
            .where("thread_topic.thread_id", "=", value("threadId"))
            .where("thread_topic.position", "=", 0),
          eb.lit(SITE),
        ),
      ),
    ),
);

type Row = Awaited<ReturnType<typeof acrossOf.all>>[number];

const withShares = (row: Row) => ({
  row,
  across: fromUnits(row.across),
  sums: {
    worthLeft: fromUnits(row.worth_left),
    worthRight: fromUnits(row.worth_right),
    onlyLeft: fromUnits(row.only_left),
    onlyRight: fromUnits(row.only_right),
  },
});

const acrossOf = prepared((db, value: ValueOf<{ threadId: number }>) =>
  db
    .selectFrom((from) =>
      from
        .selectFrom("tally")
        .selectAll()
        .where("thread_id", "=", value("threadId"))
        .where("voter_count", ">=", sql.lit(FEWEST_VOTERS))
        .orderBy("across", "desc")
        .limit(LOOKED_AT)
        .as("tally"),
    )
    .innerJoin("post", "post.id", "tally.post_id")
    .innerJoin("person", "person.id", "post.author_id")
    .select(["tally.post_id", "tally.across", "person.name as author", "post.html"])
    .select(["tally.worth_left", "tally.worth_right", "tally.only_left", "tally.only_right"])
    .where("tally.depth", ">", 0)
    .where("post.withdrawn_at", "is", null)
    .where("post.state", "in", ["published", "redacted"])
    .orderBy("tally.across", "desc"),
);
