/** Agreement votes in columns, for a forum has many: linear in memory and in time. */

export interface AgreementVote<Id> {
  person: Id;
  post: Id;
  agree: -1 | 1;
  /** Not from level 0. */
  counts: boolean;
}

/** Votes in the order of (post, person); people and posts by their place in the order of ids. */
export class Agreements {
  readonly person: Int32Array;
  readonly post: Int32Array;
  readonly agree: Int8Array;
  readonly counts: Uint8Array;

  constructor(readonly size: number) {
    this.person = new Int32Array(size);
    this.post = new Int32Array(size);
    this.agree = new Int8Array(size);
    this.counts = new Uint8Array(size);
  }
}

/** The votes in columns, with the ids of people and posts in their order. */
export function orderAgreements<Id extends number | string>(
  votes: readonly AgreementVote<Id>[],
): { people: Id[]; posts: Id[]; agreements: Agreements } {
  const people = placesOf(votes, "person");
  const posts = placesOf(votes, "post");
  const order = orderBy(posts.places, orderBy(people.places, null));
  const agreements = new Agreements(votes.length);
  const { person, post, agree, counts } = agreements;
  for (let i = 0; i < order.length; i++) {
    const vote = order[i]!;
    person[i] = people.places[vote]!;
    post[i] = posts.places[vote]!;
    agree[i] = votes[vote]!.agree;
    counts[i] = votes[vote]!.counts ? 1 : 0;
  }
  return { people: people.ids, posts: posts.ids, agreements };
}

/** Every so many-th of the votes apart from the others. */
export function holdOut(all: Agreements, every: number): { held: Agreements; others: Agreements } {
  const count = Math.floor(all.size / every);
  const held = new Agreements(count);
  const others = new Agreements(all.size - count);
  for (let i = 0, out = 0; i < all.size; i++) {
    const isHeld = i % every === every - 1;
    const to = isHeld ? held : others;
    const at = isHeld ? out++ : i - out;
    to.person[at] = all.person[i]!;
    to.post[at] = all.post[i]!;
    to.agree[at] = all.agree[i]!;
    to.counts[at] = all.counts[i]!;
  }
  return { held, others };
}

/** Where each group begins when the votes stand in the order of their groups; one entry more than groups. */
export function startsOf(groups: Int32Array, count: number): Int32Array {
  const starts = new Int32Array(count + 1);
  for (let i = 0; i < groups.length; i++) starts[groups[i]! + 1]!++;
  for (let group = 0; group < count; group++) starts[group + 1]! += starts[group]!;
  return starts;
}

/** The places of the votes in the order of their groups; within a group as `before` has them. */
export function orderBy(groups: Int32Array, before: Int32Array | null): Int32Array {
  let count = 0;
  for (let i = 0; i < groups.length; i++) count = Math.max(count, groups[i]! + 1);
  const next = startsOf(groups, count);
  const order = new Int32Array(groups.length);
  for (let i = 0; i < groups.length; i++) {
    const vote = before ? before[i]! : i;
    order[next[groups[vote]!]!++] = vote;
  }
  return order;
}

/** The ids of one kind in their order, and of each vote the place of its id there. */
function placesOf<Id extends number | string>(
  votes: readonly AgreementVote<Id>[],
  kind: "person" | "post",
): { ids: Id[]; places: Int32Array } {
  const seen = new Map<Id, number>();
  const first = new Int32Array(votes.length);
  for (let i = 0; i < votes.length; i++) {
    const id = votes[i]![kind];
    const place = seen.get(id) ?? seen.size;
    if (place === seen.size) seen.set(id, place);
    first[i] = place;
  }
  const ids = [...seen.keys()].sort((one, other) => (one < other ? -1 : one > other ? 1 : 0));
  const placeOf = new Int32Array(ids.length);
  for (const [place, id] of ids.entries()) placeOf[seen.get(id)!] = place;
  return { ids, places: first.map((seenAs) => placeOf[seenAs]!) };
}
