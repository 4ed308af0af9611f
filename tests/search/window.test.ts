/** How far SQLite's engine looks before it can be stopped. */
import { sql } from "kysely";
import { expect, inject, test } from "vitest";
import { withdrawPost } from "#app/posts/withdraw-post.server.ts";
import { findInSqlite, matchOf } from "#app/search/find-in-sqlite.server.ts";
import { lookUp } from "#app/search/look-up.server.ts";
import { START_OF_LIST } from "#app/search/place.ts";
import { readQuestion } from "#app/search/question.ts";
import { findWindow, HOUR, untilEnd } from "#app/search/window.server.ts";
import type { Db } from "#db/open.server.ts";
import { openForum, START } from "../forum.ts";
import { beginThread, reply } from "../threads/thread.ts";

const DAY = 86_400;
const DAYS = 10;
/** Each word of it stands in every post, and it stands in none. */
const NOWHERE = '"that the with"';

const isSqlite = inject("engine") === "sqlite";

/** A thread of three posts on each of ten days, the first of which is that of the oldest. */
async function openDays() {
  const { db, ada, ben } = await openForum();
  const days: { threadId: number; ids: number[]; at: number }[] = [];
  for (let day = 0; day < DAYS; day += 1) {
    const at = START - (DAYS - day) * DAY;
    const how = { now: at };
    const body = "The one with that.";
    const { threadId, openingId } = await beginThread(db, ada, { title: "A day", body }, how);
    const ids = [openingId];
    for (const _ of [1, 2]) ids.push(await reply(db, ada, threadId, { body }, how));
    days.push({ threadId, ids, at });
  }
  return { db, ada, ben, days };
}

async function ask(db: Db, typed: string) {
  const asked = await lookUp(db, readQuestion(typed, START).question);
  if (Array.isArray(asked)) throw new Error(JSON.stringify(asked));
  return asked;
}

/** The first post that the engine comes to, though nothing bounds it. */
async function findFirst(db: Db, typed: string, posts: number) {
  const asked = await ask(db, typed);
  const window = await findWindow(db, START_OF_LIST, { posts, since: 0 });
  const { rows } = await sql<{ id: number }>`select rowid & 268435455 as id from search
    where search match ${untilEnd(matchOf(asked), window)} order by rowid desc limit 1`.execute(db);
  return rows[0]?.id ?? null;
}

test.runIf(isSqlite)("the engine comes to a stop right beyond the end of a window", async () => {
  const { db, ada, days } = await openDays();
  // Four posts end in the day before the last.
  expect(await findFirst(db, NOWHERE, 4)).toBe(days[DAYS - 3]!.ids.at(-1));
  expect(await findFirst(db, `that -"with that"`, 4)).toBe(days[DAYS - 3]!.ids.at(-1));
  // Whatever is posted in the meantime, or taken back.
  await reply(db, ada, days[DAYS - 3]!.threadId, { body: "The one with that." });
  await withdrawPost(db, ada, days[DAYS - 4]!.ids.at(-1)!, { isRestored: false, now: START });
  expect(await findFirst(db, NOWHERE, 5)).toBe(days[DAYS - 4]!.ids.at(-2));
  expect(await findFirst(db, NOWHERE, 1_000)).toBe(null);
});

test.runIf(isSqlite)(
  "what stands nowhere is looked for window after window while there is time, and then from there on",
  async () => {
    const { db, days } = await openDays();
    const asked = await ask(db, NOWHERE);
    const look = (until: number, from = START_OF_LIST) => {
      let looks = 0;
      return findInSqlite(db, asked, from, { most: 20, until, clock: () => looks++ }, 4);
    };
    expect(await look(1_000)).toEqual({ found: [], reached: null });
    const ends: number[] = [];
    let { found, reached } = await look(0);
    while (reached) {
      ends.push(reached.by);
      ({ found, reached } = await look(0, reached));
      expect(found).toEqual([]);
    }
    // Two days at a time.
    expect(ends).toEqual([8, 6, 4, 2, 0].map((day) => days[day]!.at - (days[day]!.at % HOUR)));
  },
);

test.runIf(isSqlite)(
  "nothing is found twice or missed, however small the windows, within a time as well",
  async () => {
    const { db, days } = await openDays();
    const all = days.flatMap(({ ids }) => ids).reverse();
    for (const [typed, expected] of [
      ['"one with that"', all],
      ["one -nothing", all],
      ["one kind:thread", days.map(({ ids }) => ids[0]).reverse()],
      ['"one with" since:3d', all.slice(0, 9)],
    ] as const) {
      const asked = await ask(db, typed);
      for (const posts of [0, 1, 2, 3, 7, 100]) {
        for (const most of [1, 4, 500]) {
          const ids: number[] = [];
          let from: typeof START_OF_LIST | null = START_OF_LIST;
          while (from) {
            const bounds = { most, until: 0, clock: () => 1 };
            const part = await findInSqlite(db, asked, from, bounds, posts);
            ids.push(...part.found.map(({ id }) => id));
            from = part.reached;
          }
          expect([typed, posts, most, ids]).toEqual([typed, posts, most, expected]);
        }
      }
    }
  },
);
