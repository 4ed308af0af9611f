import type { Db, Trx } from "#db/open.server.ts";
import { RENDERER } from "../markdown/render.server.ts";
import { nameKey } from "../names/name-key.ts";
import { referencesOf } from "./references-of.ts";

/** Keeps whom a post mentions and what it quotes, as its HTML shows them, in place of what it referred to before; nobody is kept as mentioning themselves, nor whoever blocks them. The threads of posts that are quoted now, or no longer, show it. */
export async function recordReferences(trx: Trx, postId: number, html: string): Promise<void> {
  const { names, postIds } = referencesOf(html);
  await recordMentions(trx, postId, names);
  await recordQuotations(trx, postId, postIds);
}

/** The same for a post that was written just now, of which nothing is kept yet; most posts refer to nothing. */
export async function recordFirstReferences(trx: Trx, postId: number, html: string): Promise<void> {
  const { names, postIds } = referencesOf(html);
  await insertMentions(trx, postId, names);
  await insertQuotations(trx, postId, postIds);
  await raiseThreadsOf(trx, postId, postIds);
}

async function recordMentions(trx: Trx, postId: number, names: string[]) {
  await trx.deleteFrom("mention").where("post_id", "=", postId).execute();
  await insertMentions(trx, postId, names);
}

async function insertMentions(trx: Trx, postId: number, names: string[]) {
  if (names.length === 0) return;
  await trx
    .insertInto("mention")
    .columns(["post_id", "person_id"])
    .expression((eb) =>
      eb
        .selectFrom("person")
        .select((eb) => [eb.val(postId).as("post_id"), "id"])
        .where("name_key", "in", names.map(nameKey))
        .where("id", "!=", (eb) =>
          eb.selectFrom("post").select("author_id").where("id", "=", postId),
        )
        .where("id", "not in", (eb) =>
          eb
            .selectFrom("block")
            .innerJoin("post", "post.author_id", "block.blocked_id")
            .select("block.person_id")
            .where("post.id", "=", postId),
        ),
    )
    .execute();
}

async function recordQuotations(trx: Trx, postId: number, quotedIds: number[]) {
  const rows = await trx
    .selectFrom("quotation")
    .select("quoted_post_id")
    .where("post_id", "=", postId)
    .execute();
  const before = rows.map((row) => row.quoted_post_id);
  const added = quotedIds.filter((id) => id !== postId && !before.includes(id));
  const dropped = before.filter((id) => !quotedIds.includes(id));
  if (dropped.length > 0) {
    await trx
      .deleteFrom("quotation")
      .where("post_id", "=", postId)
      .where("quoted_post_id", "in", dropped)
      .execute();
  }
  await insertQuotations(trx, postId, added);
  await raiseThreadsOf(trx, postId, [...added, ...dropped]);
}

async function insertQuotations(trx: Trx, postId: number, quotedIds: number[]) {
  if (quotedIds.length === 0) return;
  await trx
    .insertInto("quotation")
    .values(quotedIds.map((quoted_post_id) => ({ post_id: postId, quoted_post_id })))
    .execute();
}

/** For a post that is withdrawn or shown again: the threads of the posts that it quotes show it. */
export async function raiseQuotedThreads(trx: Trx, postId: number): Promise<void> {
  const rows = await trx
    .selectFrom("quotation")
    .select("quoted_post_id")
    .where("post_id", "=", postId)
    .execute();
  const quotedIds = rows.map((row) => row.quoted_post_id);
  await raiseThreadsOf(trx, postId, quotedIds);
}

/** For a post that is shown again: whoever quoted it while it was withdrawn was compared with nothing, so the clock renders them again. Who is being rendered at this moment is marked anew, and so taken once more. */
export async function compareQuotersAgain(db: Db, postId: number): Promise<void> {
  await db
    .updateTable("post")
    .set((eb) => ({ renderer: eb("renderer", "-", RENDERER) }))
    .where("id", "in", (eb) =>
      eb.selectFrom("quotation").select("post_id").where("quoted_post_id", "=", postId),
    )
    .execute();
}

/** The post's own thread is raised by its deed. */
async function raiseThreadsOf(trx: Trx, postId: number, quotedIds: number[]) {
  if (quotedIds.length === 0) return;
  await trx
    .updateTable("thread")
    .set((eb) => ({ version: eb("version", "+", 1) }))
    .where("id", "in", (eb) =>
      eb.selectFrom("post").select("thread_id").where("id", "in", quotedIds),
    )
    .where("id", "!=", (eb) => eb.selectFrom("post").select("thread_id").where("id", "=", postId))
    .execute();
}
