import type { Nudge } from "./nudge.ts";

/** Thrown by a deed whose sender is asked something first; the door hands the form back with it, as it was typed. */
export class Asked extends Error {
  readonly nudge: Nudge;
  readonly advice: string[];
  /** The key of the draft that is asked about: a form that came without one is handed back with it. */
  readonly key: string;

  constructor(nudge: Nudge, advice: string[], key: string) {
    super(nudge.rule);
    this.name = "Asked";
    this.nudge = nudge;
    this.advice = advice;
    this.key = key;
  }
}
