/** The ways the forum says no: each with a reason and, where there is one, the next step. */
import type { Nudge } from "./nudges/nudge.ts";
import type { Problems, Said } from "./strings/say.ts";

/** Seconds after which what met a database that was away, or took no writes, may be tried again. */
export const TRY_AGAIN = 5;

/** The server and its pages are bundled apart, each with its own copy of these classes: what one throws the other knows by its mark. */
const marks = { refusal: Symbol.for("steelman.refusal"), form: Symbol.for("steelman.form") };
const isMarked = (error: unknown, mark: symbol) =>
  typeof error === "object" && error !== null && mark in error;

export type RefusalStatus = 401 | 403 | 404 | 409 | 413 | 422 | 429 | 503;

/** Thrown by a deed that the forum refuses; the door turns it into its status and page, with what was typed kept. */
export class Refusal extends Error {
  readonly status: RefusalStatus;
  readonly said: Said;
  /** Seconds until the same may be tried again. */
  readonly retryAfter: number | undefined;
  readonly [marks.refusal] = true;

  static override [Symbol.hasInstance](error: unknown): boolean {
    return isMarked(error, marks.refusal);
  }

  constructor(status: RefusalStatus, said: Said, retryAfter?: number) {
    super(said.key);
    this.name = "Refusal";
    this.status = status;
    this.said = said;
    this.retryAfter = retryAfter;
  }
}

/** The form could be read but is wrong: told beside its fields, answered 422, or 413 when a text is too long. */
export class WrongForm extends Error {
  readonly problems: Problems;
  readonly status: 422 | 413;
  readonly [marks.form] = true;

  static override [Symbol.hasInstance](error: unknown): boolean {
    return isMarked(error, marks.form);
  }

  /** With a `cause` where it is the forum's own fault: the door reports that. */
  constructor(problems: Problems, status: 422 | 413 = 422, cause?: unknown) {
    super(Object.keys(problems).join(", "), { cause });
    this.name = "WrongForm";
    this.problems = problems;
    this.status = status;
  }
}

/** What `may…` answers: null for yes, or why not. */
export type Reason = Said | null;

/** Goes on, or refuses with the reason. */
export function allow(reason: Reason): void {
  if (reason) throw new Refusal(403, reason);
}

/** A form that comes back: what was typed, what is wrong with it, and why it was refused; 200 where it was not. */
export interface HandedBack {
  status: RefusalStatus | 200;
  values: Record<string, string>;
  problems: Problems;
  refused: Said | null;
  /** What its sender is asked before it is posted. */
  nudge?: Nudge | undefined;
  /** What would make it stronger, by name. */
  advice?: string[] | undefined;
}
