/** An act of power as everybody may read it; names are those of today. */
import type { Office } from "#db/schema.ts";
import type { EventKind } from "../events/event.ts";

export interface LogEntry {
  id: number;
  kind: EventKind;
  at: number;
  person: string | null;
  /** In which office it was done; null for what is no act of moderation. */
  office: Office | null;
  /** It concerned whoever did it, or an act of theirs, and nobody else could decide. */
  isAlone: boolean;
  /** Another person whom it concerned. */
  about: string | null;
  postId: number | null;
  thread: { id: number; title: string; slug: string } | null;
  topic: { name: string; slug: string } | null;
  /** As it was when it was decided by. */
  rule: { number: number; slug: string; title: string } | null;
  reason: string;
  /** What came of a rule: added, changed, retired, returned. */
  how: string | null;
  before: string | null;
  after: string | null;
  /** Epoch seconds until when it holds. */
  untilAt: number | null;
  /** The act that undid it. */
  undoneById: number | null;
  /** The act that it undid. */
  undoesId: number | null;
}

export interface EntryRow {
  id: number;
  kind: string;
  at: number;
  reason: string | null;
  details: string | null;
  post_id: number | null;
  person: string | null;
  about: string | null;
  thread_id: number | null;
  title: string | null;
  thread_slug: string | null;
  topic: string | null;
  topic_slug: string | null;
  office: Office | null;
  until_at: number | null;
  undone_by_id: number | null;
  undoes_id: number | null;
  rule: number | null;
  rule_slug: string | null;
  rule_title: string | null;
}

export function toEntry(row: EntryRow): LogEntry {
  const details = JSON.parse(row.details ?? "{}") as Record<string, unknown>;
  const inDetails = (name: "before" | "after" | "how") =>
    typeof details[name] === "string" || typeof details[name] === "number"
      ? String(details[name])
      : null;
  const { id, at, person, about, office } = row;
  return {
    ...{ id, at, person, about, office, isAlone: details.alone === 1 },
    kind: row.kind as EventKind,
    postId: row.post_id,
    thread:
      row.thread_id === null
        ? null
        : { id: row.thread_id, title: row.title ?? "", slug: row.thread_slug ?? "" },
    topic: row.topic === null ? null : { name: row.topic, slug: row.topic_slug ?? "" },
    rule: row.rule === null ? null : { ...ruleThen(details, row), slug: row.rule_slug ?? "" },
    reason: row.reason ?? "",
    ...{ before: inDetails("before"), after: inDetails("after"), how: inDetails("how") },
    ...{ untilAt: row.until_at, undoneById: row.undone_by_id, undoesId: row.undoes_id },
  };
}

const ruleThen = ({ rule, ruleTitle }: Record<string, unknown>, now: EntryRow) => ({
  number: typeof rule === "number" ? rule : (now.rule ?? 0),
  title: typeof ruleTitle === "string" ? ruleTitle : (now.rule_title ?? ""),
});
