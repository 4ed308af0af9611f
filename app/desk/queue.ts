/** The queue of cases: its parts, and where each of its pages begins. */
import type { CaseKind, CaseState } from "#db/schema.ts";

/** The first holds all that waits but spam, which stands apart. */
export const queueParts = ["waiting", "rules", "urgent", "topic", "spam", "rewritten"] as const;
export type QueuePart = (typeof queueParts)[number];

/** By what the cases of a part are told; each is one way through an index. */
export interface PartFacts {
  kinds: readonly CaseKind[];
  /** Null for every state in which a case waits for a moderator. */
  state: CaseState | null;
}

export const partFacts: Record<QueuePart, PartFacts> = {
  waiting: { kinds: ["urgent", "rules", "topic"], state: null },
  rules: { kinds: ["rules"], state: null },
  urgent: { kinds: ["urgent"], state: null },
  topic: { kinds: ["topic"], state: null },
  spam: { kinds: ["spam"], state: null },
  rewritten: { kinds: ["urgent", "rules", "topic", "spam"], state: "rewritten" },
};

/** The part of an address's query; the first for what is none. */
export const readPart = (text: string | null): QueuePart =>
  queueParts.find((part) => part === text) ?? "waiting";

/** A case's place in the queue. */
export interface Place {
  priority: number;
  id: number;
}

/** Where a page of the queue begins: after a case; null for the first page and for what is no place. */
export function readPlace(text: string | null): Place | null {
  const match = /^(-?\d{1,15})\.(\d{1,14})$/.exec(text ?? "");
  return match && { priority: Number(match[1]), id: Number(match[2]) };
}

export const writePlace = ({ priority, id }: Place) => `${priority}.${id}`;

/** Which of two cases stands further up. */
export const byPlace = (one: Place, other: Place) =>
  other.priority - one.priority || one.id - other.id;

/** The address of a part of the queue, from a place on. */
export function queuePath(part: QueuePart, after: string | null = null): string {
  const query = new URLSearchParams();
  if (part !== "waiting") query.set("show", part);
  if (after !== null) query.set("after", after);
  return `/moderation${query.size > 0 ? `?${query}` : ""}`;
}

/** The address of a case, met in a part of the queue. */
export const casePath = (id: number, part: QueuePart = "waiting") =>
  `/moderation/cases/${id}${part === "waiting" ? "" : `?show=${part}`}`;

/** Nothing that waits is counted further; it is told as more. */
export const MOST_COUNTED = 100;
