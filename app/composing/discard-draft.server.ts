import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { mayKeepDrafts, type Person } from "../permissions.ts";
import { allow, Refusal } from "../refusals.ts";
import { MOST_DRAFTS } from "./kept-draft.ts";
import { countDrafts } from "./read-drafts.server.ts";

/** A draft that was sent or thrown away is kept as long, in seconds. */
const CLOSED_KEPT = 86_400;
/** One that nobody goes on with is kept as long. */
const OPEN_KEPT = 365 * 86_400;

/** Throws a draft away, or puts it back within a day; throws Refusal 404 where there is none, 403 where there is no room. Done twice it is done once. */
export async function discardDraft(
  db: Db,
  person: Person,
  key: string,
  { isPutBack, now }: { isPutBack: boolean; now: number },
): Promise<void> {
  allow(mayKeepDrafts(person));
  await write(db, async (trx) => {
    const draft = await trx
      .selectFrom("draft")
      .select(["fields", "closed_at"])
      .where("person_id", "=", person.id)
      .where("key", "=", key)
      .executeTakeFirst();
    if (!draft || draft.fields === "{}") throw new Refusal(404, { key: "drafts.not-found" });
    if (isPutBack === (draft.closed_at === null)) return;
    if (isPutBack && (await countDrafts(trx, person)) >= MOST_DRAFTS) {
      throw new Refusal(403, { key: "drafts.too-many", values: { most: MOST_DRAFTS } });
    }
    await trx
      .updateTable("draft")
      .set({ closed_at: isPutBack ? null : now })
      .where("person_id", "=", person.id)
      .where("key", "=", key)
      .execute();
  });
}

/** Forgets drafts closed a day ago, and those that nobody went on with for a year. */
export async function sweepDrafts(db: Db, now: number): Promise<void> {
  await db
    .deleteFrom("draft")
    .where("closed_at", "<", now - CLOSED_KEPT)
    .execute();
  await db
    .deleteFrom("draft")
    .where("saved_at", "<", now - OPEN_KEPT)
    .execute();
}
