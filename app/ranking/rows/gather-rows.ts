/** What of the rows counts, whatever order they come in. */
import type { FlagRow, Id, PersonRow, PostRow, Row, VoteRow } from "./row.ts";

export interface Gathered {
  /** In the order of the rows, as are posts. */
  people: Map<Id, PersonRow>;
  posts: Map<Id, PostRow>;
  /** The last vote of each person on each post, without withdrawn ones, in the order of time. */
  votes: VoteRow[];
  flags: FlagRow[];
}

/** Leaves out votes and flags on one's own post, by unknown people or on unknown posts. */
export function gatherRows(rows: Iterable<Row>): Gathered {
  const people = new Map<Id, PersonRow>();
  const posts = new Map<Id, PostRow>();
  const last = new Map<Id, Map<Id, VoteRow>>();
  const flags: FlagRow[] = [];
  for (const row of rows) {
    if (row.type === "person") people.set(row.id, row);
    else if (row.type === "post") posts.set(row.id, row);
    else if (row.type === "vote") keepLast(last, row);
    else flags.push(row);
  }
  const isKnown = ({ person, post }: VoteRow | FlagRow) =>
    people.has(person) && posts.has(post) && posts.get(post)!.author !== person;
  const votes = [...last.values()]
    .flatMap((ofPost) => [...ofPost.values()])
    .filter((vote) => (vote.worth || vote.agree) && isKnown(vote))
    .sort(
      (one, other) =>
        one.at - other.at || byId(one.post, other.post) || byId(one.person, other.person),
    );
  return { people, posts, votes, flags: flags.filter(isKnown) };
}

/** Of two votes of one moment the later row counts. */
function keepLast(last: Map<Id, Map<Id, VoteRow>>, vote: VoteRow) {
  const ofPost = last.get(vote.post) ?? new Map<Id, VoteRow>();
  last.set(vote.post, ofPost);
  const before = ofPost.get(vote.person);
  if (!before || before.at <= vote.at) ofPost.set(vote.person, vote);
}

const byId = (one: Id, other: Id) => (one < other ? -1 : one > other ? 1 : 0);

/** The level of a person; of a stranger 0. */
export const levelOf = ({ people }: Gathered, person: Id): number => people.get(person)?.level ?? 0;
