import { expect, test } from "vitest";
import { type Fresh, placeFresh } from "#app/threads/fresh-places.ts";

const thread = (id: number, vote_count = 9): Fresh => ({ id, vote_count, started_at: id });
const threads = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, place) => thread(from + place));

test.each<[string, Fresh[], [eighth: number, sixteenth: number]]>([
  ["nothing is new", [], [8, 16]],
  ["one is new", [thread(90, 0)], [90, 15]],
  ["two are, the newer comes first", [thread(90, 0), thread(91, 0)], [91, 90]],
  ["the less voted comes before the newer", [thread(90, 0), thread(91, 1)], [90, 91]],
  ["a third waits", [thread(90, 2), thread(91, 1), thread(92, 2)], [91, 92]],
  ["one stands above already", [thread(3, 0), thread(90, 4)], [90, 15]],
  ["one stands between both places", [thread(12, 0), thread(90, 4)], [12, 90]],
  [
    "one stands between both places and another goes first",
    [thread(12, 3), thread(90, 0)],
    [90, 15],
  ],
  ["one stands further down", [thread(19, 0)], [19, 15]],
  ["one has its place anyway", [thread(8, 0)], [8, 16]],
])("the eighth and the sixteenth place are for new threads: %s", (_, fresh, places) => {
  const page = placeFresh(threads(1, 21), fresh);
  expect([page[7]!.id, page[15]!.id]).toEqual(places);
  expect(new Set(page.map(({ id }) => id)).size).toBe(page.length);
  const moved = new Set(fresh.map(({ id }) => id));
  const others = page.map(({ id }) => id).filter((id) => !moved.has(id));
  expect(others).toEqual(others.toSorted((one, other) => one - other));
});

test("a short page is shown as it is", () => {
  expect(placeFresh(threads(1, 7), [thread(90, 0)])).toEqual(threads(1, 7));
  expect(placeFresh(threads(1, 12), [thread(9, 0)]).map(({ id }) => id)).toEqual([
    ...[1, 2, 3, 4, 5, 6, 7, 9, 8, 10, 11, 12],
  ]);
});
