/** The forum itself holds somebody to one reply an hour: no moderator need decide on it, and any may end it. */
import { sql } from "kysely";
import { isAmong } from "#db/dialect.server.ts";
import type { Db, Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { write } from "#db/write.server.ts";
import { recordAct } from "../moderation/act.server.ts";
import { say } from "../strings/say.ts";
import { LAST_POSTS, needsPace, PACE_SECONDS, type Upheld } from "./personal-pace.ts";

/** Looks at somebody's last posts after a decision on one, and slows them where it has come to that; what an earlier limit was set or ended for counts no more. Answers whether it did; again does nothing. */
export async function watchPace(db: Db, personId: number, now: number): Promise<boolean> {
  if (!needsPace(await readUpheld(db, personId))) return false;
  return write(db, async (trx) => {
    const upheld = await readUpheld(trx, personId);
    if (!needsPace(upheld)) return false;
    const until = now + PACE_SECONDS;
    const slowed = await trx
      .updateTable("person")
      .set({ slowed_until: until })
      .where("id", "=", personId)
      .where((eb) => eb.or([eb("slowed_until", "is", null), eb("slowed_until", "<=", now)]))
      .executeTakeFirst();
    if (slowed.numUpdatedRows === 0n) return false;
    const threads = new Set(upheld.map(({ threadId }) => threadId)).size;
    await recordAct(trx, {
      ...{ kind: "pace", office: "clock", byId: null, aboutId: personId, untilAt: until, now },
      reason: say("shields.pace.reason", { insults: upheld.length, posts: LAST_POSTS, threads }),
      before: { until: null },
    });
    return true;
  });
}

/** What was upheld of the last posts and is not made good, decided since the last limit was set or ended. */
async function readUpheld(db: Db | Trx, personId: number): Promise<Upheld[]> {
  const posts = await lastPosts.all(db, { personId });
  if (posts.length === 0) return [];
  const rows = await flagged.all(db, { personId, postIds: posts.map(({ id }) => id) });
  const byPost = new Map<number, { threadId: number; flaggerIds: number[] }>();
  for (const { post_id, thread_id, person_id } of rows) {
    const one = byPost.get(post_id) ?? { threadId: thread_id, flaggerIds: [] };
    one.flaggerIds.push(person_id);
    byPost.set(post_id, one);
  }
  return [...byPost.values()];
}

const lastPosts = prepared((db, value: ValueOf<{ personId: number }>) =>
  db
    .selectFrom("post")
    .select("id")
    .where("author_id", "=", value("personId"))
    .orderBy("posted_at", "desc")
    .orderBy("id", "desc")
    .limit(sql.lit(LAST_POSTS)),
);

const literals = (values: readonly string[]) => sql.join(values.map((value) => sql.lit(value)));
const insulting = literals(["insult", "demeans", "motive"]);
const notMadeGood = literals(["asked", "lapsed", "redacted", "removed"]);

const flagged = prepared((db, value: ValueOf<{ personId: number; postIds: readonly number[] }>) =>
  db
    .selectFrom("case")
    .innerJoin("flag", "flag.case_id", "case.id")
    .select(["case.post_id", "case.thread_id", "flag.person_id"])
    .where(isAmong(db, sql.ref("case.post_id"), value("postIds")))
    .where(sql<boolean>`"case".state in (${notMadeGood})`)
    .where("flag.verdict", "=", sql.lit("upheld") as never)
    .where(sql<boolean>`flag.reason in (${insulting})`)
    .where((eb) =>
      eb(
        // By the first decision: a later one is about the same.
        sql<number>`(select min(first.decided_at) from flag as first
            where first.case_id = "case".id and first.verdict = 'upheld')`,
        ">",
        sql<number>`coalesce((select max(at) from action
            where about_id = ${value("personId")} and kind in ('pace', 'unpace')), 0)`,
      ),
    ),
);

/** Why somebody is held to one reply an hour, and until when; null where nobody is. For their own eyes. */
export async function readOwnPace(db: Db, personId: number, now: number) {
  const person = await db
    .selectFrom("person")
    .select("slowed_until")
    .where("id", "=", personId)
    .executeTakeFirst();
  const until = person?.slowed_until ?? null;
  if (until === null || until <= now) return null;
  const act = await db
    .selectFrom("action")
    .innerJoin("event", "event.id", "action.id")
    .select(["action.id", "event.reason"])
    .where("action.about_id", "=", personId)
    .where("action.kind", "=", "pace")
    .where("action.undone_at", "is", null)
    .orderBy("action.id", "desc")
    .executeTakeFirst();
  return { until, reason: act?.reason ?? null, actId: act?.id ?? null };
}
