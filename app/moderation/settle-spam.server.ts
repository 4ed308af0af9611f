/** Spam of a newcomer, with all that the same newcomer wrote. */
import type { Trx } from "#db/open.server.ts";
import { insertCase } from "./insert-case.server.ts";
import { type Settling, settleCase } from "./settle-case.server.ts";
import { type CaseRow, findCase } from "./take-step.server.ts";

/** Most posts that go with one: whoever wrote more is no newcomer. */
const MOST = 100;

/** Marks a case's post as spam, and all other posts of its author where that is a newcomer; one undoing gives all of them back. Answers the number of the act on the first. */
export async function settleSpam(trx: Trx, row: CaseRow, settling: Settling): Promise<number> {
  const author = await trx
    .selectFrom("person")
    .select("level")
    .where("id", "=", row.author_id)
    .executeTakeFirstOrThrow();
  const posts = author.level > 0 ? [] : await findOthers(trx, row);
  const along: number[] = [];
  for (const post of posts) {
    const id = post.case_id ?? (await insertCase(trx, post, { kind: "spam", now: settling.now }));
    const other = await findCase(trx, id);
    along.push(await settleCase(trx, other, { ...settling, more: { isWithAnother: true } }));
  }
  const details = { posts: posts.length + 1 };
  return settleCase(trx, row, { ...settling, before: { along }, more: { details } });
}

/** The author's posts that are not removed yet, with the case that is open on each. */
const findOthers = (trx: Trx, row: CaseRow) =>
  trx
    .selectFrom("post")
    .leftJoin("case", (join) =>
      join.onRef("case.post_id", "=", "post.id").on("case.closed_at", "is", null),
    )
    .select(["post.id", "post.thread_id", "post.author_id", "post.version", "case.id as case_id"])
    .where("post.author_id", "=", row.author_id)
    .where("post.id", "!=", row.post_id)
    .where("post.state", "!=", "removed")
    .where((eb) =>
      eb.or([
        eb("case.state", "is", null),
        eb("case.state", "in", ["open", "asked", "lapsed", "hidden", "held"]),
      ]),
    )
    .orderBy("post.id", "desc")
    .limit(MOST)
    .execute();
