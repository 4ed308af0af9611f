/** Counts a post against its author's pace, in the post's own transaction. */
import type { Trx } from "#db/open.server.ts";
import type { Person } from "../permissions.ts";
import { Refusal } from "../refusals.ts";
import { paceOf } from "./pace.ts";

const DAY = 86_400;

/** Moves the author's pace on by one post; throws Refusal 429 with the seconds to wait, having changed nothing. */
export async function spendPace(
  trx: Trx,
  person: Person,
  what: "thread" | "reply",
  now: number,
  scale: number,
) {
  if (scale === Number.POSITIVE_INFINITY) return;
  const pace = paceOf(person, now, scale);
  const most = what === "thread" ? pace.threadsADay : pace.repliesADay;
  if (most !== null) await refuseBeyondDay(trx, person, what, most, now);
  const nowMs = now * 1000;
  const step = Math.ceil(pace.step);
  const full = nowMs + pace.burst * step;
  const spent = await trx
    .insertInto("pace")
    .values({ person_id: person.id, until_ms: nowMs + step })
    .onConflict((conflict) =>
      conflict
        .column("person_id")
        .doUpdateSet(({ eb, ref }) => ({
          until_ms: eb
            .case()
            .when(eb.between("pace.until_ms", nowMs, full))
            .then(eb(ref("pace.until_ms"), "+", step))
            .else(nowMs + step)
            .end(),
        }))
        // Further ahead than a whole burst it was moved by a clock since set back, or under other limits: it begins anew.
        .where((eb) =>
          eb.or([eb("pace.until_ms", "<=", full - step), eb("pace.until_ms", ">", full)]),
        ),
    )
    .returning("until_ms")
    .executeTakeFirst();
  if (spent) return;
  const { until_ms } = await trx
    .selectFrom("pace")
    .select("until_ms")
    .where("person_id", "=", person.id)
    .executeTakeFirstOrThrow();
  tooSoon((until_ms + step - full) / 1000);
}

/** The oldest of the day's posts that fill the bound says when there is room again. */
async function refuseBeyondDay(
  trx: Trx,
  person: Person,
  what: "thread" | "reply",
  most: number,
  now: number,
) {
  const filling = await trx
    .selectFrom("post")
    .select("posted_at")
    .where("author_id", "=", person.id)
    .where("posted_at", ">", now - DAY)
    .where("posted_at", "<=", now)
    .where("parent_id", what === "thread" ? "is" : "is not", null)
    .orderBy("posted_at", "desc")
    .orderBy("id", "desc")
    .offset(most - 1)
    .limit(1)
    .executeTakeFirst();
  if (filling) tooSoon(filling.posted_at + DAY - now, most);
}

function tooSoon(wait: number, most?: number): never {
  const seconds = Math.max(1, Math.ceil(wait));
  if (most === undefined) {
    throw new Refusal(429, { key: "refused.too-soon", values: { seconds } }, seconds);
  }
  const hours = Math.ceil(seconds / 3600);
  throw new Refusal(429, { key: "threads.day-is-full", values: { most, hours } }, seconds);
}
