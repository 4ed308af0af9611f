import type { Db } from "#db/open.server.ts";
import type { Role } from "#db/schema.ts";
import { Refusal } from "../refusals.ts";
import { MOST_COUNTED } from "./queue.ts";

/** What moderators see of somebody at a moment. */
export interface PersonRecord {
  id: number;
  name: string;
  role: Role;
  level: number;
  joinedAt: number;
  /** Counted up to MOST_COUNTED. */
  postCount: number;
  /** Null where none holds. */
  suspendedUntil: number | null;
  slowedUntil: number | null;
  /** Acts about them by kind, and how many of each were undone or overturned. */
  acts: { kind: string; count: number; undone: number }[];
  /** How often they wrote anew what they were asked to, and that was accepted. */
  rewroteCount: number;
  /** Decisions on their own flags. */
  flags: { decided: number; upheld: number };
}

/** Somebody's record for moderators, at `now` in epoch seconds; throws Refusal 404 where there is nobody. */
export async function readRecord(
  db: Db,
  personId: number | null,
  now: number,
): Promise<PersonRecord> {
  const person = await db
    .selectFrom("person")
    .select(["id", "name", "role", "level", "joined_at", "suspended_until", "slowed_until"])
    .where("id", "=", personId ?? 0)
    .executeTakeFirst();
  if (!person) throw new Refusal(404, { key: "accounts.person.not-found" });
  const { id, name, role, level } = person;
  const acts = await countActs(db, id);
  const ifHolds = (until: number | null) => ((until ?? 0) > now ? until : null);
  return {
    ...{ id, name, role, level, joinedAt: person.joined_at },
    postCount: await countPosts(db, id),
    suspendedUntil: ifHolds(person.suspended_until),
    slowedUntil: ifHolds(person.slowed_until),
    ...{ acts, rewroteCount: countRewritten(acts) },
    flags: (await countFlags(db, [id])).get(id) ?? { decided: 0, upheld: 0 },
  };
}

async function countPosts(db: Db, personId: number): Promise<number> {
  const rows = await db
    .selectFrom("post")
    .select("id")
    .where("author_id", "=", personId)
    .limit(MOST_COUNTED)
    .execute();
  return rows.length;
}

const countActs = (db: Db, personId: number) =>
  db
    .selectFrom("action")
    .select(["kind", (eb) => eb.fn.countAll<number>().as("count")])
    .select((eb) => eb.fn.count<number>("undone_at").as("undone"))
    .where("about_id", "=", personId)
    .groupBy("kind")
    .orderBy("kind")
    .execute();

/** New texts that stand, accepted by a moderator or because the passage was gone. */
function countRewritten(acts: PersonRecord["acts"]): number {
  const accepted = acts.filter(({ kind }) => kind === "clear" || kind === "confirm");
  return accepted.reduce((sum, { count, undone }) => sum + count - undone, 0);
}

/** How many of people's flags were decided, and upheld, as their accuracy counts them; those of one case may be left out. */
export async function countFlags(db: Db, people: number[], besidesCase = 0) {
  const found = new Map<number, { decided: number; upheld: number }>();
  if (people.length === 0) return found;
  const rows = await db
    .selectFrom("flag")
    .select(["person_id", "verdict", (eb) => eb.fn.sum<number>("counts").as("count")])
    .where("person_id", "in", people)
    .where("case_id", "!=", besidesCase)
    .where("verdict", "is not", null)
    .groupBy(["person_id", "verdict"])
    .execute();
  for (const { person_id, verdict, count } of rows) {
    const { decided, upheld } = found.get(person_id) ?? { decided: 0, upheld: 0 };
    found.set(person_id, {
      decided: decided + Number(count),
      upheld: upheld + (verdict === "upheld" ? Number(count) : 0),
    });
  }
  return found;
}
