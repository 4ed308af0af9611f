import type { Db, Trx } from "#db/open.server.ts";
import type { CaseKind, CaseState } from "#db/schema.ts";
import { byPlace, type Place, partFacts, type QueuePart, readPlace, writePlace } from "./queue.ts";

/** Cases on one page of the queue. */
const PAGE_CASES = 30;

/** A case as the queue tells it. */
export interface CaseLine extends Place {
  kind: CaseKind;
  state: CaseState;
  passage: string | null;
  /** Of its thread, as it was before it was kept away. */
  title: string;
  author: string;
  isUrgent: boolean;
  /** The forum itself found it doubtful. */
  isFound: boolean;
  openedAt: number;
  waitsSince: number;
  dueAt: number | null;
  /** Why it was flagged, the most frequent first. */
  reasons: { reason: string; count: number }[];
}

/** One page of what waits for a moderator, the most pressing first, and where the next begins. However much waits, no more is read than is shown. */
export async function listCases(
  db: Db,
  part: QueuePart,
  after: string | null,
): Promise<{ cases: CaseLine[]; next: string | null }> {
  const places = await placesAfter(db, part, readPlace(after), PAGE_CASES + 1);
  const shown = places.slice(0, PAGE_CASES);
  const last = shown.at(-1);
  return {
    cases: await readLines(db, shown),
    next: last && places.length > PAGE_CASES ? writePlace(last) : null,
  };
}

/** The next cases of a part in their order: of each kind as many as are asked for, one index each. */
export async function placesAfter(
  db: Db | Trx,
  part: QueuePart,
  after: Place | null,
  most: number,
): Promise<Place[]> {
  const { kinds, state } = partFacts[part];
  const places: Place[] = [];
  for (const kind of kinds) {
    const rows = await waiting(db, kind, state)
      .select(["id", "priority"])
      .$if(after !== null, (query) =>
        query.where((eb) =>
          eb.or([
            eb("priority", "<", after!.priority),
            eb.and([eb("priority", "=", after!.priority), eb("id", ">", after!.id)]),
          ]),
        ),
      )
      .orderBy("priority", "desc")
      .orderBy("id")
      .limit(most)
      .execute();
    places.push(...rows);
  }
  return places.sort(byPlace).slice(0, most);
}

/** Open cases of a kind that wait for a moderator, all or those in a state. */
export const waiting = (db: Db | Trx, kind: CaseKind, state: CaseState | null) =>
  db
    .selectFrom("case")
    .where("kind", "=", kind)
    .where("waits_for", "=", "moderator")
    .where("closed_at", "is", null)
    .$if(state !== null, (query) => query.where("state", "=", state!));

async function readLines(db: Db, places: Place[]): Promise<CaseLine[]> {
  if (places.length === 0) return [];
  const ids = places.map(({ id }) => id);
  const rows = await db
    .selectFrom("case")
    .innerJoin("person", "person.id", "case.author_id")
    .innerJoin("thread", "thread.id", "case.thread_id")
    .leftJoin("kept_text", (join) =>
      join
        .onRef("kept_text.post_id", "=", "thread.opening_post_id")
        .on("kept_text.why", "=", "away"),
    )
    .select(["case.id", "case.priority", "case.kind", "case.state", "case.passage"])
    .select(["case.is_urgent", "case.is_found", "case.opened_at", "case.waits_since"])
    .select(["case.due_at", "person.name as author", "thread.title", "kept_text.title as kept"])
    .where("case.id", "in", ids)
    .execute();
  const reasons = await countReasons(db, ids);
  const lines = rows.map((row) => ({
    ...{ id: row.id, priority: row.priority, kind: row.kind, state: row.state },
    ...{ passage: row.passage, title: row.kept ?? row.title, author: row.author },
    ...{ isUrgent: row.is_urgent === 1, isFound: row.is_found === 1, dueAt: row.due_at },
    ...{ openedAt: row.opened_at, waitsSince: row.waits_since ?? row.opened_at },
    reasons: reasons.get(row.id) ?? [],
  }));
  return lines.sort(byPlace);
}

async function countReasons(db: Db, ids: number[]) {
  const rows = await db
    .selectFrom("flag")
    .select(["case_id", "reason", (eb) => eb.fn.countAll<number>().as("count")])
    .where("case_id", "in", ids)
    .groupBy(["case_id", "reason"])
    .orderBy("count", "desc")
    .orderBy("reason")
    .execute();
  const reasons = new Map<number, CaseLine["reasons"]>();
  for (const { case_id, reason, count } of rows) {
    reasons.set(case_id, [...(reasons.get(case_id) ?? []), { reason, count }]);
  }
  return reasons;
}
