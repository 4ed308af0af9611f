export interface Part {
  key: string;
  unit: string;
  reach: number;
  /** Null where nothing beyond is aimed at. */
  aim: number | null;
  isMore: boolean;
}
export interface Row {
  id: string;
  group: string;
  name: string;
  parts: Part[];
}
export type Verdict = "aim" | "reach" | "misses" | null;
export const asked: Row[];
export const groups: string[];
export function judge(part: Part, measured: number | null | undefined): Verdict;
export function judgeRow(row: Row, measured?: Record<string, number | null>): Verdict;
