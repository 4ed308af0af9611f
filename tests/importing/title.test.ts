/** Titles from elsewhere keep the forum's rule for its own. */
import { expect, test } from "vitest";
import { readTitle } from "#app/importing/title.ts";
import { openForum } from "../forum.ts";
import { importRows, outerPost, readImported } from "./outer.ts";

test("a thread whose title shows nothing is called by its address, else by its number", async () => {
  const { db } = await openForum();
  const titles = ["\u200b\u200b", "\u3164", " \u202e ", "!!", "\u0007"];
  await importRows(
    db,
    titles.map((topic_title, index) => outerPost(index + 1, 1, { topic_title, topic_slug: "-" })),
  );
  await importRows(db, [outerPost(9, 1, { topic_title: "\u2060", topic_slug: "some-words" })]);
  expect((await readImported(db)).map((post) => post.title)).toEqual([
    ...titles.map((_, index) => `Thread ${index + 1} of Seabirds`),
    "Some words",
  ]);
});

test("a title turns no letters round, keeps what joins them, and is as long as ours at most", () => {
  expect(readTitle("A\u202egnorw\u2069 \t title\ufeff")).toBe("Agnorw title");
  expect(readTitle("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645")).toBe(
    "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
  );
  const long = readTitle(`${"word ".repeat(60)}`)!;
  expect([...long].length).toBeLessThanOrEqual(150);
  expect(long).toMatch(/^word .* word…$|^word .* wor?…$/);
  expect(readTitle("x".repeat(150))).toBe("x".repeat(150));
  expect([...readTitle("🙂 yes ".repeat(60))!].length).toBeLessThanOrEqual(150);
});
