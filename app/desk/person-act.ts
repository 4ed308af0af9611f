/** The forms by which a moderator acts on a person. */
import { isAdministrator, isModerator, type Person } from "../permissions.ts";
import type { PersonRecord } from "./read-record.server.ts";

export const personActs = ["warn", "suspend", "unsuspend", "pace", "unpace"] as const;
export type PersonForm = (typeof personActs)[number];

export const isPersonForm = (text: string): text is PersonForm =>
  (personActs as readonly string[]).includes(text);

/** Suspensions of a usual length, in days. */
export const presets = [1, 3, 7, 30] as const;

const DAY = 86_400;

/** What a moderator can do about somebody: what holds is ended, what does not is begun; nothing about themselves nor, unless they administer, about who is in office. */
export function formsFor(
  { id, role, suspendedUntil, slowedUntil }: Aimed,
  moderator: Pick<Person, "id" | "role">,
): PersonForm[] {
  if (id === moderator.id || (isModerator({ role }) && !isAdministrator(moderator))) return [];
  return ["warn", suspendedUntil ? "unsuspend" : "suspend", slowedUntil ? "unpace" : "pace"];
}

type Aimed = Pick<PersonRecord, "id" | "role" | "suspendedUntil" | "slowedUntil">;

/** Until when the form says, in epoch seconds: the `until` of a calendar's date, whose day is included, in UTC, or where it is empty a number of `days`; null where it says nothing that can be read. */
export function readUntil(form: URLSearchParams, now: number): number | null {
  const days = form.get("days") ?? "";
  const date = form.get("until") ?? "";
  const isPreset = presets.some((preset) => String(preset) === days);
  if (isPreset && date === "") return now + Number(days) * DAY;
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return null;
  const at = Date.parse(`${date}T00:00:00Z`) / 1000;
  return Number.isInteger(at) ? at + DAY : null;
}
