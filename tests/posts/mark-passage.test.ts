import { expect, test } from "vitest";
import { markPassage } from "#app/posts/mark-passage.ts";

test.each([
  ["<p>You are a fool.</p>", "a fool", "<p>You are <mark>a fool</mark>.</p>"],
  [
    "<p>You <em>are</em> a fool.</p>",
    "are a",
    "<p>You <em><mark>are</mark></em><mark> a</mark> fool.</p>",
  ],
  [
    "<p>One</p>\n<p>two three</p>",
    "One two",
    "<p><mark>One</mark></p><mark>\n</mark><p><mark>two</mark> three</p>",
  ],
  ["<p>a &amp; b &lt; c</p>", "& b <", "<p>a <mark>&amp; b &lt;</mark> c</p>"],
  ["<p>fool fool</p>", "fool", "<p><mark>fool</mark> fool</p>"],
  ["<p>so \u{1f600} there</p>", "\u{1f600} there", "<p>so <mark>\u{1f600} there</mark></p>"],
])("in %s the passage “%s” is marked", (html, passage, marked) => {
  expect(markPassage(html, passage)).toBe(marked);
});

test("a passage that does not stand there, or is empty, marks nothing", () => {
  const html = '<p>Some <a href="/fool">words</a>.</p>';
  for (const passage of ["fool", "", "  ", "words of mine", "a href"]) {
    expect(markPassage(html, passage)).toBe(html);
  }
});
