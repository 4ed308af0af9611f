/** One fit for the forum as a whole, and one for each topic in which enough people say what they agree with (mechanism, M4). */
import type { AgreementVote } from "../positions/agreements.ts";
import { type Fit, fitPositions } from "../positions/fit-positions.ts";
import { positionWithin } from "../positions/within-topic.ts";
import { toUnits } from "../units.ts";
import type { AgreementColumns } from "./agreement-columns.ts";

/** The scope of the forum as a whole. */
const SITE = 0;
/** A topic has a fit of its own from so many people of so many agreement votes that count. */
const LEAST_PEOPLE = 30;
const LEAST_VOTES = 5;

/** What a fit found, in billionths, in columns by people and by posts; both in the order of their ids. */
export interface ScopeFit {
  scope: number;
  isUsed: boolean;
  gain: number;
  voteCount: number;
  people: Float64Array;
  raw: Float64Array;
  x: Float64Array;
  bias: Float64Array;
  voteCounts: Float64Array;
  posts: Float64Array;
  leanings: Float64Array;
  /** People who had a position and have no vote of agreement any more. */
  gone: Float64Array;
}

/** The fits of all scopes, that of the forum as a whole first. `before` has raw positions of the last fits by scope and person. */
export function fitScopes(
  votes: AgreementColumns,
  before: ReadonlyMap<number, ReadonlyMap<number, number>>,
): ScopeFit[] {
  const beforeIn = (scope: number) => before.get(scope) ?? new Map<number, number>();
  const site = fitPositions(
    votesOf(votes, () => true),
    beforeIn(SITE),
  );
  const fits = [inColumns(SITE, site, beforeIn(SITE), (_, x) => x)];
  for (const topic of topicsToFit(votes)) {
    const fit = fitPositions(
      votesOf(votes, (place) => votes.topic[place] === topic),
      beforeIn(topic),
    );
    fits.push(
      inColumns(topic, fit, beforeIn(topic), (person, x) => {
        const onSite = site.x.get(person) ?? 0;
        return fit.isUsed ? positionWithin(x, fit.votes.get(person)!, onSite) : 0;
      }),
    );
  }
  return fits;
}

function votesOf(
  { post, person, agree, counts }: AgreementColumns,
  takes: (place: number) => boolean,
): AgreementVote<number>[] {
  const votes: AgreementVote<number>[] = [];
  for (let place = 0; place < post.length; place++) {
    if (!takes(place)) continue;
    votes.push({
      person: person[place]!,
      post: post[place]!,
      agree: agree[place] as -1 | 1,
      counts: counts[place] === 1,
    });
  }
  return votes;
}

/** Topics with enough people whose votes count. */
function topicsToFit({ topic, person, counts }: AgreementColumns): number[] {
  const votes = new Map<number, Map<number, number>>();
  for (let place = 0; place < topic.length; place++) {
    if (!topic[place] || !counts[place]) continue;
    const people = votes.get(topic[place]!) ?? new Map<number, number>();
    votes.set(topic[place]!, people.set(person[place]!, (people.get(person[place]!) ?? 0) + 1));
  }
  const isEnough = (people: Map<number, number>) =>
    [...people.values()].filter((count) => count >= LEAST_VOTES).length >= LEAST_PEOPLE;
  return [...votes.keys()].filter((each) => isEnough(votes.get(each)!)).sort((a, b) => a - b);
}

function inColumns(
  scope: number,
  { isUsed, gain, raw, x, bias, votes, leaning }: Fit<number>,
  before: ReadonlyMap<number, number>,
  place: (person: number, x: number) => number,
): ScopeFit {
  const people = Float64Array.from(votes.keys());
  const of = (values: ReadonlyMap<number, number>) =>
    Float64Array.from(values.values(), (value) => toUnits(value));
  const voteCounts = Float64Array.from(votes.values());
  return {
    ...{ scope, isUsed, people, voteCounts },
    gain: toUnits(gain),
    voteCount: voteCounts.reduce((sum, count) => sum + count, 0),
    raw: of(raw),
    x: people.map((person) => toUnits(place(person, x.get(person)!))),
    bias: of(bias),
    posts: Float64Array.from(leaning.keys()),
    leanings: of(leaning),
    gone: Float64Array.from([...before.keys()].filter((person) => !votes.has(person))),
  };
}
