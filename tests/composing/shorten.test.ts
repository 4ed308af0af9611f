import { expect, test } from "vitest";
import { shorten } from "#app/composing/shorten.ts";

test("a text is shown on one line, and cut between letters, never within one", () => {
  expect(shorten(" One\n\n  two. ", 20)).toBe("One two.");
  expect(shorten("👍👍👍", 2)).toBe("👍👍…");
  expect(shorten("👍👍", 2)).toBe("👍👍");
  expect(shorten("a".repeat(1_000_000), 3)).toBe("aaa…");
});
