/** What of the public log is asked for. */
import type { Office } from "#db/schema.ts";
import { type EventKind, eventKinds, isActOfPower } from "../events/event.ts";
import { isMonth } from "./month.ts";

export interface Filters {
  kind?: EventKind;
  /** The number of a rule. */
  rule?: number;
  office?: Office;
  /** The name of who did it. */
  by?: string;
  /** The name of whom it concerned. */
  about?: string;
  /** Like "2026-11", in UTC. */
  month?: string;
}

/** The kinds that stand in the log, in the order in which they are offered. */
export const powerKinds: readonly EventKind[] = eventKinds.filter(isActOfPower);

export const offices: readonly Office[] = [
  "moderator",
  "administrator",
  "members",
  "author",
  "clock",
];

const LONGEST_NAME = 100;

/** The filters of an address; what is none of them asks for nothing. */
export function readFilters(query: URLSearchParams): Filters {
  const filters: Filters = {};
  const kind = powerKinds.find((each) => each === query.get("action"));
  if (kind) filters.kind = kind;
  const rule = query.get("rule") ?? "";
  if (/^[1-9]\d{0,3}$/.test(rule)) filters.rule = Number(rule);
  const office = offices.find((each) => each === query.get("office"));
  if (office) filters.office = office;
  for (const name of ["by", "about"] as const) {
    const value = (query.get(name) ?? "").trim().replaceAll("\0", "");
    if (value && value.length <= LONGEST_NAME) filters[name] = value;
  }
  const month = query.get("month") ?? "";
  if (isMonth(month)) filters.month = month;
  return filters;
}

/** Whether a month is asked for that is none. */
export function isWrongMonth(query: URLSearchParams): boolean {
  const month = query.get("month") ?? "";
  return month !== "" && !isMonth(month);
}

export const hasFilters = (filters: Filters): boolean => Object.keys(filters).length > 0;

/** The filters as an address says them. */
export function queryOf({ kind, ...others }: Filters): Record<string, string> {
  const query: Record<string, string> = kind ? { action: kind } : {};
  for (const name of ["rule", "office", "by", "about", "month"] as const) {
    const value = others[name];
    if (value !== undefined) query[name] = String(value);
  }
  return query;
}

/** The address of a page of the log. */
export function logPath(filters: Filters, after: string | null = null): string {
  const query = new URLSearchParams({ ...queryOf(filters), ...(after === null ? {} : { after }) });
  return query.size === 0 ? "/log" : `/log?${query}`;
}
