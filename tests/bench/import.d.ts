/** What came of importing the invented posts. */
export interface Measured {
  /** The exit code; null where a signal ended it. */
  code: number | null;
  posts: number;
  /** Of 1,024 bytes. */
  kilobytes: number;
  /** Seconds. */
  steps: readonly number[];
}
export function faultsOf(measured: Measured): string[];
export function run(): Promise<number>;
