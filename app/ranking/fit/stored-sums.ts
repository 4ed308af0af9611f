import type { Sums } from "../worth.ts";

/** The sums of a post as its tally has them. */
export const storedSums = (
  tally: Record<"worth_left" | "worth_right" | "only_left" | "only_right", number>,
): Sums => ({
  worthLeft: tally.worth_left,
  worthRight: tally.worth_right,
  onlyLeft: tally.only_left,
  onlyRight: tally.only_right,
});
