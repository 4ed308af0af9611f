import type { Db } from "#db/open.server.ts";
import { waiting } from "./list-cases.server.ts";
import { MOST_COUNTED, partFacts, type QueuePart, queueParts } from "./queue.ts";

export interface Waiting {
  parts: Record<QueuePart, number>;
  appeals: number;
  mailbox: number;
}

/** How much waits for moderators in each part of the queue, none counted beyond MOST_COUNTED. */
export async function countWaiting(db: Db): Promise<Waiting> {
  const parts = {} as Waiting["parts"];
  for (const part of queueParts) parts[part] = await countPart(db, part);
  return { parts, appeals: await countAppeals(db), mailbox: await countMailbox(db) };
}

/** What a moderator is told on every page: all that waits but spam, none counted beyond MOST_COUNTED. */
export async function countForModerator(db: Db): Promise<number> {
  const counts = [countPart(db, "waiting"), countAppeals(db), countMailbox(db)];
  const sum = (await Promise.all(counts)).reduce((one, other) => one + other, 0);
  return Math.min(sum, MOST_COUNTED);
}

async function countPart(db: Db, part: QueuePart): Promise<number> {
  const { kinds, state } = partFacts[part];
  let count = 0;
  for (const kind of kinds) {
    if (count >= MOST_COUNTED) break;
    const rows = await waiting(db, kind, state)
      .select("id")
      .limit(MOST_COUNTED - count)
      .execute();
    count += rows.length;
  }
  return count;
}

async function countAppeals(db: Db): Promise<number> {
  const rows = await db
    .selectFrom("appeal")
    .select("id")
    .where("decided_at", "is", null)
    .limit(MOST_COUNTED)
    .execute();
  return rows.length;
}

async function countMailbox(db: Db): Promise<number> {
  const rows = await db
    .selectFrom("mailbox")
    .select("person_id")
    .where("waits_since", "is not", null)
    .limit(MOST_COUNTED)
    .execute();
  return rows.length;
}
