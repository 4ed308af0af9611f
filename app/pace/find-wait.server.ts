import type { Db, Trx } from "#db/open.server.ts";
import { spanOf } from "../limits/span.ts";
import { isModerator, type Person } from "../permissions.ts";
import { Refusal } from "../refusals.ts";
import { inWordsToTheMinute } from "../ui/time.tsx";
import { isCrowd, LOOKED_BACK, ROUNDS, type Wait, waitOf } from "./branch-pace.ts";
import { listAnswers, type PacePlace, readPace } from "./read-pace.server.ts";

export type { PacePlace } from "./read-pace.server.ts";

/** Where somebody is about to reply, with what a refusal names. */
export interface WaitPlace extends Omit<PacePlace, "isQuiet" | "isSlowed"> {
  /** Epoch seconds; null where nobody asked for quiet. */
  quietUntil: number | null;
  /** Of the writer; null where nobody set one. */
  slowedUntil: number | null;
  threadAuthorId: number;
}

export interface Asking {
  /** Epoch seconds. */
  now: number;
  /** Every wait is divided by this; infinity for none. */
  limits: number;
}

const isSlowedAt = ({ slowedUntil }: WaitPlace, now: number) =>
  slowedUntil !== null && slowedUntil > now;

const isQuietAt = ({ quietUntil }: WaitPlace, now: number) =>
  quietUntil !== null && quietUntil > now;

/** Why the pace of the talk lets somebody not reply now, with the seconds to wait where waiting helps, or null; one query, mostly, and none without limits. Moderators wait only for what they are held to themselves. */
export async function findWait(
  db: Db | Trx,
  person: Person,
  place: WaitPlace,
  { now, limits }: Asking,
): Promise<Refusal | null> {
  const isQuiet = isQuietAt(place, now) && !isModerator(person);
  if (isQuiet && person.level < 1 && person.id !== place.threadAuthorId) {
    const until = inWordsToTheMinute(place.quietUntil!);
    return new Refusal(403, { key: "shields.quiet.newcomer", values: { until } });
  }
  if (limits === Number.POSITIVE_INFINITY) return null;
  const slowSeconds = isModerator(person) ? null : place.slowSeconds;
  const isSlowed = isSlowedAt(place, now);
  const facts = await readPace(db, person.id, { ...place, slowSeconds, isQuiet, isSlowed }, now);
  const wait = waitOf(facts, limits);
  return wait && refuse(db, wait, place, now);
}

/** Whether a wait there is asked for again in the transaction of the reply, so that no two at once slip through. */
export const isStrict = (place: WaitPlace, now: number): boolean =>
  isQuietAt(place, now) || isSlowedAt(place, now) || place.slowSeconds !== null;

async function refuse(db: Db | Trx, { why, until }: Wait, place: WaitPlace, now: number) {
  const seconds = Math.max(1, until - now);
  const named = why === "crowd" ? place.parent.authorId : place.threadAuthorId;
  const values = {
    ...{ ...spanOf(seconds), minutes: Math.ceil((place.slowSeconds ?? 60) / 60) },
    author: why === "crowd" || why === "quiet" ? await nameOf(db, named) : "",
  };
  return new Refusal(429, { key: `shields.wait.${why}`, values }, seconds);
}

async function nameOf(db: Db | Trx, id: number): Promise<string> {
  const row = await db.selectFrom("person").select("name").where("id", "=", id).executeTakeFirst();
  return row?.name ?? "";
}

/** What the form of a reply says of the talk before anything is written. */
export interface PaceNotes {
  /** Many answered the author within the hour: their replies to this post. */
  crowd: { id: number; author: string }[] | null;
  /** These two answered each other often enough. */
  hasRounds: boolean;
}

export const noNotes: PaceNotes = { crowd: null, hasRounds: false };

/** What the form of a reply says of the talk. */
export async function readPaceNotes(
  db: Db,
  person: Person,
  place: WaitPlace,
  { now, limits }: Asking,
): Promise<PaceNotes> {
  if (limits === Number.POSITIVE_INFINITY) return noNotes;
  const calm = { isQuiet: false, isSlowed: false };
  const facts = await readPace(db, person.id, { ...place, ...calm }, now);
  const hasCrowd = isCrowd(facts.answerers, limits) && facts.lastAnswerAt !== null;
  return {
    crowd: hasCrowd ? await listAnswers(db, place.parent.id, now - LOOKED_BACK) : null,
    hasRounds: facts.rounds >= ROUNDS,
  };
}
