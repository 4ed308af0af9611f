export interface Wish {
  sizes: number[];
  /** Null for all. */
  only: Set<string> | null;
  isJson: boolean;
  keep: string | null;
  seconds: number;
  rounds: number;
}
export const usage: string;
export class WrongArguments extends Error {}
export function readArguments(given: readonly string[]): Wish;
