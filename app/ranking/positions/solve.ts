/** The fit itself: positions of people and leanings of posts whose product comes nearest to the agreement votes (mechanism, M4). */
import type { Agreements } from "./agreements.ts";
import { PULL } from "./position.ts";
import { type Rests, restsOf } from "./rests.ts";

const STARTS = 4;
const ROUNDS = 20;
const ROUNDS_FROM_BEFORE = 8;
/** Raw positions are held to size one over people with so many votes. */
const STEADY = 3;
/** A later start has to be better by so much, so that rounding does not choose. */
const CLEARLY = 1e-9;

export interface Solution {
  rests: Rests;
  /** ξ of each person. */
  raw: Float64Array;
  /** y of each post, which belongs to ξ. */
  leaning: Float64Array;
}

/** Positions from yesterday's if there are any, else from the best of four starts; null where nobody's votes count. */
export function solve(
  agreements: Agreements,
  people: number,
  posts: number,
  before: Float64Array | null,
): Solution | null {
  const rests = restsOf(agreements, people, posts);
  const counting = countingPeople(rests);
  const steady = counting.filter((u) => votesOf(rests, u) >= STEADY);
  const starts = before ? [before.slice()] : startsFrom(rests, counting);
  let best: (Solution & { error: number }) | null = null;
  for (const raw of starts) {
    const leaning = new Float64Array(posts);
    for (let round = 0; round < (before ? ROUNDS_FROM_BEFORE : ROUNDS); round++) {
      leanPosts(rests, raw, leaning);
      placePeople(rests, raw, leaning);
      bringToSizeOne(raw, steady);
    }
    leanPosts(rests, raw, leaning);
    const error = errorOf(rests, raw, leaning);
    if (!best || error < best.error - CLEARLY) best = { rests, raw, leaning, error };
  }
  return best && turn(best, before);
}

const votesOf = ({ personStarts }: Rests, u: number) => personStarts[u + 1]! - personStarts[u]!;

/** Places of the people of whom a vote counts. */
function countingPeople({ personOf, counts, biases }: Rests): number[] {
  const isCounting = new Uint8Array(biases.length);
  for (let i = 0; i < personOf.length; i++) if (counts[i]) isCounting[personOf[i]!] = 1;
  return [...isCounting.keys()].filter((u) => isCounting[u]);
}

/** One for each of the people with most votes, who alone stands off the middle. */
function startsFrom(rests: Rests, counting: readonly number[]): Float64Array[] {
  const most = [...counting].sort(
    (one, other) => votesOf(rests, other) - votesOf(rests, one) || one - other,
  );
  return most.slice(0, STARTS).map((u) => new Float64Array(rests.biases.length).fill(1, u, u + 1));
}

/** All y from ξ. */
function leanPosts(rests: Rests, raw: Float64Array, leaning: Float64Array) {
  const { postStarts, personOf, counts, ofPosts } = rests;
  for (let p = 0; p < leaning.length; p++) {
    let top = 0;
    let bottom = PULL;
    for (let i = postStarts[p]!; i < postStarts[p + 1]!; i++) {
      const position = raw[personOf[i]!]!;
      const counted = counts[i]! * position;
      top += counted * ofPosts[i]!;
      bottom += counted * position;
    }
    leaning[p] = top / bottom;
  }
}

/** All ξ from y. */
function placePeople(rests: Rests, raw: Float64Array, leaning: Float64Array) {
  const { personStarts, postOf, ofPeople } = rests;
  for (let u = 0; u < raw.length; u++) {
    let top = 0;
    let bottom = PULL;
    for (let i = personStarts[u]!; i < personStarts[u + 1]!; i++) {
      const lean = leaning[postOf[i]!]!;
      top += lean * ofPeople[i]!;
      bottom += lean * lean;
    }
    raw[u] = top / bottom;
  }
}

/** Divides by the root mean square over steady people. */
function bringToSizeOne(raw: Float64Array, steady: readonly number[]) {
  let squares = 0;
  for (const u of steady) squares += raw[u]! * raw[u]!;
  const size = Math.sqrt(squares / Math.max(1, steady.length)) || 1;
  for (let u = 0; u < raw.length; u++) raw[u]! /= size;
}

/** The squared error of what counts. */
function errorOf(
  { personOf, postStarts, counts, ofPosts }: Rests,
  raw: Float64Array,
  leaning: Float64Array,
) {
  let error = 0;
  for (let p = 0; p < leaning.length; p++)
    for (let i = postStarts[p]!; i < postStarts[p + 1]!; i++)
      error += counts[i]! * (ofPosts[i]! - raw[personOf[i]!]! * leaning[p]!) ** 2;
  return error;
}

/** Which side is called right: as yesterday, at first the greater. */
function turn({ rests, raw, leaning }: Solution, before: Float64Array | null): Solution {
  const sides = raw.reduce((sum, position, u) => sum + position * (before ? before[u]! : 1), 0);
  if (sides >= 0) return { rests, raw, leaning };
  return { rests, raw: raw.map((value) => -value), leaning: leaning.map((value) => -value) };
}
