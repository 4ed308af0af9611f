/** Of each agreement vote what its post's middle and its person's bias leave unsaid, in the two orders in which it is asked for. */
import { type Agreements, orderBy, startsOf } from "./agreements.ts";
import { BIAS_PULL, middleOf } from "./position.ts";

export interface Rests {
  /** c of each post. */
  middles: Float64Array;
  /** b of each person. */
  biases: Float64Array;
  /** In the order of posts. */
  postStarts: Int32Array;
  personOf: Int32Array;
  counts: Uint8Array;
  ofPosts: Float64Array;
  /** In the order of people. */
  personStarts: Int32Array;
  postOf: Int32Array;
  ofPeople: Float64Array;
}

/** Middles, then biases, then what is left: c, b and e of the mechanism. */
export function restsOf(agreements: Agreements, people: number, posts: number): Rests {
  const { size, person, post, agree, counts } = agreements;
  const middles = middlesOf(agreements, posts);
  const personStarts = startsOf(person, people);
  const biases = new Float64Array(people);
  for (let i = 0; i < size; i++) biases[person[i]!]! += agree[i]! - middles[post[i]!]!;
  for (let u = 0; u < people; u++)
    biases[u]! /= personStarts[u + 1]! - personStarts[u]! + BIAS_PULL;

  const ofPosts = new Float64Array(size);
  for (let i = 0; i < size; i++) ofPosts[i] = agree[i]! - middles[post[i]!]! - biases[person[i]!]!;
  const byPerson = orderBy(person, null);
  const postOf = new Int32Array(size);
  const ofPeople = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    postOf[i] = post[byPerson[i]!]!;
    ofPeople[i] = ofPosts[byPerson[i]!]!;
  }
  const postStarts = startsOf(post, posts);
  return {
    ...{ middles, biases, counts },
    ...{ postStarts, personOf: person, ofPosts },
    ...{ personStarts, postOf, ofPeople },
  };
}

function middlesOf({ size, post, agree, counts }: Agreements, posts: number): Float64Array {
  const agreement = new Float64Array(posts);
  const votes = new Float64Array(posts);
  for (let i = 0; i < size; i++) {
    agreement[post[i]!]! += counts[i]! * agree[i]!;
    votes[post[i]!]! += counts[i]!;
  }
  return agreement.map((sum, p) => middleOf(sum, votes[p]!));
}
