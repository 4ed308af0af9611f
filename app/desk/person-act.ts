/** The forms by which a moderator acts on a person. */
import type { MessageKey } from "../strings/say.ts";
import type { PersonRecord } from "./read-record.server.ts";

export const personActs = ["warn", "suspend", "unsuspend", "pace", "unpace"] as const;
export type PersonForm = (typeof personActs)[number];

export const isPersonForm = (text: string): text is PersonForm =>
  (personActs as readonly string[]).includes(text);

/** Suspensions of a usual length, in days. */
export const presets = [1, 3, 7, 30] as const;

const DAY = 86_400;

/** What can be done about somebody at `now`, in epoch seconds: what holds is ended, what does not is begun. */
export function formsFor(
  { suspendedUntil, slowedUntil }: Pick<PersonRecord, "suspendedUntil" | "slowedUntil">,
  now: number,
): PersonForm[] {
  return [
    "warn",
    (suspendedUntil ?? 0) > now ? "unsuspend" : "suspend",
    (slowedUntil ?? 0) > now ? "unpace" : "pace",
  ];
}

/** Until when the form says, in epoch seconds: a number of `days`, or the `until` of a calendar's date, whose day is included, in UTC; null where it says nothing that can be read. */
export function readUntil(form: URLSearchParams, now: number): number | null {
  const days = form.get("days") ?? "";
  if (presets.some((preset) => String(preset) === days)) return now + Number(days) * DAY;
  const date = form.get("until") ?? "";
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return null;
  const at = Date.parse(`${date}T00:00:00Z`) / 1000;
  return Number.isInteger(at) ? at + DAY : null;
}

/** Reasons to start from. */
export const personTemplates: Partial<Record<PersonForm, MessageKey>> = {
  warn: "moderation.person.template.warn",
  suspend: "moderation.person.template.suspend",
  pace: "moderation.person.template.pace",
};
