import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { readIdCursor } from "../cursor.ts";
import { type EventKind, eventKinds, isActOfPower } from "./event.ts";

export const LOG_ENTRIES = 50;

/** An act of power as everybody may read it; names are those of today. */
export interface LogEntry {
  id: number;
  kind: EventKind;
  at: number;
  person: string | null;
  /** Another person whom it concerned. */
  about: string | null;
  thread: { id: number; title: string; slug: string } | null;
  topic: { name: string; slug: string } | null;
  reason: string;
  before: string | null;
  after: string | null;
}

/** One page of the public log, the newest first, and the cursor of the next. */
export async function readLog(
  db: Db,
  after: string | null,
): Promise<{ entries: LogEntry[]; next: string | null }> {
  const rows = await logRows.all(db, { before: readIdCursor(after) ?? Number.MAX_SAFE_INTEGER });
  const page = rows.slice(0, LOG_ENTRIES);
  const last = page.at(-1);
  return {
    entries: page.map(toEntry),
    next: last && rows.length > LOG_ENTRIES ? String(last.id) : null,
  };
}

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
  return db
    .selectFrom(page.as("page"))
    .innerJoin("event", "event.id", "page.id")
    .leftJoin("person", "person.id", "event.person_id")
    .leftJoin("person as other", "other.id", "event.about_id")
    .leftJoin("thread", "thread.id", "event.thread_id")
    .leftJoin("topic", "topic.id", "event.topic_id")
    .select(["event.id", "event.kind", "event.at", "event.reason", "event.details"])
    .select(["person.name as person", "other.name as about"])
    .select(["thread.id as thread_id", "thread.title", "thread.slug as thread_slug"])
    .select(["topic.name as topic", "topic.slug as topic_slug"])
    .orderBy("page.id", "desc")
    .limit(LOG_ENTRIES + 1);
});

function toEntry(row: Awaited<ReturnType<typeof logRows.all>>[number]): LogEntry {
  const { before = null, after = null } = JSON.parse(row.details ?? "{}") as Record<
    string,
    string | null
  >;
  return {
    id: row.id,
    kind: row.kind as EventKind,
    at: row.at,
    person: row.person,
    about: row.about,
    thread:
      row.thread_id === null
        ? null
        : { id: row.thread_id, title: row.title ?? "", slug: row.thread_slug ?? "" },
    topic: row.topic === null ? null : { name: row.topic, slug: row.topic_slug ?? "" },
    reason: row.reason ?? "",
    before,
    after,
  };
}
