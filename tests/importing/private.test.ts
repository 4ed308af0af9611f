/** What the other forum shows nobody is shown nobody here. */
import { expect, test } from "vitest";
import { openForum } from "../forum.ts";
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
} from "./outer.ts";
import { shuffle } from "./random-forum.ts";

const SECRET = "Nobody should read this.";
const LATER = "2024-09-01T00:00:00Z";

const hiding: Record<string, Row> = {
  "deleted at the same time": { deleted_at: "2024-03-02T13:00:00Z" },
  "deleted later": { deleted_at: LATER, updated_at: LATER, raw: "" },
  "hidden at the same time": { hidden: true },
  "hidden later": { hidden: true, updated_at: LATER },
  "whispered later": { post_type: 4, updated_at: LATER },
};
for (const [name, given] of Object.entries(hiding)) {
  test(`a post that another row says is ${name} is not imported, whatever the order of the lines`, async () => {
    const shown = outerPost(1, 2, { raw: SECRET });
    const gone = { ...shown, ...given };
    for (const pair of [
      [shown, gone],
      [gone, shown],
    ]) {
      const { db } = await openForum();
      const { told } = await importRows(db, [outerPost(1, 1), ...pair, outerPost(1, 3)]);
      expect((await readImported(db)).map((post) => post.number)).toEqual([1, 3]);
      expect(JSON.stringify(await everythingImported(db))).not.toContain(SECRET);
      const place = (row: Row) => 2 + pair.indexOf(row);
      expect(told).toContain(
        `posts.ndjson:${place(shown)}: a later row says that post 1002 is hidden or deleted there; it is left out (posts.ndjson:${place(gone)})`,
      );
    }
  });
}

test("a post that is shown again there is imported, and a row without its text does not outdo it", async () => {
  const { db } = await openForum();
  const shown = outerPost(1, 2, { updated_at: LATER });
  await importRows(db, [
    outerPost(1, 1),
    { ...shown, hidden: true, updated_at: "2024-04-01T00:00:00Z" },
    shown,
    { ...shown, raw: "", updated_at: "2024-10-01T00:00:00Z" },
  ]);
  expect((await readImported(db)).map((post) => post.number)).toEqual([1, 2]);
});

const closing: Record<string, [about: Row, words: string]> = {
  private: [{ archetype: "private_message" }, "it is of a private conversation"],
  deleted: [{ deleted_at: LATER }, "its thread was deleted there"],
  unlisted: [{ visible: false }, "its thread is not listed there"],
};
for (const [name, [about, words]] of Object.entries(closing)) {
  test(`a thread that any file says is ${name} is not imported from any`, async () => {
    const rows = [outerPost(10, 1, { raw: SECRET }), outerPost(11, 1), outerPost(10, 2)];
    const thread = { id: 10, title: SECRET, archetype: "regular", ...about };
    for (const posts of [[], [rows[2]], null]) {
      const { db } = await openForum();
      const folder = makeFolder({
        "1.ndjson": asLines(rows),
        "2.json": JSON.stringify(posts ? { ...thread, post_stream: { posts } } : thread),
      });
      const { told } = await importFrom(db, folder, ["."]);
      expect((await readImported(db)).map((post) => post.outer)).toEqual([11]);
      expect(JSON.stringify(await everythingImported(db))).not.toContain(SECRET);
      expect(told).toContain(`1.ndjson:1: ${words}`);
      expect(told).toContain(`2.json: ${words}`);
    }
  });
}

test("a row that names its thread private closes it", async () => {
  const { db } = await openForum();
  const rows = [
    outerPost(1, 1, { raw: SECRET }),
    outerPost(1, 2, { topic_archetype: "private_message" }),
    outerPost(2, 1),
  ];
  for (const turned of [rows, shuffle(rows, () => 0).reverse()]) {
    const { counts } = await importRows(db, turned);
    expect(counts.skipped.get("import.skip.private")).toBe(2);
    expect((await readImported(db)).map((post) => post.outer)).toEqual([2]);
    expect(await wrongCounts(db)).toEqual([]);
  }
});

const taking: Record<string, Row> = {
  hidden: { hidden: true, updated_at: LATER },
  "hidden without another time": { hidden: true },
  deleted: { deleted_at: LATER, raw: "", username: undefined },
  "taken back": { user_deleted: true, updated_at: LATER, raw: "(post deleted by author)" },
};
for (const [name, given] of Object.entries(taking)) {
  test(`a post that was ${name} there since is withdrawn here with all its texts, once, and shown again when it is there`, async () => {
    const { db } = await openForum();
    const first = outerPost(1, 2, { raw: SECRET });
    const second = { ...first, raw: `${SECRET} Or not.`, version: 2 };
    const shown = { ...second, updated_at: "2024-04-01T00:00:00Z" };
    const rows = [outerPost(1, 1), outerPost(1, 3, { reply_to_post_number: 2 })];
    await importRows(db, [...rows, first]);
    await importRows(db, [shown]);
    const gone = { ...shown, ...given };
    const { counts, told } = await importRows(db, [...rows, gone]);
    expect(counts.posts).toEqual({ added: 0, changed: 1, there: 2 });
    const words = "posts.ndjson:3: what an earlier import brought of it is taken out of sight";
    expect(told.includes(words)).toBe(name !== "taken back");
    const post = (await readImported(db)).find((post) => post.number === 2);
    expect(post!.withdrawn_at).toBeGreaterThan(0);
    expect(await wrongCounts(db)).toEqual([]);
    const after = await everythingImported(db);
    expect(JSON.stringify(after)).not.toContain(SECRET);
    await importRows(db, [...rows, gone, shown]);
    expect(await everythingImported(db)).toEqual(after);
    await importRows(db, [
      { ...shown, raw: "Here again.", version: 3, updated_at: "2024-12-01T00:00:00Z" },
    ]);
    expect((await readImported(db)).find((post) => post.number === 2)).toMatchObject({
      ...{ body: "Here again.", withdrawn_at: null },
    });
  });
}

test("an older row that says hidden, or one of another forum, withdraws nothing", async () => {
  const { db } = await openForum();
  const shown = outerPost(1, 1, { updated_at: LATER });
  await importRows(db, [shown]);
  const before = await everythingImported(db);
  await importRows(db, [{ ...shown, hidden: true, updated_at: shown.created_at }]);
  const other = { ...shown, hidden: true, username: "zed" };
  const { told } = await importRows(db, [other]);
  expect(told).toContainEqual(expect.stringContaining("posts.ndjson:1: a post of another forum"));
  expect(await everythingImported(db)).toEqual(before);
});

test("a thread that became private there loses its title and texts here, but not one of another forum", async () => {
  const { db } = await openForum();
  const rows = [
    outerPost(1, 1, { raw: SECRET, topic_title: SECRET }),
    outerPost(1, 2, { raw: SECRET }),
  ];
  await importRows(db, [...rows, outerPost(2, 1)]);
  const before = await everythingImported(db);
  const close = (posts: Row[]) => {
    const thread = { id: 1, title: SECRET, archetype: "private_message", post_stream: { posts } };
    return importFrom(db, makeFolder({ "1.json": JSON.stringify(thread) }), ["1.json"]);
  };
  await close([outerPost(1, 1, { username: "zed" })]);
  expect(await everythingImported(db)).toEqual(before);
  const { told } = await close([]);
  expect(told).toContain(
    "1.json: 2 posts of the thread that an earlier import brought are taken out of sight",
  );
  const after = await everythingImported(db);
  expect(JSON.stringify(after)).not.toContain(SECRET);
  expect((await readImported(db)).map((post) => post.title)).toEqual([
    "Thread 1 of Seabirds",
    "Thread 1 of Seabirds",
    "Thread 2 of the gannets",
  ]);
  await importRows(db, rows);
  expect(await everythingImported(db)).toEqual(after);
});
