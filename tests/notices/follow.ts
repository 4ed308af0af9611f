/** Follows and notices to test with. */
import { recordEvent } from "#app/events/record.server.ts";
import type { Person } from "#app/permissions.ts";
import type { Db } from "#db/open.server.ts";
import type { FollowKind, FollowLevel } from "#db/schema.ts";
import { write } from "#db/write.server.ts";
import { deliverAll } from "../events/events.ts";
import { START } from "../forum.ts";

/** Lets people follow something, as their presses would. */
export async function follow(
  db: Db,
  people: readonly Pick<Person, "id">[],
  kind: FollowKind,
  objectId: number,
  level: FollowLevel,
) {
  const rows = people.map(({ id }) => ({
    ...{ person_id: id, kind, object_id: objectId, level, followed_at: START },
  }));
  for (let from = 0; from < rows.length; from += 500) {
    await db
      .insertInto("follow")
      .values(rows.slice(from, from + 500))
      .onConflict((conflict) =>
        conflict.columns(["person_id", "kind", "object_id"]).doUpdateSet({ level }),
      )
      .execute();
  }
}

/** Lets a post be found worth reading, and tells of it. */
export async function find(db: Db, postId: number) {
  await deliverAll(db);
  const { author_id: personId, thread_id: threadId } = await db
    .selectFrom("post")
    .select(["author_id", "thread_id"])
    .where("id", "=", postId)
    .executeTakeFirstOrThrow();
  await db.updateTable("tally").set({ found_at: START }).where("post_id", "=", postId).execute();
  const found = { kind: "post-found", at: START, personId, threadId, postId } as const;
  await write(db, (trx) => recordEvent(trx, found));
  await deliverAll(db);
}

/** What somebody was told, the oldest first. */
export const noticesOf = (db: Db, { id }: Pick<Person, "id">) =>
  db
    .selectFrom("notice")
    .select(["id", "kind", "subject", "count", "from_id", "about_id", "details"])
    .select(["first_post_id", "latest_post_id", "changed_at", "read_at", "letter_at"])
    .where("person_id", "=", id)
    .orderBy("id")
    .execute();

/** The same in short. */
export async function toldTo(db: Db, person: Pick<Person, "id">): Promise<string[]> {
  return (await noticesOf(db, person)).map(({ kind, count }) => `${kind} ${count}`);
}
