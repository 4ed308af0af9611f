import type { Bench, Server } from "./children.js";

export const RATE: number;
export interface PageWish {
  name: string;
  paths: readonly string[];
  cookies?: readonly string[];
  picks?: readonly number[];
  says?: string | readonly string[];
  connections?: number;
  rate?: number;
}
export interface PageFound {
  name: string;
  bytes: number;
  perCpu: number | null;
  ceiling: number | null;
  ratio: number | null;
  p50: number | null;
  p99: number | null;
}
export function measurePage(
  bench: Bench & { forum: Server & { origin: string } },
  page: PageWish,
): Promise<PageFound>;
