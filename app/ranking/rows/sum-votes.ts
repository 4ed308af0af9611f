/** The sums of the votes on each post, each vote weighed by what came before it (mechanism, M3). */
import { PRAISE_DAYS, shareOf, voteWeight } from "../vote.ts";
import { noSums, type Sums } from "../worth.ts";
import { type Gathered, levelOf } from "./gather-rows.ts";
import type { FlagRow, Id, VoteRow } from "./row.ts";

const PRAISE_SECONDS = PRAISE_DAYS * 86_400;

export interface Summed {
  sums: Sums;
  /** Whose vote counts. */
  voters: number;
}

/** Sums and voters of every post, by positions x. */
export function sumVotes(gathered: Gathered, xOf: (person: Id) => number): Map<Id, Summed> {
  const { posts, votes, flags } = gathered;
  const summed = new Map<Id, Summed>();
  for (const id of posts.keys()) summed.set(id, { sums: noSums(), voters: 0 });
  const staysOut = doubtfulFlags(flags);
  const praise = new Praise();
  for (const vote of votes) {
    const level = levelOf(gathered, vote.person);
    if (!vote.worth && staysOut(vote)) continue;
    const weight = vote.worth
      ? praise.weigh(vote, posts.get(vote.post)!.author, level)
      : Number(level >= 1);
    if (weight > 0) add(summed.get(vote.post)!, vote, weight, xOf(vote.person));
  }
  return summed;
}

function add(to: Summed, { worth }: VoteRow, weight: number, x: number) {
  const { left, right } = shareOf({ worth }, weight, x);
  const kind = worth ? "worth" : "only";
  to.sums[`${kind}Left`] += left;
  to.sums[`${kind}Right`] += right;
  to.voters++;
}

/** Is there a flag by this person on this post, and none that was upheld? */
function doubtfulFlags(flags: readonly FlagRow[]): (vote: VoteRow) => boolean {
  const isUpheld = new Map<Id, Map<Id, boolean>>();
  for (const { post, person, decided } of flags) {
    const ofPost = isUpheld.get(post) ?? new Map<Id, boolean>();
    isUpheld.set(post, ofPost);
    const upheld = decided === "upheld" || decided === "rewritten";
    ofPost.set(person, upheld || (ofPost.get(person) ?? false));
  }
  return ({ post, person }) => isUpheld.get(post)?.get(person) === false;
}

/** Who has found whose posts worth reading so far; votes come in the order of time. */
class Praise {
  readonly #times = new Map<Id, Map<Id, number[]>>();

  /** The weight of a worth vote, which is praise for those after it. */
  weigh({ person, at }: VoteRow, author: Id, level: number): number {
    const weight = voteWeight(
      level,
      this.#count(person, author, at),
      this.#count(author, person, at),
    );
    this.#timesOf(person, author).push(at);
    return weight;
  }

  #count(from: Id, to: Id, at: number): number {
    const times = this.#times.get(from)?.get(to) ?? [];
    const before = times.findLastIndex((time) => time <= at - PRAISE_SECONDS);
    return times.length - 1 - before;
  }

  #timesOf(from: Id, to: Id): number[] {
    const ofPerson = this.#times.get(from) ?? new Map<Id, number[]>();
    this.#times.set(from, ofPerson);
    const times = ofPerson.get(to) ?? [];
    ofPerson.set(to, times);
    return times;
  }
}
