/** Insult from which on its writer is asked before posting, 0 to 1: civil texts of the challenge set stay below it. */
export const NUDGE = 0.5;
