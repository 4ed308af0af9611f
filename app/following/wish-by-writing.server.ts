import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { spend } from "../limits/spend.server.ts";
import type { Person } from "../permissions.ts";

/** Keeps whether to write in a thread is to follow it; what was followed so far stays. Throws Refusal 429. `now` in epoch seconds, `limits` scales the limits. */
export async function wishByWriting(
  db: Db,
  person: Person,
  follows: boolean,
  { now, limits }: { now: number; limits: number },
): Promise<void> {
  await spend(db, "follow.person", person.id, now, limits);
  await write(db, (trx) =>
    trx
      .updateTable("person")
      .set({ follows_by_writing: follows ? 1 : 0 })
      .where("id", "=", person.id)
      .execute(),
  );
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
