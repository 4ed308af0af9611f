/** In every test file: what is printed as an error and was not expected fails the test that printed it. */
import { format } from "node:util";
import { afterEach, beforeEach, expect } from "vitest";

const original = console.error;
let said: string[] = [];

beforeEach(() => {
  said = [];
  console.error = (...parts: unknown[]) => {
    said.push(format(...parts));
  };
});

afterEach(() => {
  console.error = original;
  expect(said, "printed as errors").toEqual([]);
});

/** What was printed as errors in this test so far; from here on it counts as expected. */
export function takeErrors(): string[] {
  return said.splice(0);
}
