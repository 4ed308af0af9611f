import { expect, test } from "vitest";
import { readArguments, WrongArguments } from "./arguments.js";

test("without a word the bench measures everything at 1,000 and at 100,000 posts", () => {
  expect(readArguments([])).toMatchObject({ sizes: [1000, 100_000], only: null, isJson: false });
});

test("sizes are measured from the smallest, and each once", () => {
  const given = ["--posts", "100000,1000,100000", "--only", "thread,search", "--json"];
  const wish = readArguments([...given, "--keep", "filled", "--seconds", "0.5", "--rounds", "3"]);
  expect(wish).toEqual({
    sizes: [1000, 100_000],
    only: new Set(["thread", "search"]),
    isJson: true,
    keep: "filled",
    seconds: 0.5,
    rounds: 3,
  });
});

test("whatever else it is told it refuses in one line", () => {
  for (const given of [
    ["--post", "1000"],
    ["--posts"],
    ["--posts", "--json"],
    ["--posts", "many"],
    ["--posts", "10"],
    ["--only", "thread,weather"],
    ["--seconds", "0"],
  ]) {
    expect(() => readArguments(given)).toThrow(WrongArguments);
  }
});
