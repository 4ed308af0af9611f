import { expect, onTestFinished, test, vi } from "vitest";
import { nextTime, type Rhythm } from "#app/letters/next-time.ts";
import { isZone, zoneNames } from "#app/letters/zone.ts";

const at = (iso: string) => Date.parse(iso) / 1000;
const daily = (zone: string, hour: number): Rhythm => ({ digest: "daily", weekday: 0, hour, zone });
const weekly = (zone: string, weekday: number, hour: number): Rhythm => ({
  ...{ digest: "weekly", weekday, hour, zone },
});

test.each([
  ["in UTC", daily("UTC", 8), "2026-11-22T07:59:59Z", "2026-11-22T08:00:00Z"],
  [
    "at that very moment it is the next day's",
    daily("UTC", 8),
    "2026-11-22T08:00:00Z",
    "2026-11-23T08:00:00Z",
  ],
  [
    "in Kathmandu, a quarter past the hour of UTC",
    daily("Asia/Kathmandu", 7),
    "2026-11-22T00:00:00Z",
    "2026-11-22T01:15:00Z",
  ],
  [
    "in the first place of the day, UTC+14",
    daily("Pacific/Kiritimati", 0),
    "2026-11-22T09:59:00Z",
    "2026-11-22T10:00:00Z",
  ],
  [
    "in the last, UTC-11",
    daily("Pacific/Pago_Pago", 23),
    "2026-11-22T10:00:00Z",
    "2026-11-23T10:00:00Z",
  ],
  [
    "before the clock goes on in spring",
    daily("Europe/Berlin", 8),
    "2027-03-27T08:00:00Z",
    "2027-03-28T06:00:00Z",
  ],
  [
    "before the clock goes back in autumn",
    daily("Europe/Berlin", 8),
    "2026-10-24T07:00:00Z",
    "2026-10-25T07:00:00Z",
  ],
  [
    "at an hour that spring leaves out",
    daily("Europe/Berlin", 2),
    "2027-03-27T12:00:00Z",
    "2027-03-28T01:00:00Z",
  ],
  [
    "on the day after it",
    daily("Europe/Berlin", 2),
    "2027-03-28T01:00:00Z",
    "2027-03-29T00:00:00Z",
  ],
  [
    "at an hour that comes twice in autumn, once",
    daily("America/New_York", 1),
    "2026-10-31T12:00:00Z",
    "2026-11-01T05:00:00Z",
  ],
  [
    "and not again at its second time",
    daily("America/New_York", 1),
    "2026-11-01T05:00:00Z",
    "2026-11-02T06:00:00Z",
  ],
  [
    "where summer is half an hour",
    daily("Australia/Lord_Howe", 2),
    "2026-10-03T12:00:00Z",
    "2026-10-03T15:30:00Z",
  ],
  [
    "where midnight is left out",
    daily("America/Asuncion", 0),
    "2023-09-30T12:00:00Z",
    "2023-10-01T04:00:00Z",
  ],
  [
    "where a day was left out",
    daily("Pacific/Apia", 8),
    "2011-12-29T19:00:00Z",
    "2011-12-30T18:00:00Z",
  ],
  ["on a Monday", weekly("UTC", 1, 8), "2026-11-22T07:00:00Z", "2026-11-23T08:00:00Z"],
  [
    "on the same Monday, before the hour",
    weekly("UTC", 1, 8),
    "2026-11-23T07:00:00Z",
    "2026-11-23T08:00:00Z",
  ],
  ["a week later, after it", weekly("UTC", 1, 8), "2026-11-23T08:00:00Z", "2026-11-30T08:00:00Z"],
  [
    "on the Sunday of the place, not of UTC",
    weekly("Pacific/Kiritimati", 0, 8),
    "2026-11-20T00:00:00Z",
    "2026-11-21T18:00:00Z",
  ],
  [
    "on a Sunday on which the clock goes on",
    weekly("Europe/Berlin", 0, 2),
    "2027-03-27T00:00:00Z",
    "2027-03-28T01:00:00Z",
  ],
  [
    "in a zone that vanished, by UTC",
    daily("Mars/Olympus", 8),
    "2026-11-22T07:00:00Z",
    "2026-11-22T08:00:00Z",
  ],
] as const)("the next letter comes %s", (_name, rhythm, after, next) => {
  expect(new Date(nextTime(rhythm, at(after))! * 1000).toISOString()).toBe(
    new Date(next).toISOString(),
  );
});

test("whoever wishes for none gets none", () => {
  expect(nextTime({ ...daily("UTC", 8), digest: "none" }, at("2026-11-22T07:00:00Z"))).toBeNull();
});

test("in every zone a daily letter comes once a day through a whole year", () => {
  for (const zone of [
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "Asia/Kathmandu",
    "Pacific/Chatham",
  ]) {
    for (const hour of [0, 2, 23]) {
      let now = at("2026-11-22T00:30:00Z");
      for (let day = 0; day < 366; day += 1) {
        const next = nextTime(daily(zone, hour), now)!;
        expect(next - now, `${zone} ${hour} ${day}`).toBeGreaterThan(day === 0 ? 0 : 22 * 3600);
        expect(next - now, `${zone} ${hour} ${day}`).toBeLessThanOrEqual(26 * 3600);
        now = next;
      }
    }
  }
});

test.each([
  ["UTC", true],
  ["Asia/Kathmandu", true],
  ["Europe/Kyiv", true],
  ["America/Argentina/Buenos_Aires", true],
  ["Etc/GMT+5", true],
  ["Mars/Olympus", false],
  ["+05:00", false],
  ["", false],
  ["Europe/Berlin; drop", false],
  ["Europe/".repeat(20), false],
])("%s is a time zone: %o", (zone, isOne) => {
  expect(isZone(zone)).toBe(isOne);
});

test("a zone is one thing to keep in mind, however its name is written", () => {
  const made = vi.spyOn(Intl, "DateTimeFormat");
  onTestFinished(() => made.mockRestore());
  const name = "antarctica/troll";
  for (let at = 0; at < name.length; at += 1) {
    expect(isZone(name.slice(0, at) + name.slice(at).toUpperCase())).toBe(true);
  }
  expect(made).toHaveBeenCalledTimes(1);
});

test("every zone to choose from is one", () => {
  const names = zoneNames();
  expect(names.length).toBeGreaterThan(300);
  expect(names.filter((name) => !isZone(name))).toEqual([]);
});
