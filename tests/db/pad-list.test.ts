import { expect, test } from "vitest";
import { readSubjects } from "#app/composing/read-subjects.server.ts";
import { listNews } from "#app/reading/list-new.server.ts";
import { readMarks } from "#app/reading/read-marks.server.ts";
import { ShownPosts } from "#app/reading/shown-posts.ts";
import { readQuotedBy } from "#app/references/read-quoted-by.server.ts";
import type { Db } from "#db/open.server.ts";
import { padList } from "#db/pad-list.ts";
import { openForum } from "../forum.ts";

test("a list is padded with its first id to a power of two, an empty one not at all", () => {
  expect(padList([])).toEqual([]);
  expect(padList([7])).toEqual([7]);
  expect(padList([7, 8])).toEqual([7, 8]);
  expect(padList([7, 8, 9])).toEqual([7, 8, 9, 7]);
  expect(new Set(padList([3, 1, 2, 5, 4]))).toEqual(new Set([1, 2, 3, 4, 5]));
});

/** The statements that a read makes. */
async function statementsOf(db: Db, read: (db: Db) => Promise<unknown>) {
  const statements = new Set<string>();
  const listening = db.withPlugin({
    transformQuery({ node, queryId }) {
      statements.add(db.getExecutor().compileQuery(node, queryId).sql);
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  await read(listening);
  return statements;
}

test("pages of every length are read by few statements", async () => {
  const { db, ada } = await openForum();
  const lengths = Array.from({ length: 64 }, (_, at) => at + 1);
  const reads: ((db: Db, ids: number[]) => Promise<unknown>)[] = [
    (db, ids) => readQuotedBy(db, ids),
    (db, ids) => listNews(db, ada, ids),
    (db, ids) => readMarks(db, ada, new ShownPosts(ids.map((id) => ({ id, authorId: ada.id })))),
    (db, ids) =>
      readSubjects(
        db,
        ids.map((id) => `/threads/${id}/reply`),
      ),
    (db, ids) =>
      readSubjects(
        db,
        ids.map((id) => `/posts/${id}/edit`),
      ),
  ];
  for (const read of reads) {
    const statements = await statementsOf(db, async (listening) => {
      for (const length of lengths) await read(listening, lengths.slice(0, length));
    });
    // Seven lengths, of at most four queries or parts of them.
    expect(statements.size).toBeLessThanOrEqual(28);
  }
});
