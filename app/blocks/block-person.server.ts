import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { spend } from "../limits/spend.server.ts";
import { mayBlock, type Person } from "../permissions.ts";
import { allow, Refusal } from "../refusals.ts";
import { findBlockable } from "./find-blockable.server.ts";

/** Blocks somebody or lets go of them; again changes nothing. Nobody else is told, no page changes and no event tells of it. */
export async function blockPerson(
  db: Db,
  person: Person,
  otherId: number,
  { isBlocked, now, limits }: { isBlocked: boolean; now: number; limits: number },
): Promise<void> {
  const other = await findBlockable(db, person, otherId);
  allow(mayBlock(person, other));
  if (isBlocked && other.isImported) {
    throw new Refusal(409, { key: "shields.block.imported", values: { name: other.name } });
  }
  await spend(db, "follow.person", person.id, now, limits);
  await write(db, async (trx) => {
    if (!isBlocked) {
      await trx
        .deleteFrom("block")
        .where("person_id", "=", person.id)
        .where("blocked_id", "=", otherId)
        .execute();
      return;
    }
    await trx
      .insertInto("block")
      .values({ person_id: person.id, blocked_id: otherId, blocked_at: now })
      .onConflict((conflict) => conflict.columns(["person_id", "blocked_id"]).doNothing())
      .execute();
  });
}
