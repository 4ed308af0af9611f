export function median(numbers: readonly number[]): number | null;
export function percentile(numbers: readonly number[], part: number): number | null;
export function ratio(one: number | null, other: number | null): number | null;
export function chance(seed: number): () => number;
export function zipf(size: number, count: number, seed: number): number[];
