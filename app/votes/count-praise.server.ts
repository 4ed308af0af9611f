import { type SqlBool, sql } from "kysely";
import type { Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { PRAISE_DAYS } from "../ranking/vote.ts";

interface Pair {
  from: number;
  to: number;
  postId: number;
  after: number;
  before: number;
}

/** Worth votes of one person for another's posts, of a stretch of time before a vote: at one moment those on older posts come first. */
const praise = prepared((db, value: ValueOf<Pair>) =>
  db
    .selectFrom("vote")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("person_id", "=", value("from"))
    .where("author_id", "=", value("to"))
    .where("worth", "=", 1)
    .where("cast_at", ">", value("after"))
    .where(sql<SqlBool>`(cast_at, post_id) < (${value("before")}, ${value("postId")})`),
);

/** How often a person found another's posts worth reading in the thirty days before a vote, and the other theirs. */
export async function countPraise(
  trx: Trx,
  {
    personId,
    authorId,
    postId,
    castAt,
  }: Record<"personId" | "authorId" | "postId" | "castAt", number>,
): Promise<{ given: number; returned: number }> {
  const days = { postId, after: castAt - PRAISE_DAYS * 86_400, before: castAt };
  const given = await praise.first(trx, { from: personId, to: authorId, ...days });
  const returned = await praise.first(trx, { from: authorId, to: personId, ...days });
  return { given: Number(given?.count), returned: Number(returned?.count) };
}
