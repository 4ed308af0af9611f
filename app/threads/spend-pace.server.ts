/** Counts a post against its author's pace: asked before the text is rendered, spent in the post's own transaction. */
import type { Db, Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { tooSoon } from "../limits/too-soon.ts";
import type { Person } from "../permissions.ts";
import { Refusal } from "../refusals.ts";
import { type Pace, paceOf } from "./pace.ts";

const DAY = 86_400;

type What = "thread" | "reply";

/** Why the author could not post now, with the seconds to wait, or null; counts nothing. */
export async function findTooSoon(
  db: Db | Trx,
  person: Person,
  what: What,
  now: number,
  scale: number,
): Promise<Refusal | null> {
  if (scale === Number.POSITIVE_INFINITY) return null;
  const dayIsFull = await findDayIsFull(db, person, what, now, scale);
  if (dayIsFull) return dayIsFull;
  const { step, full } = inMilliseconds(paceOf(person, now, scale), now);
  const row = await paceUntil.first(db, { personId: person.id });
  // Further ahead than a whole burst it was moved by a clock since set back, or under other limits: it begins anew.
  if (!row || row.until_ms <= full - step || row.until_ms > full) return null;
  return tooSoon((row.until_ms + step - full) / 1000);
}

const paceUntil = prepared((db, value: ValueOf<{ personId: number }>) =>
  db.selectFrom("pace").select("until_ms").where("person_id", "=", value("personId")),
);

/** Moves the author's pace on by one post; throws Refusal 429 with the seconds to wait, having changed nothing. */
export async function spendPace(trx: Trx, person: Person, what: What, now: number, scale: number) {
  if (scale === Number.POSITIVE_INFINITY) return;
  const dayIsFull = await findDayIsFull(trx, person, what, now, scale);
  if (dayIsFull) throw dayIsFull;
  const { nowMs, step, full } = inMilliseconds(paceOf(person, now, scale), now);
  const personId = person.id;
  const spent = await moveOn.first(trx, {
    ...{ personId, nowMs, step, full },
    next: nowMs + step,
    last: full - step,
  });
  if (!spent) throw (await findTooSoon(trx, person, what, now, scale)) ?? tooSoon(step / 1000);
}

interface Step {
  personId: number;
  /** Milliseconds since 1970, as the next three. */
  nowMs: number;
  full: number;
  /** Where a pace begins anew. */
  next: number;
  /** Up to where it may stand. */
  last: number;
  step: number;
}

const moveOn = prepared((db, value: ValueOf<Step>) =>
  db
    .insertInto("pace")
    .values({ person_id: value("personId"), until_ms: value("next") })
    .onConflict((conflict) =>
      conflict
        .column("person_id")
        .doUpdateSet(({ eb, ref }) => ({
          until_ms: eb
            .case()
            .when(eb.between("pace.until_ms", value("nowMs"), value("full")))
            .then(eb(ref("pace.until_ms"), "+", value("step")))
            .else(value("next"))
            .end(),
        }))
        .where((eb) =>
          eb.or([
            eb("pace.until_ms", "<=", value("last")),
            eb("pace.until_ms", ">", value("full")),
          ]),
        ),
    )
    .returning("until_ms"),
);

/** What one post costs, and how far ahead a whole burst reaches. */
function inMilliseconds({ step, burst }: Pace, now: number) {
  const whole = Math.ceil(step);
  return { nowMs: now * 1000, step: whole, full: now * 1000 + burst * whole };
}

/** The refusal where the day's bound is reached, or null: a day after the oldest of the posts that fill it there is room again. */
async function findDayIsFull(db: Db | Trx, person: Person, what: What, now: number, scale: number) {
  const pace = paceOf(person, now, scale);
  const most = what === "thread" ? pace.threadsADay : pace.repliesADay;
  if (most === null) return null;
  const bound = { personId: person.id, from: now - DAY, now, before: most - 1 };
  const filling = await (what === "thread" ? fillingThread : fillingReply).first(db, bound);
  return filling ? dayIsFull(filling.posted_at + DAY - now, most) : null;
}

interface Bound {
  personId: number;
  from: number;
  now: number;
  before: number;
}

const findOld = (db: Db | Trx, value: ValueOf<Bound>) =>
  db
    .selectFrom("post")
    .select("posted_at")
    .where("author_id", "=", value("personId"))
    .where("posted_at", ">", value("from"))
    .where("posted_at", "<=", value("now"))
    .orderBy("posted_at", "desc")
    .orderBy("id", "desc")
    .offset(value("before"))
    .limit(1);

const fillingThread = prepared((db, value: ValueOf<Bound>) =>
  findOld(db, value).where("parent_id", "is", null),
);
const fillingReply = prepared((db, value: ValueOf<Bound>) =>
  findOld(db, value).where("parent_id", "is not", null),
);

function dayIsFull(wait: number, most: number): Refusal {
  const seconds = Math.max(1, Math.ceil(wait));
  const hours = Math.ceil(seconds / 3600);
  return new Refusal(429, { key: "threads.day-is-full", values: { most, hours } }, seconds);
}
