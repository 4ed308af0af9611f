/** Where a case stands in the queue (mechanism, M7): how sure it is that the post insults, by how many read it; what is urgent comes first. */

/** Nobody counts readers, so they are taken from what they do: replies and votes of the thread, with some for those who did neither; above so many all are alike. */
const LEAST_READERS = 10;
const MOST_READERS = 1_000;
/** What is not sure at all is looked at too, where more read it earlier. */
const LEAST = 0.01;

/** More than any case that is not urgent comes to. */
const URGENT = 2_000;

/** An estimate of who reads a thread, from 10 to 1,000. */
export const readersOf = ({ replies, votes }: { replies: number; votes: number }): number =>
  Math.min(MOST_READERS, LEAST_READERS + replies + votes);

/** The greater the further up; below 4,000. `insult` is I, 0 to 1. */
export const priorityOf = (insult: number, readers: number, isUrgent: boolean): number =>
  Math.max(LEAST, insult) * readers + (isUrgent ? URGENT : 0);
