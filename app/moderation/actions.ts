/** Every act of power over posts, threads and people: on what, by whom, in which step of its case, how it is undone, and whether it may be appealed. /about/moderation is made from this page. */
import type { EventKind } from "../events/event.ts";
import type { CaseEvent } from "./states.ts";

export const actionKinds = [
  "dismiss",
  "ask",
  "redact",
  "remove",
  "spam",
  "restore",
  "confirm",
  "refuse",
  "hide",
  "hold",
  "lapse",
  "release",
  "clear",
  "reopen",
  "move",
  "split",
  "merge",
  "pin",
  "unpin",
  "lock",
  "unlock",
  "slow",
  "unslow",
  "quiet",
  "unquiet",
  "warn",
  "unwarn",
  "suspend",
  "unsuspend",
  "pace",
  "unpace",
  "uphold",
  "overturn",
] as const;
export type ActionKind = (typeof actionKinds)[number];

export interface ActionFacts {
  /** What it is done to. */
  on: "case" | "post" | "thread" | "person" | "action";
  /** In the log. */
  event: EventKind;
  /** The step that it is in its case. */
  step: CaseEvent | null;
  /** Who does it; "members" are flags or two trusted members, "clock" a deadline that is over. */
  by: readonly ("moderator" | "administrator" | "members" | "author" | "clock")[];
  /** The act that undoes it; null for what is itself an undoing, or is settled by an appeal. */
  undo: ActionKind | null;
  /** Whom it concerns is told of it; "changed" where it changed something for them. */
  told: "always" | "changed";
  /** They may appeal. */
  isAppealable: boolean;
  /** Decides on flags: of these the circuit breaker counts those that were reversed. */
  isDecision: boolean;
}

const moderator = ["moderator", "administrator"] as const;
const usual = {
  step: null,
  by: moderator,
  undo: null,
  told: "always",
  isAppealable: false,
  isDecision: false,
} as const;
const onCase = { ...usual, on: "case" } as const;
const onThread = { ...usual, on: "thread" } as const;
const onPerson = { ...usual, on: "person" } as const;
const decision = { ...onCase, isDecision: true, isAppealable: true } as const;

export const actions: Record<ActionKind, ActionFacts> = {
  dismiss: {
    ...{ ...onCase, event: "flags-dismissed", step: "dismiss", isDecision: true },
    ...{ by: [...moderator, "members"], told: "changed", undo: "reopen" },
  },
  ask: {
    ...{ ...decision, event: "rewrite-asked", step: "ask", undo: "restore" },
    by: [...moderator, "members"],
  },
  redact: { ...decision, event: "passage-redacted", step: "redact", undo: "restore" },
  remove: { ...decision, event: "post-removed", step: "remove", undo: "restore" },
  spam: { ...decision, event: "spam-marked", step: "remove", undo: "restore" },
  restore: { ...onCase, event: "post-given-back", step: "restore", undo: "reopen" },
  confirm: { ...onCase, event: "rewrite-confirmed", step: "confirm", undo: "reopen" },
  refuse: {
    ...{ ...onCase, event: "rewrite-refused", step: "refuse", undo: "restore" },
    isAppealable: true,
  },
  hide: { ...onCase, event: "post-hidden", step: "hide", by: ["members"], undo: "restore" },
  hold: { ...onCase, event: "post-held", step: "hold", by: ["clock"] },
  lapse: { ...onCase, event: "rewrite-lapsed", step: "time", by: ["clock"], isAppealable: true },
  release: {
    ...{ ...onCase, event: "post-released", step: "time", undo: "reopen" },
    by: ["clock", ...moderator, "members"],
  },
  clear: { ...onCase, event: "rewrite-cleared", step: "pass", by: ["clock"], undo: "reopen" },
  reopen: { ...onCase, event: "case-reopened", step: "reopen", told: "changed" },
  move: { ...onThread, event: "thread-moved", undo: "move", isAppealable: true },
  split: { ...onThread, event: "branch-split", undo: "merge", isAppealable: true },
  merge: { ...onThread, event: "threads-merged", undo: "split", isAppealable: true },
  pin: { ...onThread, event: "thread-pinned", undo: "unpin" },
  unpin: { ...onThread, event: "thread-unpinned", undo: "pin" },
  lock: { ...onThread, event: "thread-locked", undo: "unlock", isAppealable: true },
  unlock: { ...onThread, event: "thread-unlocked", undo: "lock" },
  slow: { ...onThread, event: "thread-slowed", undo: "unslow", isAppealable: true },
  unslow: { ...onThread, event: "thread-unslowed", undo: "slow" },
  quiet: { ...onThread, event: "thread-quieted", undo: "unquiet", by: ["author", ...moderator] },
  unquiet: { ...onThread, event: "thread-unquieted", by: ["author", ...moderator] },
  warn: { ...onPerson, event: "person-warned", undo: "unwarn", isAppealable: true },
  unwarn: { ...onPerson, event: "warning-taken-back", undo: "warn" },
  suspend: { ...onPerson, event: "person-suspended", undo: "unsuspend", isAppealable: true },
  unsuspend: { ...onPerson, event: "suspension-ended", undo: "suspend" },
  pace: {
    ...{ ...onPerson, event: "pace-set", undo: "unpace", isAppealable: true },
    by: [...moderator, "clock"],
  },
  unpace: { ...onPerson, event: "pace-ended", undo: "pace" },
  uphold: { ...usual, on: "action", event: "appeal-upheld", step: "uphold" },
  overturn: { ...usual, on: "action", event: "appeal-overturned", step: "overturn" },
};

export const isActionKind = (text: string): text is ActionKind =>
  (actionKinds as readonly string[]).includes(text);
