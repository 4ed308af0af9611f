/** A forum's own files of threads bring no text as it was written, only HTML; they are imported all the same. */
import { expect, test } from "vitest";
import { openForum } from "../forum.ts";
import { wrongCounts } from "../threads/counts.ts";
import {
  everythingImported,
  importFrom,
  importRows,
  makeFolder,
  outerPost,
  type Row,
  readImported,
} from "./outer.ts";

const quotation =
  '<aside class="quote no-group" data-username="petrel" data-post="1" data-topic="5">\n' +
  '<div class="title">\n<div class="quote-controls"></div>\n petrel:</div>\n' +
  "<blockquote>\n<p>Ledges are <em>safer</em>.</p>\n</blockquote>\n</aside>\n";
const texts = [
  { raw: "Ledges are *safer*.", cooked: "<p>Ledges are <em>safer</em>.</p>" },
  {
    raw: '[quote="petrel, post:1, topic:5"]\nLedges are *safer*.\n[/quote]\n\nNot in wind, @petrel.',
    cooked: `${quotation}<p>Not in wind, <a class="mention" href="/u/petrel">@petrel</a>.</p>`,
  },
];
const rows = texts.map(({ raw, cooked }, index) =>
  outerPost(5, index + 1, { username: ["petrel", "gannet"][index], raw, cooked }),
);
const withoutText = ({ raw, ...row }: Row) => row;

/** The file that /t/5.json answers. */
const topicFile = (posts: Row[]) =>
  JSON.stringify({ id: 5, title: "Nests", category_id: 7, post_stream: { posts } });

test("a thread that came as HTML reads as one that came as it was written", async () => {
  const [cooked, written] = [(await openForum()).db, (await openForum()).db];
  const folder = makeFolder({ "5.json": topicFile(rows.map(withoutText)) });
  const { told, counts } = await importFrom(cooked, folder, ["5.json"]);
  expect(told).toEqual([]);
  expect(counts.posts.added).toBe(2);
  expect(await wrongCounts(cooked)).toEqual([]);
  await importFrom(written, makeFolder({ "5.json": topicFile(rows) }), ["5.json"]);
  const [theirs, ours] = [await readImported(written), await readImported(cooked)];
  expect(ours.map((post) => post.html)).toEqual(theirs.map((post) => post.html));
  expect(ours[1]!.html).toContain('<blockquote class="quotation">');
  expect(ours[1]!.html).toContain('class="mention"');

  const before = await everythingImported(cooked);
  await importFrom(cooked, folder, ["5.json"]);
  expect(await everythingImported(cooked)).toEqual(before);
});

test("the text as it was written comes later, and again the HTML: no post is there twice", async () => {
  for (const version of [1, 2]) {
    const changed = rows.map((row) => ({
      ...row,
      ...{ version, updated_at: "2024-06-01T10:00:00.000Z" },
    }));
    const { db } = await openForum();
    const posts = async () => (await readImported(db)).map(({ id, html }) => [id, html]);
    await importRows(db, changed.map(withoutText));
    const before = await posts();
    await importRows(db, changed);
    expect(await posts()).toEqual(before);
    const after = await everythingImported(db);
    await importRows(db, changed.map(withoutText));
    await importRows(db, changed);
    expect(await everythingImported(db)).toEqual(after);
    expect(await wrongCounts(db)).toEqual([]);
  }
});

test("of a post that is there both ways the text as it was written is taken, and nothing is told", async () => {
  for (const both of [
    [rows[0]!, withoutText(rows[0]!)],
    [withoutText(rows[0]!), rows[0]!],
  ]) {
    const { db } = await openForum();
    const { told } = await importRows(db, [...both, rows[1]!]);
    expect(told).toEqual([]);
    expect((await readImported(db)).map((post) => post.body)[0]).toBe(texts[0]!.raw);
  }
});

test("HTML that cannot be converted is told with its line and skipped, and the rest is imported", async () => {
  const bad: [cooked: unknown, told: string][] = [
    ["<b>".repeat(1_000), "its text came only as HTML, which nests too deep"],
    ["<br>".repeat(20_000), "its text came only as HTML, which nests too deep"],
    [`<p>${"word ".repeat(27_000)}</p>`, "its text is longer than 128 KB"],
    [`<p>${"* ".repeat(60_000)}</p>`, "its text is longer than 128 KB"],
    ["<p> </p>\n", "it has no text"],
    [undefined, "it has no text"],
  ];
  for (const [cooked, words] of bad) {
    const { db } = await openForum();
    const given = [rows[0]!, withoutText({ ...rows[1]!, cooked }), outerPost(5, 3)];
    const { told, counts } = await importRows(db, given);
    expect(told).toEqual([expect.stringContaining(`posts.ndjson:2: ${words}`)]);
    expect(counts.posts.added).toBe(2);
    expect((await readImported(db)).map((post) => post.number)).toEqual([1, 3]);
  }
});

test("what somebody took back came as HTML: only the mark of it is kept", async () => {
  const { db } = await openForum();
  const cooked = "<p>(post deleted by author)</p>";
  const secret = withoutText({ ...rows[1]!, user_deleted: true });
  await importRows(db, [
    rows[0]!,
    secret,
    withoutText(outerPost(5, 3, { cooked, user_deleted: true })),
  ]);
  const [, ...posts] = await readImported(db);
  expect(posts.map((post) => post.body)).toEqual(Array(2).fill("(post deleted by author)"));
});
