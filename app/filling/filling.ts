/** One filling under way: what is planned, what is written, and which ids it has. */
import type { Piece, Setting } from "./compose-post.ts";
import type { Counting } from "./counting.ts";
import type { Frames } from "./frames.ts";
import type { Plan } from "./plan.ts";

export interface Filling extends Setting {
  counting: Counting;
  topicIds: readonly number[];
  moderatorIds: readonly number[];
  personIdOf: (person: number) => number;
  threadIdOf: (thread: number) => number;
}

/** The ids that begin each table's new rows. */
export interface FirstIds {
  person: number;
  thread: number;
  post: number;
}

interface Parts {
  plan: Plan;
  pieces: readonly Piece[];
  frames: Frames;
  counting: Counting;
  names: readonly string[];
  topicIds: readonly number[];
  moderators: readonly number[];
  ids: FirstIds;
}

/** Ids follow one another in the order of time. */
export function makeFilling({ names, ids, moderators, ...parts }: Parts): Filling {
  const { rank, threadRank } = parts.plan;
  const personIdOf = (person: number) => ids.person + person;
  return {
    ...parts,
    nameOf: (person) => names[person]!,
    idOf: (post) => ids.post + rank[post]!,
    threadIdOf: (thread) => ids.thread + threadRank[thread]!,
    personIdOf,
    moderatorIds: moderators.map(personIdOf),
  };
}
