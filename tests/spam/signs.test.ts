import { expect, test } from "vitest";
import { marksOf, type Signs, weighSigns } from "#app/spam/signs.ts";

const nothing: Signs = {
  ...{ hasLinks: false, isTrusted: false, sameText: 0, ownLinks: 0, allLinks: 0, lately: 1 },
};

test.each<[string, Partial<Signs>, ReturnType<typeof weighSigns>]>([
  ["a post without anything", {}, null],
  ["the first with links", { hasLinks: true }, { sign: "links", isHeld: true }],
  ["a later one with links", { hasLinks: true, isTrusted: true }, null],
  ["a text that was there", { sameText: 1 }, { sign: "text", isHeld: true }],
  [
    "a link for the third time",
    { hasLinks: true, isTrusted: true, ownLinks: 2 },
    { sign: "link", isHeld: true },
  ],
  [
    "a link of several newcomers",
    { hasLinks: true, isTrusted: true, allLinks: 3 },
    { sign: "many-links", isHeld: false },
  ],
  ["the eighth post in ten minutes", { lately: 8 }, { sign: "speed", isHeld: false }],
  ["the ninth, of which somebody knows", { lately: 9 }, null],
])("%s", (_, signs, found) => {
  expect(weighSigns({ ...nothing, ...signs })).toEqual(found);
});

const long =
  "These weights can be downloaded by whoever likes, and the licence says so in plain words.";

test("a text is known again whatever stands between its letters and however it is marked", () => {
  const one = marksOf(`<p>${long}</p>`, null);
  const other = marksOf(`<p><em>${long.toUpperCase().replaceAll(" ", " \u200b- ")}</em></p>`, null);
  expect(one.text).not.toBe(null);
  expect(other.text).toBe(one.text);
});

test("what many say in few words, and what somebody quotes, is no mark", () => {
  expect(marksOf("<p>Thank you, that helps.</p>", null).text).toBe(null);
  expect(marksOf(`<blockquote><p>${long}</p></blockquote><p>Indeed.</p>`, null).text).toBe(null);
});

test("links are known by what they lead to, and those within the forum are none", () => {
  const html =
    '<p><a href="https://quillworks.example/buy?utm_source=a">buy</a> <a href="/posts/3">here</a></p>';
  const other = '<p><a href="https://quillworks.example/buy">now</a></p>';
  expect(marksOf(html, null).links).toEqual(marksOf(other, null).links);
  expect(marksOf("<p>Look.</p>", "https://quillworks.example/buy").links).toHaveLength(1);
});
