import { sql } from "kysely";
import type { Db, Trx } from "#db/open.server.ts";
import type { PostState } from "#db/schema.ts";
import { SITE } from "../ranking/read-standards.server.ts";
import { fromUnits } from "../ranking/units.ts";
import { Refusal } from "../refusals.ts";

/** A post as it is flagged. */
export interface Flaggable {
  id: number;
  thread_id: number;
  author_id: number;
  author: string;
  title: string;
  slug: string;
  reply_count: number;
  depth: number;
  version: number;
  edited_at: number | null;
  html: string;
  body: string;
  state: PostState;
  withdrawn_at: number | null;
}

/** The post; throws Refusal 404. */
export async function findFlaggable(db: Db | Trx, postId: number | null): Promise<Flaggable> {
  const post = await db
    .selectFrom("post")
    .innerJoin("thread", "thread.id", "post.thread_id")
    .innerJoin("person", "person.id", "post.author_id")
    .select(["post.id", "post.thread_id", "post.author_id", "post.depth", "post.version"])
    .select(["post.html", "post.body", "post.state", "post.withdrawn_at", "post.edited_at"])
    .select(["person.name as author", "thread.title", "thread.slug", "thread.reply_count"])
    .where("post.id", "=", postId ?? 0)
    .executeTakeFirst();
  if (!post) throw new Refusal(404, { key: "threads.post.not-found" });
  return post;
}

/** What somebody said of a post and nobody has decided yet. */
export const findOpenFlag = (db: Db | Trx, postId: number, personId: number) =>
  db
    .selectFrom("flag")
    .select(["id", "case_id", "reason", "passage", "note", "weight", "flagged_at"])
    .where("post_id", "=", postId)
    .where("person_id", "=", personId)
    .where("decided_at", "is", null)
    .executeTakeFirst();

/** How often somebody's flags were decided, and upheld: one that was wrongly urgent counts twice. */
export async function readRecord(db: Db | Trx, personId: number) {
  const { decided, upheld } = await db
    .selectFrom("flag")
    .select((eb) => [
      eb.fn.coalesce(eb.fn.sum<number>("counts"), sql.lit(0)).as("decided"),
      sql<number>`coalesce(sum(case when verdict = 'upheld' then counts end), 0)`.as("upheld"),
    ])
    .where("person_id", "=", personId)
    .where("verdict", "is not", null)
    .executeTakeFirstOrThrow();
  return { decided: Number(decided), upheld: Number(upheld) };
}

/** Whether somebody answered the post itself. */
export async function hasReplied(db: Db | Trx, postId: number, personId: number) {
  const reply = await db
    .selectFrom("post")
    .select("id")
    .where("parent_id", "=", postId)
    .where("author_id", "=", personId)
    .limit(1)
    .executeTakeFirst();
  return reply !== undefined;
}

/** Where two people stand by what they agree with, each from -1 to 1, measured as votes in the thread are; 0 for whoever is not measured. */
export async function readSides(
  db: Db | Trx,
  threadId: number,
  one: number,
  other: number,
): Promise<[number, number]> {
  const { rows } = await sql<{ person_id: number; x: number }>`
    with scope as (
      select coalesce((
        select fit.scope from thread_topic join fit on fit.scope = thread_topic.topic_id
        where thread_topic.thread_id = ${threadId} and thread_topic.position = 0
      ), ${sql.lit(SITE)}) as id
    )
    select person.id as person_id, coalesce(near.x, far.x, 0) as x
    from scope
    join fit on fit.scope = scope.id and fit.is_used = 1
    join person on person.id in (${one}, ${other})
    left join position as near on near.scope = scope.id and near.person_id = person.id
    left join position as far
      on far.scope = ${sql.lit(SITE)} and far.person_id = person.id`.execute(db);
  const of = (person: number) =>
    fromUnits(rows.find(({ person_id }) => person_id === person)?.x ?? 0);
  return [of(one), of(other)];
}
