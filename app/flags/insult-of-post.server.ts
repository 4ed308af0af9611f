import type { Trx } from "#db/open.server.ts";

/** How sure it is that a post insults, in billionths: by that of its cases that is surest. What was only off topic never enters. */
export async function insultOfPost(trx: Trx, postId: number): Promise<number> {
  const { insult } = await trx
    .selectFrom("case")
    .select((eb) => eb.fn.max("insult").as("insult"))
    .where("post_id", "=", postId)
    .where("kind", "!=", "topic")
    .executeTakeFirstOrThrow();
  return Number(insult ?? 0);
}
