/** What moderation brings and costs in standing (mechanism, M13). */

const UPHELD = 0.2;
const REJECTED = -0.4;
const UNREWRITTEN = -2;

export interface ConductPoints {
  upheld: number;
  rejected: number;
  unrewritten: number;
}

/** Points for own flags that were upheld, and against those that were rejected and own insults that were upheld and not rewritten. */
export const conductPoints = (counts: ConductPoints): ConductPoints => ({
  upheld: UPHELD * counts.upheld,
  rejected: REJECTED * counts.rejected,
  unrewritten: UNREWRITTEN * counts.unrewritten,
});

/** What they come to together. */
export const conductSum = (counts: ConductPoints): number =>
  Object.values(conductPoints(counts)).reduce((sum, points) => sum + points, 0);
