import { expect, test } from "vitest";
import { around } from "#app/nudges/pieces.ts";

const shown = (text: string, ...ranges: [number, number][]) =>
  around(
    text,
    ranges.map(([start, end]) => ({ start, end })),
  )
    .map((piece) => (piece.isMarked ? `[${piece.text}]` : piece.text))
    .join("");

test("a short text is shown whole", () => {
  expect(shown("a dunce b", [2, 7])).toBe("a [dunce] b");
  expect(shown("dunce", [0, 5])).toBe("[dunce]");
});

test("of a long text what stands around a passage is shown, and that more is left out", () => {
  const words = "word ".repeat(500);
  const text = `${words}dunce ${words}`;
  const all = shown(text, [2500, 2505]);
  expect(all).toMatch(/^… word .* \[dunce\] word .* …$/);
  expect(all.length).toBeLessThan(360);
});

test("passages that overlap or are near become one excerpt", () => {
  expect(shown("one two three four", [0, 7], [4, 13])).toBe("[one two three] four");
  expect(shown("one two three four", [0, 3], [8, 13])).toBe("[one] two [three] four");
});

test("a passage of endless length is cut, and no letter is", () => {
  const all = shown("😀".repeat(2_000), [100, 3_900]);
  expect(all.length).toBeLessThan(1_000);
  expect(all).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/);
});
