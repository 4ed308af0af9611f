/** A filling that is cut off, wherever that is, goes on where it was. */
import type { KyselyPlugin } from "kysely";
import { expect, test } from "vitest";
import { beginForum } from "#app/begin-forum.server.ts";
import { fillForum } from "#app/demonstration/fill-forum.server.ts";
import { openSource } from "#app/moving/open-source.server.ts";
import { type Db, openDatabase } from "#db/open.server.ts";
import { closeAfterwards, START } from "../forum.ts";
import { emptyPlace } from "../moving/forums.ts";
import { drawBy } from "../ranking/chances.ts";

/** More than a deed asks at most, so that each filling comes at least one further. */
const LEAST = 100;
const MOST = 300;

test("a filling that is cut off again and again ends as one that was not", async () => {
  const whole = await openEmpty();
  await fillForum(whole.db, START);
  const cut = await openEmpty();
  const draw = drawBy(7);
  let fillings = 0;
  let isDone = false;
  while (!isDone && fillings < 1_000) {
    const until = LEAST + Math.floor(draw() * (MOST - LEAST));
    // Each begins an hour after the one before.
    isDone = await fillUntil(cut.db, until, START + fillings * 3_600);
    fillings += 1;
  }
  expect(fillings).toBeGreaterThan(50);
  const expected = await tellAll(whole.address);
  for (const [table, rows] of await tellAll(cut.address)) {
    expect(rows, table).toEqual(expected.get(table));
  }
}, 100_000);

async function openEmpty() {
  const address = await emptyPlace();
  const db = closeAfterwards(openDatabase(address));
  await beginForum(db, START);
  return { db, address };
}

/** Fills until so many queries have been answered; whether it came to its end before. */
async function fillUntil(db: Db, queries: number, now: number): Promise<boolean> {
  let left = queries;
  const scissors: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      left -= 1;
      if (left === 0) throw new Error("Cut.");
      return result;
    },
  };
  try {
    await fillForum(db.withPlugin(scissors), now);
    return true;
  } catch (error) {
    if ((error as Error).message !== "Cut.") throw error;
    return false;
  }
}

/** What stands in each table, but for the numbers that rows are known by, of which PostgreSQL passes over some at a cut, what is chosen by them, and what is drawn by lot. */
async function tellAll(address: string): Promise<Map<string, string[]>> {
  const source = await openSource(address);
  const told = new Map<string, string[]>();
  for (const table of source.tables.filter(({ name }) => name !== "vote_total")) {
    const rows = await source.readAfter(table, null, 100_000);
    const isTold = table.columns.map(({ name }) => !/(^|_)(id|hash|key)$/.test(name));
    const words = rows.map((row) => row.filter((_, place) => isTold[place]).map(withoutNumbers));
    told.set(table.name, words.map((row) => JSON.stringify(row)).sort());
  }
  await source.close();
  return told;
}

const withoutNumbers = (value: unknown) =>
  typeof value === "string" ? value.replace(/\d+/g, "#") : value;
