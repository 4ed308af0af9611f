/** What is not whole is kept in whole billionths, so that sums moved by addition equal a recount to the last digit on either engine. */
const BILLION = 1_000_000_000;

export const toUnits = (value: number): number => Math.round(value * BILLION);
export const fromUnits = (units: number): number => units / BILLION;
