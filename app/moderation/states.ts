/** What may become of a post that was flagged: every state, every step and every deadline (mechanism, M8). No other arrow exists. */
import type { CaseState, PostState } from "#db/schema.ts";

/** What happens to a case. */
export const caseEvents = [
  "ask",
  "hide",
  "hold",
  "remove",
  "dismiss",
  "settle",
  "rewrite",
  "pass",
  "confirm",
  "refuse",
  "redact",
  "restore",
  "time",
  "return",
  "reopen",
  "appeal",
  "uphold",
  "overturn",
] as const;
export type CaseEvent = (typeof caseEvents)[number];

const HOUR = 3600;
const DAY = 24 * HOUR;

/** Seconds after which the clock takes the next step from a state; a state that is not here waits without end. */
export const deadlines: Partial<Record<CaseState, number>> = {
  asked: 72 * HOUR,
  hidden: DAY,
  held: 12 * HOUR,
  rewritten: DAY,
  lapsed: 14 * DAY,
  removed: 14 * DAY,
};

/** Where each step leads. "former" is the state in which an appeal found the case. */
const arrows: Record<CaseState, Partial<Record<CaseEvent, CaseState | "former">>> = {
  open: {
    ask: "asked",
    hide: "hidden",
    hold: "held",
    remove: "removed",
    dismiss: "cleared",
    settle: "cleared",
  },
  hidden: {
    remove: "removed",
    dismiss: "restored",
    time: "restored",
    return: "open",
  },
  held: { remove: "removed", dismiss: "restored", time: "restored", return: "open" },
  asked: {
    remove: "removed",
    dismiss: "cleared",
    rewrite: "rewritten",
    time: "lapsed",
    appeal: "appealed",
    restore: "restored",
  },
  rewritten: { pass: "cleared", confirm: "cleared", refuse: "asked", time: "cleared" },
  lapsed: {
    redact: "redacted",
    remove: "removed",
    rewrite: "rewritten",
    appeal: "appealed",
    restore: "restored",
    time: "lapsed",
  },
  redacted: { appeal: "appealed", restore: "restored" },
  removed: {
    rewrite: "removed",
    confirm: "restored",
    refuse: "removed",
    restore: "restored",
    appeal: "appealed",
    time: "removed",
  },
  appealed: { uphold: "former", overturn: "restored" },
  cleared: { reopen: "open" },
  restored: { reopen: "open" },
};

/** What a step needs to know of the case. */
export interface Standing {
  state: CaseState;
  /** How often its author was asked. */
  askCount: number;
  dueAt: number | null;
  /** Where an appeal found it, and the seconds that were left of its time. */
  former?: { state: CaseState; left: number | null } | undefined;
}

/** How a case stands after a step. */
export interface Step {
  state: CaseState;
  waitsFor: "moderator" | "author" | null;
  /** Epoch seconds; null where no time is over by itself. */
  dueAt: number | null;
  askCount: number;
  /** Whether the next flag on the post opens another case. */
  isClosed: boolean;
  /** Null where it stays as it is. */
  post: PostState | null;
}

/** What follows from an event at `now`, in epoch seconds; null where no arrow leads on. */
export function stepCase(from: Standing, event: CaseEvent, now: number): Step | null {
  const to = arrows[from.state][event];
  if (!to) return null;
  if (event === "time" && (from.dueAt === null || from.dueAt > now)) return null;
  if (to === "former") return from.former ? goOn(from, from.former, now) : null;
  // Asked a second time, its author has had the chance that there is.
  const state = to === "asked" && from.askCount >= MOST_ASKED ? "lapsed" : to;
  const isSame = state === from.state;
  const isOver = isSame && event === "time";
  return {
    state,
    waitsFor: isSame && event === "rewrite" ? "moderator" : waitsFor(state, isOver),
    dueAt: isOver ? null : isSame ? from.dueAt : dueAtOf(state, now),
    // Who is asked after a case was opened again is asked for the first time.
    askCount: event === "reopen" ? 0 : from.askCount + (state === "asked" ? 1 : 0),
    isClosed: (isOver && closedByTime.has(state)) || closed.has(state),
    post: postStateOf(state),
  };
}

/** Asked for a new text, and once more when that was not enough. */
const MOST_ASKED = 2;

function goOn(from: Standing, { state, left }: NonNullable<Standing["former"]>, now: number): Step {
  return {
    state,
    waitsFor: waitsFor(state, false),
    dueAt: left === null ? null : now + left,
    askCount: from.askCount,
    isClosed: closed.has(state) || (left === null && closedByTime.has(state)),
    post: postStateOf(state),
  };
}

const dueAtOf = (state: CaseState, now: number) => {
  const seconds = deadlines[state];
  return seconds === undefined ? null : now + seconds;
};

/** In these nothing more comes of the flags that there were. */
const closed: ReadonlySet<CaseState> = new Set<CaseState>(["cleared", "restored", "redacted"]);

/** In these the end of their time is the end of the case; a post that is only folded away waits on for somebody. */
const closedByTime: ReadonlySet<CaseState> = new Set<CaseState>(["removed"]);

function waitsFor(state: CaseState, isOver: boolean): Step["waitsFor"] {
  if ((isOver && closedByTime.has(state)) || closed.has(state)) return null;
  return state === "asked" || state === "removed" ? "author" : "moderator";
}

/** How the post stands while its case is in a state; an appeal leaves it as it was. */
function postStateOf(state: CaseState): PostState | null {
  if (state === "appealed") return null;
  return state === "open" || state === "cleared" || state === "restored" ? "published" : state;
}

/** In these states nobody but its author and moderators reads the post: its text is kept apart. */
export const isAway = (state: PostState): boolean =>
  state === "hidden" || state === "removed" || state === "held";

/** In these its text is folded away behind one line. */
export const isFolded = (state: PostState): boolean =>
  state === "asked" || state === "rewritten" || state === "lapsed";

/** Every state and event that there is, for those who draw or test them. */
export const drawn = arrows;
