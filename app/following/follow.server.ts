import { sql } from "kysely";
import type { Db, Trx } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { spend } from "../limits/spend.server.ts";
import { mayFollow, type Person } from "../permissions.ts";
import { allow, Refusal } from "../refusals.ts";
import { type Found, findThing, wentTo } from "./find-thing.server.ts";
import { type FollowWish, MOST_FOLLOWS, MOST_SEARCHES, type Wish } from "./level.ts";
import { holdPerson, moveMuteCount } from "./mute-count.server.ts";

/** Seconds until a search is looked through for the first time. */
const FIRST_LOOK = 15 * 60;

/** Follows a thing at a level, mutes it, or lets go of it; again changes nothing. Answers the thing, with the level that it had before. Throws Refusal and WrongForm. `now` in epoch seconds, `limits` scales the limits. */
export async function follow(
  db: Db,
  person: Person,
  { thing, level }: FollowWish,
  { now, limits }: { now: number; limits: number },
): Promise<Found> {
  await spend(db, "follow.person", person.id, now, limits);
  const found = await findThing(db, person, thing, now);
  if (level !== "none") allow(mayFollow(person, found));
  return write(db, async (trx) => {
    await holdPerson(trx, person.id);
    const id = await findObject(trx, person, found, level, now);
    const before = await readRow(trx, person, { ...found, id });
    if (level === "none") await letGo(trx, person, { ...found, id });
    else {
      if (!before || before.is_by_writing === 1) await refuseTooMany(trx, person);
      await keep(trx, person, { ...found, id }, level, now);
    }
    await moveMuteCount(
      trx,
      person.id,
      (level === "muted" ? 1 : 0) - (before?.level === "muted" ? 1 : 0),
    );
    return { ...found, id, level: before?.level ?? null };
  });
}

/** The id of what is followed: a search gets its own when it is followed first. */
async function findObject(
  trx: Trx,
  person: Person,
  { kind, id, name }: Found,
  level: Wish,
  now: number,
) {
  // It may have been merged since it was found.
  if (kind === "topic") return wentTo(trx, id);
  if (kind !== "search") return id;
  const known = await trx
    .selectFrom("followed_search")
    .select("id")
    .where("person_id", "=", person.id)
    .where("asked", "=", name)
    .executeTakeFirst();
  if (known || level === "none") return known?.id ?? 0;
  await refuseTooManySearches(trx, person);
  const search = await trx
    .insertInto("followed_search")
    .values((eb) => ({
      ...{ person_id: person.id, asked: name, made_at: now, due_at: now + FIRST_LOOK },
      seen_id: eb
        .selectFrom("post")
        .select((inner) => inner.fn.coalesce(inner.fn.max<number>("id"), sql.lit(0)).as("last")),
    }))
    .returning("id")
    .executeTakeFirstOrThrow();
  return search.id;
}

const rowsOf = (person: Person, { kind, id }: Pick<Found, "kind" | "id">) =>
  ({ person_id: person.id, kind, object_id: id }) as const;

async function readRow(trx: Trx, person: Person, of: Pick<Found, "kind" | "id">) {
  const { person_id, kind, object_id } = rowsOf(person, of);
  return trx
    .selectFrom("follow")
    .select(["level", "is_by_writing"])
    .where("person_id", "=", person_id)
    .where("kind", "=", kind)
    .where("object_id", "=", object_id)
    .executeTakeFirst();
}

async function letGo(trx: Trx, person: Person, of: Pick<Found, "kind" | "id">) {
  const { person_id, kind, object_id } = rowsOf(person, of);
  await trx
    .deleteFrom("follow")
    .where("person_id", "=", person_id)
    .where("kind", "=", kind)
    .where("object_id", "=", object_id)
    .execute();
  if (kind !== "search") return;
  await trx
    .deleteFrom("followed_search")
    .where("person_id", "=", person_id)
    .where("id", "=", object_id)
    .execute();
  // They could not say what was searched for any more.
  await trx
    .deleteFrom("notice")
    .where("person_id", "=", person_id)
    .where("kind", "=", "search")
    .where("about_id", "=", object_id)
    .execute();
}

/** What is followed already keeps its time, and so its place in the list. */
async function keep(
  trx: Trx,
  person: Person,
  of: Pick<Found, "kind" | "id">,
  level: Exclude<Wish, "none">,
  now: number,
) {
  await trx
    .insertInto("follow")
    .values({ ...rowsOf(person, of), level, followed_at: now })
    .onConflict((conflict) =>
      conflict.columns(["person_id", "kind", "object_id"]).doUpdateSet({ level, is_by_writing: 0 }),
    )
    .execute();
}

async function refuseTooMany(trx: Trx, person: Person) {
  const { count } = await trx
    .selectFrom("follow")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("person_id", "=", person.id)
    .where("is_by_writing", "=", 0)
    .executeTakeFirstOrThrow();
  if (Number(count) < MOST_FOLLOWS) return;
  throw new Refusal(422, { key: "following.too-many", values: { most: MOST_FOLLOWS } });
}

async function refuseTooManySearches(trx: Trx, person: Person) {
  const { count } = await trx
    .selectFrom("followed_search")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("person_id", "=", person.id)
    .executeTakeFirstOrThrow();
  if (Number(count) < MOST_SEARCHES) return;
  throw new Refusal(422, { key: "following.too-many-searches", values: { most: MOST_SEARCHES } });
}
