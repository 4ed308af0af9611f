import type { Db, Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { readIdCursor } from "../cursor.ts";
import { eventKinds, isActOfPower } from "../events/event.ts";
import { type Filters, hasFilters } from "./filters.ts";
import { findFiltered } from "./find-filtered.server.ts";
import { type EntryRow, type LogEntry, toEntry } from "./log-entry.ts";

export const LOG_ENTRIES = 50;

export interface LogPage {
  entries: LogEntry[];
  next: string | null;
}

/** One page of the public log, the newest first, and the cursor of the next; with filters those that fit them, and on a page fewer where they fit little. */
export async function readLog(
  db: Db,
  after: string | null,
  filters: Filters = {},
): Promise<LogPage> {
  const before = readIdCursor(after) ?? Number.MAX_SAFE_INTEGER;
  if (hasFilters(filters)) return readFiltered(db, before, filters);
  const rows = await logRows.all(db, { before });
  const last = rows[LOG_ENTRIES - 1];
  return {
    entries: rows.slice(0, LOG_ENTRIES).map(toEntry),
    next: last && rows.length > LOG_ENTRIES ? String(last.id) : null,
  };
}

async function readFiltered(db: Db, before: number, filters: Filters): Promise<LogPage> {
  const { ids, next } = await findFiltered(db, before, filters, LOG_ENTRIES);
  return { entries: await readEntries(db, ids), next: next === null ? null : String(next) };
}

/** Entries of the log by their ids, the newest first. */
export async function readEntries(db: Db, ids: readonly number[]): Promise<LogEntry[]> {
  if (ids.length === 0) return [];
  const rows: EntryRow[] = await entries(db)
    .where("event.id", "in", ids)
    .orderBy("event.id", "desc")
    .execute();
  return rows.map(toEntry);
}

/** Entries with all that their lines tell. */
const entries = (db: Db | Trx) =>
  db
    .selectFrom("event")
    .leftJoin("person", "person.id", "event.person_id")
    .leftJoin("person as other", "other.id", "event.about_id")
    .leftJoin("thread", "thread.id", "event.thread_id")
    .leftJoin("topic", "topic.id", "event.topic_id")
    .leftJoin("action", "action.id", "event.id")
    .leftJoin("rule", "rule.id", "action.rule_id")
    .select(["event.id", "event.kind", "event.at", "event.reason", "event.details"])
    .select(["event.post_id", "person.name as person", "other.name as about"])
    .select(["thread.id as thread_id", "thread.title", "thread.slug as thread_slug"])
    .select(["topic.name as topic", "topic.slug as topic_slug"])
    .select(["action.office", "action.until_at", "action.undone_by_id", "action.undoes_id"])
    .select(["rule.position as rule", "rule.slug as rule_slug", "rule.title as rule_title"]);

/** Of each kind as many as a page has, by its index: one search for all kinds would go through the posts between them, or through the whole log. */
const logRows = prepared((db, value: ValueOf<{ before: number }>) => {
  const [first, ...others] = eventKinds.filter(isActOfPower).map((kind) => {
    const latest = db
      .selectFrom("event")
      .select("id")
      .where("kind", "=", kind)
      .where("id", "<", value("before"))
      .orderBy("id", "desc")
      .limit(LOG_ENTRIES + 1);
    return db.selectFrom(latest.as("latest")).select("id");
  });
  const page = others.reduce((all, each) => all.unionAll(each), first!);
  return entries(db)
    .innerJoin(page.as("page"), (join) => join.onRef("page.id", "=", "event.id"))
    .orderBy("page.id", "desc")
    .limit(LOG_ENTRIES + 1);
});
