/** Invented votes by seed, the same in every run. */

export interface InventedVote {
  person: number;
  worth: 0 | 1;
  weight: number;
  x: number;
  isWithdrawn: boolean;
}

/** Numbers from 0 to below 1 by a seed (Lehmer's generator). */
export function drawBy(seed: number): () => number {
  let state = (seed % 2_147_483_646) + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** So many independent rounds of invented votes. */
export function* chances(seed: number, rounds: number) {
  for (let round = 0; round < rounds; round++) {
    const draw = drawBy(seed * 1_000 + round);
    yield {
      *votes(count: number): Generator<InventedVote> {
        for (let i = 0; i < count; i++)
          yield {
            person: Math.floor(draw() * 200),
            worth: draw() < 0.5 ? 1 : 0,
            weight: draw(),
            x: 2 * draw() - 1,
            isWithdrawn: draw() < 0.3,
          };
      },
    };
  }
}
