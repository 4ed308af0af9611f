import type { Db } from "#db/open.server.ts";
import type { Role } from "#db/schema.ts";
import { readIdCursor } from "../cursor.ts";
import { nameKey } from "../names/name-key.ts";

export const LIST_PEOPLE = 50;

export interface PersonLine {
  id: number;
  name: string;
  role: Role;
  joinedAt: number;
}

/** One page of people, the newest first, and the cursor of the next; those whose name holds what is sought. */
export async function listPeople(
  db: Db,
  sought: string,
  after: string | null,
): Promise<{ people: PersonLine[]; next: string | null }> {
  const before = readIdCursor(after);
  const key = lettersOf(nameKey(sought));
  // SQLite's "like" takes ASCII letters for one in both cases, PostgreSQL's does not.
  const letters = lettersOf(sought).replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  if (sought.trim() !== "" && key === "") return { people: [], next: null };
  const rows = await db
    .selectFrom("person")
    .select(["id", "name", "role", "joined_at as joinedAt"])
    .$if(key !== "", (query) =>
      query.where((eb) =>
        eb.or([
          eb("name_key", "like", `%${key}%`),
          eb(eb.fn<string>("lower", ["name"]), "like", `%${letters}%`),
        ]),
      ),
    )
    .$if(before !== null, (query) => query.where("id", "<", before!))
    .orderBy("id", "desc")
    .limit(LIST_PEOPLE + 1)
    .execute();
  const people = rows.slice(0, LIST_PEOPLE);
  const last = people.at(-1);
  return { people, next: last && rows.length > LIST_PEOPLE ? String(last.id) : null };
}

/** What a name can hold, so that nothing in it steers the pattern; no longer than a name can be. */
const lettersOf = (text: string) => text.replace(/[^\p{L}\p{M}\p{N}.-]/gu, "").slice(0, 60);
