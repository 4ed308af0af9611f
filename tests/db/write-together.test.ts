/** Deeds that are asked for at the same moment. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { sql } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import { undoInMemory } from "#db/dialect.server.ts";
import type { Db, Trx } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { openForum } from "../forum.ts";

const setting = (name: string, value = name) => ({ name, value });
const keep = (trx: Trx, name: string, value?: string) =>
  trx.insertInto("setting").values(setting(name, value)).execute();
const kept = async (db: Db) => {
  const rows = await db.selectFrom("setting").select("name").orderBy("name").execute();
  return rows.map(({ name }) => name);
};
const endOf = (deed: Promise<unknown>) => deed.catch((error: Error) => error.message);

async function openFile() {
  const folder = mkdtempSync(path.join(tmpdir(), "steelman-together-"));
  const file = path.join(folder, "forum.db");
  const { db } = await openForum({ file });
  const other = new Database(file);
  onTestFinished(() => {
    other.close();
    rmSync(folder, { recursive: true });
  });
  return { db, other };
}

test("deeds that are asked for at once share one commit, and each is answered after it", async () => {
  const { db, other } = await openFile();
  const commits = () => other.pragma("data_version", { simple: true });
  const before = commits();
  const seen = await Promise.all(
    ["a", "b", "c", "d"].map(async (name) => {
      const amid = await write(db, async (trx) => {
        await keep(trx, name);
        return commits();
      });
      return { amid, after: other.prepare("select count(*) as count from setting").get() };
    }),
  );
  expect(seen).toEqual(Array(4).fill({ amid: before, after: { count: 4 } }));
});

test("of deeds that are asked for at once one that is refused undoes all of its own and nothing else", async () => {
  const { db } = await openForum();
  const ends = [
    write(db, (trx) => keep(trx, "a")),
    write(db, async (trx) => {
      await keep(trx, "b");
      await trx.deleteFrom("setting").execute();
      throw new Error("refused");
    }),
    write(db, async (trx) => {
      await keep(trx, "c");
      return "done";
    }),
  ].map(endOf);
  expect((await Promise.all(ends)).slice(1)).toEqual(["refused", "done"]);
  expect(await kept(db)).toEqual(["a", "c"]);
});

test("a deed for which there is no room on the disk takes none of the others with it", async () => {
  const { db, other } = await openFile();
  const pages = Number(other.pragma("page_count", { simple: true })) + 20;
  await sql.raw(`pragma max_page_count = ${pages}`).execute(db);
  const ends = [
    write(db, (trx) => keep(trx, "a")),
    write(db, (trx) => keep(trx, "large", "x".repeat(1_000_000))),
    write(db, (trx) => keep(trx, "c")),
  ].map(endOf);
  expect((await Promise.all(ends))[1]).toMatch(/full/);
  expect(await kept(db)).toEqual(["a", "c"]);
});

test("what a deed among others changed in many places is undone, also where that is kept in memory", async () => {
  const { db, other } = await openFile();
  await undoInMemory(db);
  const names = Array.from({ length: 40 }, (_, index) => String(index));
  await write(db, async (trx) => {
    for (const name of names) await keep(trx, name, "x".repeat(4_000));
  });
  const ends = [
    write(db, (trx) => keep(trx, "a")),
    write(db, async (trx) => {
      await trx.updateTable("setting").set({ value: "changed" }).execute();
      throw new Error("refused");
    }),
  ].map(endOf);
  expect((await Promise.all(ends))[1]).toBe("refused");
  const changed = other.prepare("select count(*) from setting where value = 'changed'").pluck();
  expect(changed.get()).toBe(0);
  expect((await sql`pragma temp_store`.execute(db)).rows).toEqual([{ temp_store: 2 }]);
});

test("deeds stand in line in the order in which they were asked for", async () => {
  const { db } = await openForum();
  const order: number[] = [];
  await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      write(db, async (trx) => {
        await keep(trx, String(index));
        order.push(index);
      }),
    ),
  );
  expect(order).toEqual(Array.from({ length: 40 }, (_, index) => index));
});

test("a deed within another is whole or not at all, and the other may go on without it", async () => {
  const { db } = await openForum();
  const end = await write(db, async (trx) => {
    await keep(trx, "a");
    const inner = write(trx, async () => {
      await keep(trx, "b");
      throw new Error("refused");
    });
    const ended = await endOf(inner);
    await write(trx, () => keep(trx, "c"));
    return ended;
  });
  expect(end).toBe("refused");
  expect(await kept(db)).toEqual(["a", "c"]);
});
