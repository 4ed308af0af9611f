import { expect, test } from "vitest";
import { WrongArguments } from "#app/filling/cannot-fill.ts";
import { readArguments } from "#app/filling/read-arguments.server.ts";

test("without a word it makes ten thousand posts", () => {
  expect(readArguments([])).toEqual({
    ...{ posts: 10_000, threads: 625, people: 250, seed: 1 },
    ...{ long: [], deep: [], accounts: 0 },
  });
});

test("several long threads are asked for by one word or by several", () => {
  const wish = readArguments(
    "--posts 1_000_000 --long 200,5000 --long 100000 --deep 5000 --seed 7".split(" "),
  );
  expect(wish).toMatchObject({
    posts: 1_000_000,
    long: [200, 5_000, 100_000],
    deep: [5_000],
    seed: 7,
  });
});

test.each([
  ["--posts 0", "--posts takes a whole number from 1 to 20,000,000; it is “0”."],
  ["--posts many", "--posts takes a whole number from 1 to 20,000,000; it is “many”."],
  ["--posts 10 --threads 11", "--threads takes a whole number from 1 to 10; it is “11”."],
  ["--people 1", "--people takes a whole number from 2 to 1,000,000; it is “1”."],
  ["--long 5,,7", "--long takes a whole number from 1 to 2,000,000; it is “”."],
  ["--deep=-3", "--deep takes a whole number from 1 to 2,000,000; it is “-3”."],
  ["--people 9 --accounts 10", "--accounts takes a whole number from 0 to 9; it is “10”."],
  ["--seed 1.5", "--seed takes a whole number from 0 to 4,294,967,295; it is “1.5”."],
  ["--speed 3", "Unknown option '--speed'; “npm run fill -- --help” tells what there is."],
  ["posts", "Unexpected argument 'posts'"],
])("“%s” is answered with one sentence", (given, sentence) => {
  expect(() => readArguments(given.split(" "))).toThrow(WrongArguments);
  expect(() => readArguments(given.split(" "))).toThrow(sentence);
});
