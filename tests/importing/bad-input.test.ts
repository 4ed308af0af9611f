/** What is wrong in a file is told with its line, skipped or repaired; the rest is imported. */
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { openForum, START } from "../forum.ts";
import { wrongCounts } from "../threads/counts.ts";
import {
  asLines,
  everythingImported,
  importFrom,
  importRows,
  makeFolder,
  outerPost,
  type Row,
  readImported,
  timeOf,
} from "./outer.ts";

const good = [outerPost(1, 1), outerPost(1, 2), outerPost(1, 3)];

/** Imports good rows with one bad line between them, the second of the file. */
async function importAround(line: string) {
  const { db } = await openForum();
  const lines = [JSON.stringify(good[0]), line, ...good.slice(1).map((row) => JSON.stringify(row))];
  const folder = makeFolder({ "posts.ndjson": lines.join("\n") });
  const imported = await importFrom(db, folder, ["posts.ndjson"]);
  expect((await readImported(db)).map((post) => post.number)).toEqual([1, 2, 3]);
  expect(await wrongCounts(db)).toEqual([]);
  return imported;
}

const bad: Record<string, [line: string | Row, told: string]> = {
  "no JSON": ['{"id": 4, "raw": "cut', "this is no JSON"],
  "no post": ['"a word"', "this is no post"],
  "a list that lies too deep": [`${"[".repeat(200_000)}${"]".repeat(200_000)}`, "this is no post"],
  "a thread in the posts of threads": [
    `${'{"post_stream":{"posts":['.repeat(50_000)}${"]}}".repeat(50_000)}`,
    "this is no post",
  ],
  "no number": [{ id: 9, topic_id: 1 }, "it has no id, no thread or no number"],
  "no author": [outerPost(1, 4, { username: "" }), "it has no author"],
  "an author that is no name": [outerPost(1, 4, { username: null }), "it has no author"],
  "no time": [outerPost(1, 4, { created_at: undefined }), "it has no time"],
  "a time that is none": [outerPost(1, 4, { created_at: "soon" }), "it has no time"],
  "a time to come": [
    outerPost(1, 4, { created_at: "2999-01-01T00:00:00Z" }),
    "its time is still to come",
  ],
  "no text": [outerPost(1, 4, { raw: " \n" }), "it has no text as it was written"],
  "a text that is too long": [
    outerPost(1, 4, { raw: "word ".repeat(27_000) }),
    "its text is longer than 128 KB",
  ],
  "a note about a thread": [outerPost(1, 4, { post_type: 3 }), "it is a note of the forum"],
  "a whisper": [outerPost(1, 4, { post_type: 4 }), "it was whispered among moderators"],
  "a hidden post": [outerPost(1, 4, { hidden: true }), "it was hidden there"],
  "a deleted post": [outerPost(1, 4, { deleted_at: "2024-03-02" }), "it was deleted there"],
};

for (const [name, [line, words]] of Object.entries(bad)) {
  test(`${name} is told with its line and skipped, and the rest is imported`, async () => {
    const text = typeof line === "string" ? line : JSON.stringify(line);
    const { told, counts } = await importAround(text);
    expect(told).toEqual([expect.stringContaining(`posts.ndjson:2: ${words}`)]);
    expect([...counts.skipped.values()]).toEqual([1]);
  });
}

test("a file that is cut off is told, and what came before is imported", async () => {
  const rows = Array.from({ length: 400 }, (_, index) =>
    outerPost(1, index + 1, { raw: `${index} ${Math.sin(index)} ${Math.cos(index * 7)}` }),
  );
  const whole = gzipSync(asLines(rows));
  for (const share of [0.3, 0.7, 0.98]) {
    const { db } = await openForum();
    const folder = makeFolder({
      "posts.ndjson.gz": whole.subarray(0, Math.floor(whole.length * share)),
    });
    const { counts, told } = await importFrom(db, folder, ["posts.ndjson.gz"]);
    const posts = await readImported(db);
    expect(told).toEqual([
      `posts.ndjson.gz:${posts.length + 1}: the file is cut off here; what came before is taken`,
    ]);
    expect(posts.length).toBeGreaterThan(share * 300);
    expect(counts.posts.added).toBe(posts.length);
    expect(counts.skipped.size).toBe(1);
    await importFrom(db, makeFolder({ "posts.ndjson.gz": whole }), ["posts.ndjson.gz"]);
    expect((await readImported(db)).length).toBe(400);
  }
});

test("a file that is no gzip, damaged, empty or gone is told, and other files are imported", async () => {
  const { db } = await openForum();
  const broken = gzipSync(asLines(good));
  broken.fill(0x55, 30, 60);
  const folder = makeFolder({
    "1.ndjson.gz": "not packed at all",
    "2.ndjson.gz": broken,
    "3.ndjson": "",
    "4.json": "{ no",
    "5.ndjson": asLines(good),
  });
  const { told } = await importFrom(db, folder, ["."]);
  expect(told.map((line) => line.replace(/: .*/, ""))).toEqual([
    "1.ndjson.gz:1",
    "2.ndjson.gz:1",
    "4.json",
  ]);
  expect((await readImported(db)).length).toBe(3);
});

test("a reply to a post that comes later stands below it, at its time, and is told", async () => {
  const { db } = await openForum();
  const rows = [outerPost(1, 1), outerPost(1, 2, { reply_to_post_number: 3 }), outerPost(1, 3)];
  const { told, counts } = await importRows(db, rows);
  expect(told).toEqual([
    "posts.ndjson:2: it answers post 3, which came later; its time is that of the post it answers",
  ]);
  expect(counts.skipped.size).toBe(0);
  const posts = await readImported(db);
  const third = posts.find((post) => post.number === 3)!;
  expect(posts.find((post) => post.number === 2)).toMatchObject({
    parent_id: third.id,
    posted_at: timeOf(rows[2]!),
  });
});

test("a reply to a post that never comes stands below the nearest post above it, and is told", async () => {
  const { db } = await openForum();
  const { told, counts } = await importRows(db, [
    outerPost(1, 1),
    outerPost(1, 2, { reply_to_post_number: 9 }),
    outerPost(1, 3, { reply_to_post_number: 2, hidden: true }),
    outerPost(1, 4, { reply_to_post_number: 3 }),
  ]);
  expect(told).toEqual([
    "posts.ndjson:3: it was hidden there",
    "posts.ndjson:2: it answers post 9, which is not here; it stands below post 1",
    "posts.ndjson:4: it answers post 3, which is not here; it stands below post 2",
  ]);
  expect(counts.orphans).toBe(2);
  const posts = await readImported(db);
  expect(posts.map((post) => [post.number, post.parent_id])).toEqual([
    [1, null],
    [2, posts[0]!.id],
    [4, posts[1]!.id],
  ]);
});

test("posts that answer one another in a circle, or themselves, stand below the opening post", async () => {
  const { db } = await openForum();
  await importRows(db, [
    outerPost(1, 1, { reply_to_post_number: 3 }),
    outerPost(1, 2, { reply_to_post_number: 3 }),
    outerPost(1, 3, { reply_to_post_number: 2 }),
    outerPost(1, 4, { reply_to_post_number: 4 }),
  ]);
  const posts = await readImported(db);
  const [opening] = posts;
  expect(opening).toMatchObject({ number: 1, parent_id: null });
  const parents = new Map(posts.map((post) => [post.number, post.parent_id]));
  expect(parents.get(4)).toBe(opening!.id);
  expect([parents.get(2), parents.get(3)]).toContain(opening!.id);
  expect(await wrongCounts(db)).toEqual([]);
});

test("of the same post twice the text that was edited last is taken, and the other is told; the same text twice is not", async () => {
  const old = outerPost(1, 2, { raw: "Before the edit." });
  const late = { ...old, raw: "After the edit.", version: 2, updated_at: "2024-04-01T00:00:00Z" };
  for (const pair of [
    [old, late],
    [late, old],
  ]) {
    const { db } = await openForum();
    const { told, counts } = await importRows(db, [outerPost(1, 1), ...pair, outerPost(1, 1)]);
    const at = 2 + pair.indexOf(old);
    expect(told).toEqual([
      `posts.ndjson:${at}: post 1002 is here once more with another text; the one edited last is taken (posts.ndjson:${5 - at})`,
    ]);
    expect([...counts.skipped.values()]).toEqual([1]);
    expect((await readImported(db)).map((post) => post.body)).toEqual([
      "Post 1 of thread 1.",
      "After the edit.",
    ]);
  }
});

test("two posts that claim one number are told, and one of them is taken", async () => {
  const { db } = await openForum();
  const twin = outerPost(1, 2, {
    id: 77,
    raw: "Also the second.",
    updated_at: "2025-01-01T00:00:00Z",
  });
  const { told } = await importRows(db, [...good, twin]);
  expect(told).toEqual([expect.stringMatching(/^posts\.ndjson:2: post 1002 .*posts\.ndjson:4/)]);
  expect((await readImported(db)).map((post) => post.number)).toEqual([1, 2, 3]);
});

test("a post that was moved into another thread since an earlier import stays where it is", async () => {
  const { db } = await openForum();
  await importRows(db, good);
  const before = await everythingImported(db);
  const moved = { ...good[2], topic_id: 9, post_number: 2 };
  const { told } = await importRows(db, [moved]);
  expect(told).toEqual([
    "posts.ndjson:1: an earlier import brought it into another thread, where it stays",
  ]);
  expect(await everythingImported(db)).toEqual(before);
});

test("names that look like people who exist here, or that nobody may have, are changed and told", async () => {
  const { db, ada } = await openForum();
  const names = ["Ada", "ádá", "moderator", "x", "white space", "Ada-Seabirds", "a".repeat(60)];
  const rows = names.map((username, index) => outerPost(1, index + 1, { username }));
  const { told, counts } = await importRows(db, rows);
  const posts = await readImported(db);
  const here = posts.map((post) => post.name);
  expect(new Set(here).size).toBe(names.length);
  expect(here).toEqual([
    "Ada-seabirds",
    expect.stringMatching(/^ada-?seabirds|^ádá-2$/i),
    "moderatorseabirds",
    "x-seabirds",
    "whitespace",
    expect.stringMatching(/^Ada-?Seabirds/i),
    `${"a".repeat(21)}-seabirds`,
  ]);
  expect(told).toContain("Ada: is called Ada-seabirds here");
  expect(counts.people).toEqual({ added: 7, there: 0, renamed: 7 });
  expect(
    await db.selectFrom("post").select("id").where("author_id", "=", ada.id).execute(),
  ).toEqual([]);
  const again = await importRows(db, [...rows, outerPost(2, 1, { username: "ada" })]);
  expect(again.counts.people).toEqual({ added: 0, there: 7, renamed: 0 });
  expect((await readImported(db)).at(-1)!.name).toBe("Ada-seabirds");
});

test("what its author took back is imported as withdrawn, without its text, not later than now", async () => {
  for (const raw of [
    "I should not have said this.",
    "(post withdrawn by author, I should not have said this, will be deleted soon)",
    "",
    undefined,
  ]) {
    const { db } = await openForum();
    await importRows(db, [
      outerPost(1, 1),
      outerPost(1, 2, { user_deleted: true, raw, updated_at: "2990-01-01T00:00:00Z" }),
      outerPost(1, 3, { reply_to_post_number: 2 }),
    ]);
    const [, second, third] = await readImported(db);
    expect(second).toMatchObject({ body: "(post deleted by author)", withdrawn_at: START });
    expect(third!.parent_id).toBe(second!.id);
    expect(JSON.stringify(await everythingImported(db))).not.toContain("should not have said");
  }
});

test("a private conversation is not imported", async () => {
  const { db } = await openForum();
  const file = {
    ...{ title: "Between us", category_id: null, archetype: "private_message" },
    post_stream: { posts: [outerPost(4, 1), outerPost(4, 2)] },
  };
  const folder = makeFolder({ "topic.json": JSON.stringify(file) });
  const { told, counts } = await importFrom(db, folder, ["topic.json"]);
  expect(told).toEqual([
    "topic.json, post 1: it is of a private conversation",
    "topic.json, post 2: it is of a private conversation",
  ]);
  expect(counts.skipped.get("import.skip.private")).toBe(2);
  expect(await readImported(db)).toEqual([]);
});

test("letters that no engine keeps are left out", async () => {
  const { db } = await openForum();
  const row = JSON.stringify(outerPost(1, 1, { raw: "before" })).replaceAll(
    "before",
    "a\\u0000b \\ud800 c",
  );
  await importFrom(db, makeFolder({ "1.ndjson": `\ufeff${row}\r\n` }), ["1.ndjson"]);
  expect((await readImported(db))[0]!.body).toBe("ab \ufffd c");
});

test("the clock of an import is the forum's", async () => {
  const { db } = await openForum();
  await importRows(db, [outerPost(1, 1, { version: 2, updated_at: "2990-01-01T00:00:00Z" })]);
  expect((await readImported(db))[0]!.edited_at).toBe(START);
});

test("a text that cannot be laid out is shown as it was written, and told", async () => {
  const { db } = await openForum();
  const raw = `${"|a".repeat(500)}|\n${"|-".repeat(500)}|\n${"|b\n".repeat(200)}`;
  const { told } = await importRows(db, [outerPost(1, 1, { raw })]);
  expect(told).toEqual([
    "posts.ndjson:1: its text cannot be laid out and is shown as it was written",
  ]);
  expect((await readImported(db))[0]!.html).toMatch(/^<pre tabindex="0">\|a\|a/);
});

test("a text that quotations in quotations make too long is shown as it was written, and told", async () => {
  const { db } = await openForum();
  const raw = `${"[quote]\n".repeat(20)}${"x\n".repeat(60_000)}${"[/quote]\n".repeat(20)}@root \`\`\``;
  const { told, counts } = await importRows(db, [outerPost(1, 1, { raw }), outerPost(1, 2)]);
  expect(told).toEqual([
    "posts.ndjson:1: its text cannot be laid out and is shown as it was written",
  ]);
  const [post] = await readImported(db);
  expect(post!.body).toBe(`~~~\n${raw}\n~~~`);
  expect(post!.html.length).toBeLessThan(2 * raw.length);
  expect(post!.html).not.toContain("<a");
  expect(counts.posts.added).toBe(2);
});
