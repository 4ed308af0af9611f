import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import type { Wish } from "./run.ts";

/** Keeps the address of the outer forum with what it is called here; a wish without one gets the address of an earlier run, so that no text loses its links. */
export async function keepOrigin(db: Db, wish: Wish): Promise<Wish> {
  const known = await db
    .selectFrom("imported_source")
    .select("origin")
    .where("source", "=", wish.source)
    .executeTakeFirst();
  const { origin } = wish;
  if (origin === null) return { ...wish, origin: known?.origin ?? null };
  if (known?.origin === origin) return wish;
  await write(db, (trx) =>
    trx
      .insertInto("imported_source")
      .values({ source: wish.source, origin })
      .onConflict((conflict) => conflict.column("source").doUpdateSet({ origin }))
      .execute(),
  );
  return wish;
}
