/** What six gain who praise one another daily (mechanism, M3 and M13). */

import type { Id } from "../../ranking/rows/row.ts";
import { standingFromPosts, type VotedPost } from "../../ranking/standing-points.ts";
import type { World } from "../agents.ts";
import type { Bench } from "../bench.ts";
import type { Question } from "../question.ts";

const POSTS = 1200;

export const ofRing: Question[] = [
  {
    name: "M3 ring of six: their standing by that of six equal honest authors",
    ...{ asked: { most: 1.5 }, digits: 2, isLong: true },
    ask: (bench) => rings(bench, bench.agents.measure.mean),
  },
];

export const toldOfRing: Question[] = [
  {
    name: "M3 ring of six: the highest by the highest",
    ...{ digits: 2, isLong: true },
    ask: (bench) => rings(bench, (standings) => Math.max(...standings)),
  },
];

/** Standing of the ring divided by that of its equals. */
function rings(bench: Bench, of: (standings: number[]) => number): number[] {
  const { attacks, worlds } = bench.agents;
  return bench.each((seed) => {
    const { world, ring, twins, now } = attacks.praiseRing(
      worlds.makeWorld({ seed, posts: POSTS }),
    );
    const standingOf = standings(bench, world, now);
    return of(ring.map(standingOf)) / of(twins.map(standingOf));
  });
}

function standings(bench: Bench, world: World, now: number): (person: Id) => number {
  const { prior, posts } = bench.ranks(world);
  const voters = new Map<Id, number>();
  for (const { post, worth, agree } of world.rows)
    if (worth || agree) voters.set(post, (voters.get(post) ?? 0) + 1);
  const ofAuthor = new Map<Id, VotedPost[]>();
  for (const [place, { id, author, thread, at }] of world.posts.entries()) {
    const { q, n } = posts[place]!;
    const theirs = ofAuthor.get(author) ?? [];
    theirs.push({ substance: q, votes: n, voters: voters.get(id) ?? 0, thread, at });
    ofAuthor.set(author, theirs);
  }
  return (person) => standingFromPosts(ofAuthor.get(person) ?? [], prior, now);
}
