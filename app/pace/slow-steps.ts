/** Seconds between two replies of one person that moderators may choose for a thread. */
export const slowSteps: readonly number[] = [60, 300, 900, 3_600];
