import { spend } from "#app/limits/spend.server.ts";
import { mayChooseLetters, type Person } from "#app/permissions.ts";
import { allow } from "#app/refusals.ts";
import type { Db, Trx } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { nextTime } from "./next-time.ts";
import type { Wish } from "./wish.ts";

/** Keeps which letters a person wishes for. A first regular letter looks back as far as every later one, though over nothing that one before told of. */
export async function changeWish(
  db: Db,
  person: Person,
  wish: Wish,
  { now, scale }: { now: number; scale: number },
): Promise<void> {
  allow(mayChooseLetters(person));
  await spend(db, "profile.person", person.id, now, scale);
  await write(db, (trx) => keepWish(trx, person.id, wish, now));
}

/** Seconds of which a letter tells; whoever wishes for none has no last one either. */
const lengthOf = { none: 604_800, daily: 86_400, weekly: 604_800 };

/** Keeps a wish in the caller's transaction. */
export async function keepWish(
  trx: Trx,
  personId: number,
  { isAtOnce, ...rhythm }: Wish,
  now: number,
): Promise<void> {
  const { digest, weekday, hour, zone } = rhythm;
  const kept = {
    ...{ is_at_once: isAtOnce ? 1 : 0, digest, weekday, hour, zone },
    next_at: nextTime(rhythm, now),
  };
  const since = now - lengthOf[digest];
  await trx
    .insertInto("letter_wish")
    .values({ ...kept, person_id: personId, since })
    .onConflict((conflict) =>
      conflict.column("person_id").doUpdateSet((eb) => ({
        ...kept,
        since: eb
          .case()
          .when(
            eb.and([eb("letter_wish.digest", "=", "none"), eb("letter_wish.since", "<", since)]),
          )
          .then(since)
          .else(eb.ref("letter_wish.since"))
          .end(),
      })),
    )
    .execute();
}
