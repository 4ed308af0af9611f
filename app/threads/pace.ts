/** How soon a person may post again: a burst, then one post each few seconds; and so many a day. */
import { isModerator, type Person } from "../permissions.ts";

export interface Pace {
  /** Posts that may follow one another at once. */
  burst: number;
  /** Milliseconds until one more may be posted. */
  step: number;
  /** Most threads and replies in 24 hours; null for no bound. */
  threadsADay: number | null;
  repliesADay: number | null;
}

const DAY = 86_400;

/** The pace of a person at `now` (seconds), every number scaled by the forum's setting of limits. */
export function paceOf(person: Person, now: number, scale: number): Pace {
  const count = (number: number) => Math.max(1, Math.floor(number * scale));
  if (person.level >= 1 || isModerator(person)) {
    return { burst: count(10), step: 5_000 / scale, threadsADay: null, repliesADay: null };
  }
  const isFirstDay = now - person.joinedAt < DAY;
  return {
    burst: count(5),
    step: 30_000 / scale,
    threadsADay: count(isFirstDay ? 2 : 5),
    repliesADay: count(isFirstDay ? 10 : 50),
  };
}
