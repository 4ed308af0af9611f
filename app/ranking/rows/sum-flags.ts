/** How sure it is that each post insults, from the flags in the rows (mechanism, M7). */
import { accuracyOf, type Flagged, isSameSide } from "../insult.ts";
import { type Gathered, levelOf } from "./gather-rows.ts";
import type { FlagRow, Id } from "./row.ts";

/** It moves a thread and says nothing of a post's tone. */
const OFF_TOPIC = "off topic";
/** Hiding at once on a flag that is rejected then counts double against it. */
const URGENT = ["threat", "private data", "illegal"];

/** What speaks for an insult in each flagged post, by positions x; who replied to what is not in the rows, so everybody's flag weighs whole. */
export function sumFlags(gathered: Gathered, xOf: (person: Id) => number): Map<Id, Flagged> {
  const { posts, flags } = gathered;
  const weightOf = flagWeights(flags);
  const flagged = new Map<Id, Flagged>();
  for (const { post: id, person, reason, decided } of flags) {
    if (reason === OFF_TOPIC) continue;
    const post = posts.get(id)!;
    const of = flagged.get(id) ?? { own: 0, others: 0, z: post.z ?? null, decided: null };
    flagged.set(id, of);
    if (decided === "upheld") of.decided = "upheld";
    if (decided || levelOf(gathered, person) < 1) continue;
    of[isSameSide(xOf(person), xOf(post.author)) ? "own" : "others"] += weightOf(person);
  }
  return flagged;
}

/** What each person's flags weigh by the decisions on them. */
function flagWeights(flags: readonly FlagRow[]): (person: Id) => number {
  const book = new Map<Id, { upheld: number; decided: number }>();
  for (const { person, reason, decided } of flags) {
    if (!decided) continue;
    const counts = book.get(person) ?? { upheld: 0, decided: 0 };
    book.set(person, counts);
    if (decided !== "rejected") counts.upheld++;
    counts.decided += decided === "rejected" && URGENT.includes(reason) ? 2 : 1;
  }
  return (person) => {
    const { upheld, decided } = book.get(person) ?? { upheld: 0, decided: 0 };
    return accuracyOf(upheld, decided);
  };
}
