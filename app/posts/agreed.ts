/** Which posts of a thread people of both sides found worth reading. */
import { counted, type Sums } from "../ranking/worth.ts";

/** Most that are named. */
const MOST = 5;
/** So many votes on either side make sure, */
const SURE = 5;
/** and so few are taken where no post has those. */
const ENOUGH = 2;

export interface Agreed {
  /** Of its votes. */
  sums: Sums;
  /** What it is worth to the side that finds it less so, from 0 to 1, as it was kept with the sums. */
  across: number;
}

/** The posts that are worth more than is usual to either side, at most five, in their order. */
export function pickAgreed<Post extends Agreed>(posts: readonly Post[]): Post[] {
  const worth = posts.filter(isWorthToBoth);
  const withVotes = (least: number) =>
    worth.filter(({ sums }) => fewer(sums) >= least).slice(0, MOST);
  const sure = withVotes(SURE);
  return sure.length > 0 ? sure : withVotes(ENOUGH);
}

/** Votes that count on the side that has fewer. */
function fewer(sums: Sums): number {
  const { left, right } = counted(sums);
  return Math.min(left, right);
}

/** What a post is worth to a side lies between the share of its votes and what is usual: so it is more than usual where the shares are more than that. Nothing but the post is asked, and nothing changes this but its votes. */
function isWorthToBoth({ sums, across }: Agreed): boolean {
  const { left, right } = counted(sums);
  return sums.worthLeft > across * left && sums.worthRight > across * right;
}
