import { expect, test } from "vitest";
import { queriesOf } from "./queries.js";

const texts = Array.from(
  { length: 400 },
  (_, place) => `The weights are open; number${String.fromCharCode(97 + (place % 26))} licence.`,
);
const look = {
  texts,
  names: ["Ada", "Ben"],
  topic: "licences",
  newest: new Date(1_760_000_000_000),
};

test("searches go from the commonest word to the rarest, and through all that narrows them", () => {
  const queries = queriesOf(look);
  const of = (kind: string) => queries.find((query) => query.kind === kind)?.text;
  expect(["the", "weights", "are", "open", "licence"]).toContain(of("commonest"));
  expect(of("phrase")).toMatch(/^"\w+ \w+"$/);
  expect(of("by")).toMatch(/ by:Ada$/);
  expect(of("topic")).toMatch(/ topic:licences$/);
  expect(of("since")).toMatch(/ since:2025-09-09$/);
  expect(of("phrase of nowhere")?.split(" ").length).toBeGreaterThan(4);
  expect(of("without")).toMatch(/^\w+ -\w+$/);
  expect(queries.find(({ kind }) => kind === "further page")).toMatchObject({
    order: "newest",
    after: "1752224000.1",
  });
  expect(queries.every(({ text }) => !text.includes("undefined"))).toBe(true);
  expect(queriesOf(look)).toEqual(queries);
});
