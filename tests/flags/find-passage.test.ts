import { expect, test } from "vitest";
import { findPassage } from "#app/flags/find-passage.ts";

const html =
  '<p>They are <em>fools</em>, and <a href="https://a.example">everybody</a> knows\nit.</p>\n<p>Caf\u00e9s are &lt;open&gt;.</p>';

test.each<[string, string, string | null]>([
  ["words of one piece", "They are", "They are"],
  ["words through emphasis and a link", "fools, and everybody knows", "fools, and everybody knows"],
  ["other spaces and lines", "  everybody \n\n knows  it. ", "everybody knows it."],
  ["two paragraphs", "knows it.\n\nCaf\u00e9s are", "knows it. Caf\u00e9s are"],
  ["letters that are written in another way", "Cafe\u0301s are <open>.", "Caf\u00e9s are <open>."],
  ["words that are not there", "They are wise", null],
  ["other letters", "they ARE", null],
  ["nothing but space", " \n ", null],
  ["what only the source has", "https://a.example", null],
])("a passage is found by its letters: %s", (_, wanted, found) => {
  expect(findPassage(html, wanted)).toBe(found);
});

test("a long text is looked through at once", () => {
  const long = `<p>${"one two three ".repeat(2_500)}four</p>`;
  expect(findPassage(long, "three four")).toBe("three four");
});
