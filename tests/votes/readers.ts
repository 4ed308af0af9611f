import type { Person } from "#app/permissions.ts";
import type { Db } from "#db/open.server.ts";
import { START } from "../forum.ts";
import { everything } from "../threads/thread.ts";

/** Adds members of level 1 who can vote. */
export async function addReaders(db: Db, count: number): Promise<Person[]> {
  const { id: _, ...row } = (await everything(db)).person.find(({ name }) => name === "Ben")!;
  const names = Array.from({ length: count }, (_, place) => `Reader ${place}`);
  const rows = names.map((name) => ({
    ...{ ...row, name, name_key: name.toLowerCase() },
    ...{ email: null, email_key: null },
  }));
  const added = await db.insertInto("person").values(rows).returning(["id", "name"]).execute();
  return added.map(({ id, name }) => ({ id, name, role: "member", level: 1, joinedAt: START }));
}
