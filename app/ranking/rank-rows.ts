/** From the rows of a forum to its ranks: the state just after a first nightly fit of all of them (mechanism, M3, M4 and M7). */

import { insultOf } from "./insult.ts";
import type { AgreementVote } from "./positions/agreements.ts";
import { fitPositions } from "./positions/fit-positions.ts";
import { type Gathered, gatherRows, levelOf } from "./rows/gather-rows.ts";
import type { Id, Row } from "./rows/row.ts";
import { sumFlags } from "./rows/sum-flags.ts";
import { sumVotes } from "./rows/sum-votes.ts";
import { lengthEffect, substanceOf } from "./substance.ts";
import { counted, priorOf, worthOf } from "./worth.ts";

export interface PostRank {
  id: Id;
  /** Q */
  q: number;
  /** W */
  w: number;
  /** H */
  h: number;
  pl: number;
  pr: number;
  /** Leaning of the post. */
  y: number;
  /** What counts of its votes. */
  n: number;
  insult: number;
}

export interface Ranks {
  /** π */
  prior: number;
  /** Are positions used? */
  isUsed: boolean;
  gain: number;
  posts: PostRank[];
  people: { person: Id; x: number }[];
}

/** Ranks of all posts and positions of all people, in the order of their rows; votes and flags may come in any order. */
export function rankRows(rows: Iterable<Row>): Ranks {
  const gathered = gatherRows(rows);
  const { isUsed, gain, x, leaning } = fitPositions(agreementsOf(gathered));
  const xOf = (person: Id) => x.get(person) ?? 0;

  const summed = sumVotes(gathered, xOf);
  const all = [...summed.values()].map(({ sums }) => counted(sums));
  const total = (of: "worth" | "votes") => all.reduce((sum, post) => sum + post[of], 0);
  const prior = priorOf(total("worth"), total("votes"));

  const found = [...gathered.posts.values()].map((post) => {
    const { sums, voters } = summed.get(post.id)!;
    return { post, voters, worth: worthOf(sums, prior) };
  });
  const length = lengthEffect(
    found
      .filter(({ voters }) => voters > 0)
      .map(({ post, worth }) => ({ bridging: worth.bridging, words: post.words })),
  );
  const flagged = sumFlags(gathered, xOf);
  const posts = found.map(({ post, worth }): PostRank => {
    const flags = flagged.get(post.id);
    const insult = flags ? insultOf(flags) : 0;
    return {
      id: post.id,
      q: substanceOf(worth.bridging, post.words, length, insult),
      w: worth.share,
      h: worth.bridging,
      ...{ pl: worth.left, pr: worth.right },
      ...{ y: leaning.get(post.id) ?? 0, n: worth.votes, insult },
    };
  });
  const people = [...gathered.people.keys()].map((person) => ({ person, x: xOf(person) }));
  return { prior, isUsed, gain, posts, people };
}

function agreementsOf(gathered: Gathered): AgreementVote<Id>[] {
  return gathered.votes.flatMap(({ person, post, agree }) =>
    agree ? { person, post, agree, counts: levelOf(gathered, person) >= 1 } : [],
  );
}
