/** Who stands where, from agreement votes alone (mechanism, M4). */
import { type Agreements, type AgreementVote, holdOut, orderAgreements } from "./agreements.ts";
import { positionOf } from "./position.ts";
import { type Solution, solve } from "./solve.ts";

/** Positions are used if they lower the squared error of votes they have not seen by so much. */
const USEFUL = 0.05;
/** Every so many-th vote is held out for that. */
const HELD_OUT = 5;

/** What a fit found, for everybody and every post with an agreement vote; all numbers are 0 where it is not used. */
export interface Fit<Id> {
  isUsed: boolean;
  /** By which part the squared error of unseen votes fell; below 0 it rose. */
  gain: number;
  /** ξ: where the next fit goes on from. */
  raw: Map<Id, number>;
  /** x, from -1 to 1. */
  x: Map<Id, number>;
  /** b: how readily somebody agrees with anything. */
  bias: Map<Id, number>;
  /** y of posts. */
  leaning: Map<Id, number>;
  /** Agreement votes of each person. */
  votes: Map<Id, number>;
}

/** Fits positions to agreement votes, one for each person and post; `before` is `raw` of the last fit. Ids of one kind; their order decides the last digits. */
export function fitPositions<Id extends number | string>(
  votes: readonly AgreementVote<Id>[],
  before: ReadonlyMap<Id, number> | null = null,
): Fit<Id> {
  const { people, posts, agreements } = orderAgreements(votes);
  const known = before && Float64Array.from(people, (id) => before.get(id) ?? 0);
  const old = known?.some((raw) => raw !== 0) ? known : null;
  const solveFor = (part: Agreements) => solve(part, people.length, posts.length, old);

  const { held, others } = holdOut(agreements, HELD_OUT);
  const trial = solveFor(others);
  const gain = trial ? gainOn(held, trial) : 0;
  const isUsed = gain >= USEFUL;
  const found = isUsed ? solveFor(agreements) : null;

  const counts = new Int32Array(people.length);
  for (let i = 0; i < agreements.size; i++) counts[agreements.person[i]!]!++;
  const by = (ids: readonly Id[], valueAt: (place: number) => number) =>
    new Map(ids.map((id, place) => [id, valueAt(place)]));
  return {
    ...{ isUsed, gain },
    raw: by(people, (u) => found?.raw[u] ?? 0),
    x: by(people, (u) => (found ? positionOf(found.raw[u]!, counts[u]!) : 0)),
    bias: by(people, (u) => found?.rests.biases[u] ?? 0),
    leaning: by(posts, (p) => found?.leaning[p] ?? 0),
    votes: by(people, (u) => counts[u]!),
  };
}

/** By which part the solution lowers the squared error of votes it has not seen. */
function gainOn(
  { size, person, post, agree, counts }: Agreements,
  { rests, raw, leaning }: Solution,
) {
  let without = 0;
  let within = 0;
  for (let i = 0; i < size; i++) {
    const u = person[i]!;
    const p = post[i]!;
    const rest = agree[i]! - rests.middles[p]! - rests.biases[u]!;
    without += counts[i]! * rest * rest;
    within += counts[i]! * (rest - raw[u]! * leaning[p]!) ** 2;
  }
  return without > 0 ? 1 - within / without : 0;
}
