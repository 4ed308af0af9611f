/** The month of a time in epoch seconds, like "2026-11", in UTC. */
export const monthOf = (at: number): string => new Date(at * 1000).toISOString().slice(0, 7);
