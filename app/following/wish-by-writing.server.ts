import type { Db } from "#db/open.server.ts";
import type { Person } from "../permissions.ts";

/** Keeps whether to write in a thread is to follow it; what was followed so far stays. */
export async function wishByWriting(db: Db, person: Person, follows: boolean): Promise<void> {
  await db
    .updateTable("person")
    .set({ follows_by_writing: follows ? 1 : 0 })
    .where("id", "=", person.id)
    .execute();
}

/** Whether somebody follows what they write in. */
export async function readByWriting(db: Db, person: Person): Promise<boolean> {
  const { follows_by_writing } = await db
    .selectFrom("person")
    .select("follows_by_writing")
    .where("id", "=", person.id)
    .executeTakeFirstOrThrow();
  return follows_by_writing === 1;
}
