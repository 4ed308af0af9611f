import { expect, test } from "vitest";
import { toHtml } from "#app/markdown/to-html.ts";
import { quotePassage, quoteWhole } from "#app/references/quote-markdown.ts";
import { isSaidIn, saidInHtml } from "#app/references/same-words.ts";
import { editPost } from "#app/threads/edit-post.server.ts";
import { openForum, START } from "../forum.ts";
import { beginThread, reply, rowOf } from "../threads/thread.ts";

const post = `A licence that *forbids* a use is [not open](https://a.example/); I don’t call it so.

> [Ben](/posts/3):
> It is as open as it needs to be.

Well… no. They call it “safe”, don’t they? 🙂 See https://b.example or \`https://c.example\`.

1. x ≤ 10 %[^1]
2. 开放权重不是开源。

| H~2~O | b |
|---|---|
| \`a = 1\` | $E = mc^2$ |

[^1]: A footnote.`;

const known = { people: [], posts: [{ id: 3, author: "Ben" }] };
const said = [saidInHtml(toHtml(post, known))];
const isSaid = (quotation: string) => isSaidIn(said, toHtml(quotation, known));

test.each([
  "A licence that forbids a use",
  "a LICENCE that **forbids** a use is not open; I don't",
  "A licence that … I don't call it so",
  "A licence that forbids a use is [not open](https://a.example)",
  "a use is not [open](https://a.example/); I don’t",
  "“A licence that forbids a use”",
  "'A licence that forbids a use […] I don't call it so.'",
  "Well… no.",
  "Well. No. They call it 'safe' … don’t they? 🙂",
  "See https://b.example or https://c.example.",
  "A licence that […] call it so. [...] 开放权重",
  "that forbids\n\na use",
  "x ≤ 10%",
  "不是开源",
  "`a = 1` $E = mc^2$",
  "A footnote.",
  "[…]",
  "",
])("%j is said there", (quotation) => {
  expect(isSaid(quotation)).toBe(true);
});

test.each([
  "A licence that allows a use",
  "A licence that forbids no use",
  "A licence that a use",
  "call it so … A licence",
  "A licence that [never] forbids a use",
  "x ≥ 10%",
  "It is as open as it needs to be.",
  "开源不是开放权重",
  "$E = mc^3$",
  "“A licence” that forbids a use",
  "A licence that 'forbids' a use",
  "They call it safe, don’t they?",
  "They call it “safe”, don’t they!",
  "A licence that forbids a use?!",
  "A licence that forbids a use 😂",
  "don’t they? 🙃",
  "A licence that forbids [a use](https://elsewhere.example/)",
  "A licence that forbids a use is [not open](https://elsewhere.example/)",
  "A [licence](https://a.example/) that forbids a use",
  'is [not open](https://a.example/ "and a lie")',
  "A licence … open … call it so",
  "A … use … no",
])("%j is not", (quotation) => {
  expect(isSaid(quotation)).toBe(false);
});

test("a post quoted whole, and any of its paragraphs as they are read, is said there", () => {
  const ada = { id: 12, author: "Ada" };
  const posts = [{ ...ada, said }, ...known.posts];
  const whole = toHtml(quoteWhole(ada, post), { people: [], posts });
  expect(whole).toMatch(/^<blockquote class="quotation">\n<p><a [^>]*>Ada<\/a>:<\/p>/);
  const part = quotePassage(ada, "A licence that forbids a use is not open; I don’t call it so.");
  expect(toHtml(part, { people: [], posts })).toMatch(/^<blockquote class="quotation">/);
});

/** The heads of a post's quotations. */
const heads = (html: unknown) =>
  [...String(html).matchAll(/<blockquote class="([^"]+)">\n<p><a [^>]*>(.*?)<\/a>(.*?)<\/p>/g)].map(
    ([, kind, name, rest]) => `${kind}: ${name}${rest}`,
  );

test("words that a post does not say stand under its author's name as other words", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada, { body: "It is *not* open." });
  const quoting = (words: string) => `> [Ada](/posts/${openingId}):\n> ${words}\n\nSo?`;
  const right = await reply(db, ben, threadId, { body: quoting("It is not open.") });
  const wrong = await reply(db, ben, threadId, { body: quoting("It is open.") });
  expect(heads((await rowOf(db, "post", right)).html)).toEqual(["quotation: Ada:"]);
  expect(heads((await rowOf(db, "post", wrong)).html)).toEqual([
    "quotation altered: Ada, in other words:",
  ]);
});

test("what a post said before its edit was said", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada, { body: "It is *not* open." });
  const draft = { body: "It is open.", version: 1, title: null, topics: null };
  await editPost(db, ada, openingId, draft, { now: START, limits: 1 });
  const body = `> [Ada](/posts/${openingId}):\n> It is not open.\n\n> [Ada](/posts/${openingId}):\n> It is open.\n`;
  const id = await reply(db, ben, threadId, { body });
  expect(heads((await rowOf(db, "post", id)).html)).toEqual(["quotation: Ada:", "quotation: Ada:"]);
});

test("what a post linked to before its edit was linked to", async () => {
  const { db, ada, ben } = await openForum();
  const before = "It is [not open](https://a.example), you know?";
  const { threadId, openingId } = await beginThread(db, ada, { body: before });
  const draft = { body: "It is open.", version: 1, title: null, topics: null };
  await editPost(db, ada, openingId, draft, { now: START, limits: 1 });
  const quoting = (words: string) => `> [Ada](/posts/${openingId}):\n> ${words}\n`;
  const elsewhere = "It is [not open](https://b.example), you know?";
  const id = await reply(db, ben, threadId, {
    body: `${quoting(before)}\n${quoting(elsewhere)}`,
  });
  expect(heads((await rowOf(db, "post", id)).html)).toEqual([
    "quotation: Ada:",
    "quotation altered: Ada, in other words:",
  ]);
});
