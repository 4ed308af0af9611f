import type { PageFound } from "./measure-page.js";

type Measured = Record<string, number | null>;
export function digits(number: number | null | undefined): string;
/** What was measured, by row and by size. */
export function tableOfAsked(
  results: Record<string, Record<number, Measured>>,
  sizes: readonly number[],
): string;
export function tableOfPages(pages: readonly PageFound[], rate: number): string;
