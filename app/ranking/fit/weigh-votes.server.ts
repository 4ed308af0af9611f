/** Every vote of the forum anew: its weight by its voter's level and praise as they are now, its sides by where its voter stands (mechanism, M3 and M4). */
import { sql } from "kysely";
import type { Db, Trx } from "#db/open.server.ts";
import { prepared } from "#db/prepared.server.ts";
import { SITE } from "../read-standards.server.ts";
import { fromUnits, toUnits } from "../units.ts";
import { PRAISE_DAYS, shareOf, voteWeight } from "../vote.ts";
import { changeRows } from "./change-rows.server.ts";
import type { ScopeFit } from "./fit-scopes.ts";
import { inBatches } from "./in-batches.server.ts";
import { type LeaningOf, leaningsOf } from "./leanings.ts";
import { tallyAgain } from "./tally-again.server.ts";

/** Weighs all votes anew and brings every sum into line, a few votes at a time; votes that are cast meanwhile are right too. What is right already is not written. */
export async function weighVotes(db: Db, fits: readonly ScopeFit[], now: number): Promise<void> {
  const leaningOf = leaningsOf(fits);
  const first: Key = { post_id: 0, person_id: 0 };
  await inBatches(db, first, (trx, from, most) => weighSome(trx, from, most, leaningOf, now));
}

interface Key {
  post_id: number;
  person_id: number;
}

interface Row extends Key {
  worth: 0 | 1;
  agree: -1 | 0 | 1;
  weight: number;
  halvings: number;
  to_left: number;
  to_right: number;
  level: number;
  /** Who voted flagged the post, and that is open or was rejected. */
  is_flagged: number;
  /** Of the fit that its thread goes by. */
  scope: number;
  x: number;
  praise: number;
  returned: number;
}

/** Answers where to go on; null at the end. */
async function weighSome(
  trx: Trx,
  { post_id, person_id }: Key,
  most: number,
  leaningOf: LeaningOf,
  now: number,
): Promise<Key | null> {
  const rows = await some.all(trx, { post: post_id, person: person_id, most });
  if (rows.length === 0) return null;
  const changed: number[][] = [];
  const scopes = new Map<number, number>();
  for (const row of rows) {
    scopes.set(row.post_id, row.scope);
    const { weight, left, right } = weigh(row);
    if (weight === row.weight && left === row.to_left && right === row.to_right) continue;
    changed.push([row.post_id, row.person_id, weight, left, right]);
  }
  await changeRows(trx, change, changed);
  await tallyAgain(trx, [...scopes.keys()], (post) => leaningOf(scopes.get(post)!, post), now);
  return rows.length < most ? null : rows.at(-1)!;
}

const change = {
  table: "vote",
  key: ["post_id", "person_id"],
  set: ["weight", "to_left", "to_right"],
} as const;

function weigh({ worth, agree, level, is_flagged, x, praise, returned, halvings }: Row) {
  if (!worth && (!agree || is_flagged)) return { weight: 0, left: 0, right: 0 };
  const whole = worth ? voteWeight(level, praise, returned) : voteWeight(level, 0, 0);
  const weight = whole / 2 ** halvings;
  const { left, right } = shareOf({ worth }, weight, fromUnits(x));
  return { weight: toUnits(weight), left: toUnits(left), right: toUnits(right) };
}

/** Worth votes from one person for another within the days before a vote; of two at the same second that on the older post comes first. */
const worthVotes = (from: string, to: string) => sql`
  case when these.worth = 0 then 0 else (
    select count(*) from vote as earlier
    where earlier.worth = 1
      and earlier.person_id = ${sql.ref(from)} and earlier.author_id = ${sql.ref(to)}
      and earlier.cast_at > these.cast_at - ${sql.lit(PRAISE_DAYS * 86_400)}
      and earlier.cast_at <= these.cast_at
      and (earlier.cast_at < these.cast_at or earlier.post_id < these.post_id)
  ) end`;

const some = prepared<{ post: number; person: number; most: number }, Row>((db, value) => ({
  compile: () =>
    sql<Row>`
      with these as (
        select * from vote where (post_id, person_id) > (${value("post")}, ${value("person")})
        order by post_id, person_id limit ${value("most")}
      )
      select these.post_id, these.person_id, these.worth, these.agree,
        these.weight, these.halvings, these.to_left, these.to_right, person.level,
        case when exists (
          select 1 from flag
          where flag.post_id = these.post_id and flag.person_id = these.person_id
            and ((flag.verdict is null and flag.decided_at is null) or flag.verdict = 'rejected')
        ) then 1 else 0 end as is_flagged,
        coalesce(topical.scope, ${sql.lit(SITE)}) as scope,
        case when coalesce(topical.is_used, site.is_used, 0) = 0 then 0
          else coalesce(near.x, far.x, 0) end as x,
        ${worthVotes("these.person_id", "these.author_id")} as praise,
        ${worthVotes("these.author_id", "these.person_id")} as returned
      from these
      join person on person.id = these.person_id
      join tally on tally.post_id = these.post_id
      left join thread_topic
        on thread_topic.thread_id = tally.thread_id and thread_topic.position = 0
      left join fit as topical on topical.scope = thread_topic.topic_id
      left join fit as site on site.scope = ${sql.lit(SITE)}
      left join position as near
        on near.scope = topical.scope and near.person_id = these.person_id
      left join position as far
        on far.scope = ${sql.lit(SITE)} and far.person_id = these.person_id
      order by these.post_id, these.person_id`.compile(db),
}));
