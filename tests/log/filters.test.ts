import { expect, test } from "vitest";
import { isWrongMonth, logPath, readFilters } from "#app/log/filters.ts";
import { monthsAway, spanOf } from "#app/log/month.ts";
import { ticksOf, topOf } from "#app/log/report.ts";
import { loader } from "#app/routes/log.tsx";
import { openForum } from "../forum.ts";
import { openPage } from "../routes/open-page.ts";

const filtersOf = (query: string) => readFilters(new URLSearchParams(query));

test("an address says what of the log is asked for, and the log's pages say it again", () => {
  const query = "action=post-removed&rule=2&office=moderator&by=Mo&about=Ben&month=2026-11";
  const filters = filtersOf(query);
  expect(filters).toEqual({
    ...{ kind: "post-removed", rule: 2, office: "moderator", by: "Mo", about: "Ben" },
    month: "2026-11",
  });
  expect(logPath(filters, "7")).toBe(`/log?${query}&after=7`);
  expect(logPath({})).toBe("/log");
});

test.each([
  "action=reply-posted",
  "action=x&rule=0&office=king&month=2026-13",
  `rule=99999&by=${"a".repeat(101)}&about=%20`,
  "rule=1e3&month=2026-1&by=",
])("what cannot be asked asks for nothing: %s", (query) => {
  expect(filtersOf(query)).toEqual({});
});

test("a month that is none is told apart from no month at all", async () => {
  const isWrong = (query: string) => isWrongMonth(new URLSearchParams(query));
  expect(["month=2026-13", "month=x", "month=2026-11", "month=", ""].map(isWrong)).toEqual([
    ...[true, true, false, false, false],
  ]);
  const { db } = await openForum();
  const page = await openPage(db, loader.page, null, { query: "month=2026-13" });
  expect(page).toMatchObject({ html: expect.stringContaining("That is no month") });
});

test("months follow one another over the year", () => {
  expect(monthsAway("2026-12", 1)).toBe("2027-01");
  expect(monthsAway("2026-01", -13)).toBe("2024-12");
  expect(spanOf("2027-02")).toEqual({
    from: Date.UTC(2027, 1) / 1000,
    to: Date.UTC(2027, 2) / 1000,
  });
});

test.each([
  [[], 1],
  [[0, 0.4], 1],
  [[3], 5],
  [[10, 2], 10],
  [[11], 20],
  [[4999], 5000],
])("a plot of %j goes up to %d", (values, top) => {
  expect(topOf(values)).toBe(top);
});

test("the axis of a plot of counts has no halves", () => {
  expect([1, 2, 5, 10].map(ticksOf)).toEqual([
    [0, 1],
    [0, 1, 2],
    [0, 5],
    [0, 5, 10],
  ]);
});
