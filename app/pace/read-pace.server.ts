/** What the pace of a reply goes by, in one query; in a second one, where the writer wrote in the branch a short while ago, what stands above the reply. */
import { type RawBuilder, sql } from "kysely";
import type { Db, Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import {
  CROWD,
  LEVELS,
  LOOKED_BACK,
  type OwnReply,
  type PaceFacts,
  roundsOf,
} from "./branch-pace.ts";

/** Where somebody is about to reply. */
export interface PacePlace {
  threadId: number;
  /** The post that is answered; its branch is null where it opens the thread. */
  parent: { id: number; branchId: number | null; authorId: number };
  slowSeconds: number | null;
  isQuiet: boolean;
  /** Whether the writer is held to one reply an hour. */
  isSlowed: boolean;
}

/** Of one's own replies of the last hour, of an author's latest posts, of replies to these, and of a thread's open cases so many are looked at. */
const OWN = 60;
const POSTS = 20;
const ANSWERS = 200;
const CASES = 50;
const BILLION = 1_000_000_000;

/** Reads the facts; `now` in epoch seconds. */
export async function readPace(
  db: Db | Trx,
  writerId: number,
  place: PacePlace,
  now: number,
): Promise<PaceFacts> {
  const { threadId, parent } = place;
  const rows = await paceRows.all(db, {
    ...{ writerId, threadId, parentId: parent.id, authorId: parent.authorId },
    since: now - LOOKED_BACK,
  });
  const of = (what: string) => rows.filter((row) => row.what === what);
  const own: OwnReply[] = of("own").map(({ one, two, three }) => ({
    ...{ threadId: one, branchId: two, at: three! },
  }));
  const cases: Case[] = of("case").map(({ one, two, three, four }) => ({
    ...{ postId: one!, branchId: two, authorId: three!, flags: Math.ceil(four! / BILLION) },
  }));
  const facts = {
    ...{ now, threadId, branchId: parent.branchId, own },
    ...{ slowSeconds: place.slowSeconds, isQuiet: place.isQuiet },
    isSlowed: place.isSlowed,
    answerers: of("answerers")[0]!.one!,
    lastAnswerAt: of("last")[0]?.one ?? null,
  };
  return { ...facts, ...(await readAbove(db, writerId, parent, { own, cases })) };
}

interface Case {
  postId: number;
  branchId: number | null;
  authorId: number;
  /** As many as the open ones weigh: those of newcomers weigh nothing. */
  flags: number;
}

async function readAbove(
  db: Db | Trx,
  writerId: number,
  { id, branchId }: PacePlace["parent"],
  { own, cases }: { own: readonly OwnReply[]; cases: readonly Case[] },
) {
  const calm = { flagsAbove: 0, flagsOwn: 0, rounds: 0 };
  if (branchId === null || !own.some((reply) => reply.branchId === branchId)) return calm;
  const above = (await climb.all(db, { postId: id, most: LEVELS })).sort(
    (one, other) => one.level - other.level,
  );
  const ids = new Set(above.map((post) => post.id));
  const sum = (counted: readonly Case[]) => counted.reduce((all, { flags }) => all + flags, 0);
  return {
    flagsAbove: sum(cases.filter((one) => one.authorId !== writerId && ids.has(one.postId))),
    flagsOwn: sum(cases.filter((one) => one.authorId === writerId && one.branchId === branchId)),
    rounds: roundsOf(
      above.map((post) => post.author_id),
      writerId,
    ),
  };
}

interface Asked {
  writerId: number;
  threadId: number;
  parentId: number;
  authorId: number;
  since: number;
}

interface Row {
  what: string;
  one: number | null;
  two: number | null;
  three: number | null;
  four: number | null;
}

const part = (query: RawBuilder<unknown>, name: string) =>
  sql`select * from (${query}) as ${sql.raw(name)}`;

const none = sql`cast(null as bigint)`;

const paceRows = prepared((db, value: ValueOf<Asked>) => {
  const isHere = sql`thread_id = ${value("threadId")}`;
  const own = sql`select 'own' as what, case when ${isHere} then thread_id end as one,
      case when ${isHere} then branch_id end as two, max(posted_at) as three, ${none} as four
    from (select thread_id, branch_id, posted_at
      from post where author_id = ${value("writerId")} and posted_at > ${value("since")}
      and parent_id is not null order by posted_at desc limit ${sql.lit(OWN)}) as latest
    group by 2, 3`;
  const cases = sql`select 'case', "case".post_id, post.branch_id, "case".author_id,
      "case".own_weight + "case".other_weight
    from "case" join post on post.id = "case".post_id
    where "case".thread_id = ${value("threadId")} and "case".closed_at is null
    limit ${sql.lit(CASES)}`;
  const latest = sql`select * from (select id from post where author_id = ${value("authorId")}
      order by posted_at desc limit ${sql.lit(POSTS)}) as latest
    union select cast(${value("parentId")} as bigint)`;
  const answers = sql`select 'answerers', count(distinct author_id), ${none}, ${none}, ${none}
    from (select post.author_id from (${latest}) as answered
      join post on post.parent_id = answered.id
      where post.posted_at > ${value("since")} and post.author_id != ${value("authorId")}
      limit ${sql.lit(ANSWERS)}) as answering`;
  const last = sql`select 'last', posted_at, ${none}, ${none}, ${none}
    from post where parent_id = ${value("parentId")} and author_id != ${value("authorId")}
    order by posted_at desc limit 1`;
  const rows = sql<Row>`(${part(own, "own")}
    union all ${part(cases, "cases")} union all ${part(answers, "answers")}
    union all ${part(last, "last")})`;
  return db.selectFrom(rows.as("facts")).select(["what", "one", "two", "three", "four"]);
});

const climb = prepared((db, value: ValueOf<{ postId: number; most: number }>) =>
  db
    .withRecursive("above(id, parent_id, author_id, level)", (step) =>
      step
        .selectFrom("post")
        .select((eb) => ["id", "parent_id", "author_id", eb.lit<number>(0).as("level")])
        .where("id", "=", value("postId"))
        .unionAll(
          step
            .selectFrom("above")
            .innerJoin("post", "post.id", "above.parent_id")
            .select((eb) => [
              ...(["post.id", "post.parent_id", "post.author_id"] as const),
              eb("above.level", "+", eb.lit(1)).as("level"),
            ])
            .where("above.level", "<", value("most")),
        ),
    )
    .selectFrom("above")
    .select(["id", "author_id", "level"]),
);

/** Replies of the last hour to an author, one of each person, the latest first: where the points are that were made. */
export async function listAnswers(
  db: Db,
  postId: number,
  since: number,
): Promise<{ id: number; author: string }[]> {
  const rows = await db
    .selectFrom("post")
    .innerJoin("person", "person.id", "post.author_id")
    .select(["post.id", "person.name as author"])
    .where("post.parent_id", "=", postId)
    .where("post.posted_at", ">", since)
    .where("post.withdrawn_at", "is", null)
    .orderBy("post.posted_at", "desc")
    .limit(ANSWERS)
    .execute();
  const seen = new Set<string>();
  return rows.filter(({ author }) => !seen.has(author) && seen.add(author)).slice(0, 2 * CROWD);
}
