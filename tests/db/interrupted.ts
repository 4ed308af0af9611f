import type { Db } from "#db/open.server.ts";

/** The database for somebody to whom something happens once, after the first answer that fits. */
export function interrupted(
  db: Db,
  fits: (row: object) => boolean,
  happens: () => Promise<unknown>,
): Db {
  let isOver = false;
  return db.withPlugin({
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      if (!isOver && result.rows[0] && fits(result.rows[0])) {
        isOver = true;
        await happens();
      }
      return result;
    },
  });
}

/** The database for somebody whose first write to a table meets that of another. */
export function meetingAnother(db: Db, table: string): Db {
  let isOver = false;
  return db.withPlugin({
    transformQuery({ node }) {
      const writes = node.kind !== "SelectQueryNode" && JSON.stringify(node).includes(`"${table}"`);
      if (isOver || !writes) return node;
      isOver = true;
      throw Object.assign(new Error("It met another."), { code: "40P01" });
    },
    transformResult: async ({ result }) => result,
  });
}
