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
