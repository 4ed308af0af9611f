import { expect, test } from "vitest";
import { findDifference } from "#app/posts/difference.ts";

const older = (pieces: ReturnType<typeof findDifference>) =>
  pieces
    .filter((piece) => piece.is !== "added")
    .map((piece) => piece.text)
    .join("");
const newer = (pieces: ReturnType<typeof findDifference>) =>
  pieces
    .filter((piece) => piece.is !== "removed")
    .map((piece) => piece.text)
    .join("");

test("a difference is shown word by word", () => {
  expect(findDifference("Weights are open.", "Weights are not open.")).toEqual([
    { text: "Weights are ", is: "kept" },
    { text: "not ", is: "added" },
    { text: "open.", is: "kept" },
  ]);
});

test.each([
  ["", ""],
  ["", "new"],
  ["old", ""],
  ["the same\ntext", "the same\ntext"],
  [" lead\n\nand trail \n", "lead\n\n\nand  trail"],
  ["naïve café 模型 \u{1F999}", "naive cafe 模 型 \u{1F999}\u{1F998}"],
])("both texts can be read back from their difference: %o, %o", (before, after) => {
  const pieces = findDifference(before, after);
  expect([older(pieces), newer(pieces)]).toEqual([before, after]);
});

test("line breaks that a browser writes as two characters are no change", () => {
  expect(findDifference("One.\n\nTwo.\n", "One.\r\n\r\nTwo!\r\n")).toEqual([
    { text: "One.\n\nTwo", is: "kept" },
    { text: ".", is: "removed" },
    { text: "!", is: "added" },
    { text: "\n", is: "kept" },
  ]);
  const same = findDifference("One.\r\nTwo.", "One.\nTwo.");
  expect(same).toEqual([{ text: "One.\nTwo.", is: "kept" }]);
});

test("two long texts with nothing in common are compared in half a second", () => {
  const words = (from: number) =>
    Array.from({ length: 5_000 }, (_, index) => `w${from + index * 2}`).join(" ");
  const begun = performance.now();
  const [before, after] = [words(0), words(1)];
  const pieces = findDifference(before, after);
  expect([older(pieces), newer(pieces)]).toEqual([before, after]);
  expect(performance.now() - begun).toBeLessThan(500);
});
