import { type SelectQueryBuilder, sql } from "kysely";
import type { Db, Trx } from "#db/open.server.ts";
import { prepared } from "#db/prepared.server.ts";
import type { Schema } from "#db/schema.ts";
import { waiting } from "./list-cases.server.ts";
import { MOST_COUNTED, partFacts, type QueuePart, queueParts } from "./queue.ts";

export interface Waiting {
  parts: Record<QueuePart, number>;
  appeals: number;
  mailbox: number;
}

/** How much waits for moderators in each part of the queue, none counted beyond MOST_COUNTED. */
export async function countWaiting(db: Db): Promise<Waiting> {
  const parts = {} as Waiting["parts"];
  for (const part of queueParts) parts[part] = await countOf(db, inPart[part]);
  return { parts, appeals: await countOf(db, appeals), mailbox: await countOf(db, mailbox) };
}

/** What a moderator is told on every page: all that waits but spam, none counted beyond MOST_COUNTED. By one query, which counts no more of each kind. */
export const countForModerator = (db: Db): Promise<number> => countOf(db, everything);

const countOf = async (db: Db, count: typeof everything) =>
  Math.min(Number((await count.first(db, {}))?.count), MOST_COUNTED);

const one = sql<number>`1`.as("one");

/** The first of some rows, as a table of one column. */
const fewOf = <Table extends keyof Schema>(
  db: Db | Trx,
  rows: SelectQueryBuilder<Schema, Table, object>,
) => db.selectFrom(rows.select(one).limit(MOST_COUNTED).as("few")).select("few.one");

type Few = (db: Db | Trx) => ReturnType<typeof fewOf>[];

const counting = (...few: Few[]) =>
  prepared((db) =>
    db
      .selectFrom(
        few
          .flatMap((each) => each(db))
          .reduce((some, others) => some.unionAll(others))
          .as("all_few"),
      )
      .select(({ fn }) => fn.countAll<number>().as("count")),
  );

const casesOf =
  (part: QueuePart): Few =>
  (db) =>
    partFacts[part].kinds.map((kind) => fewOf(db, waiting(db, kind, partFacts[part].state)));
const openAppeals: Few = (db) => [
  fewOf(db, db.selectFrom("appeal").where("decided_at", "is", null)),
];
const openLetters: Few = (db) => [
  fewOf(db, db.selectFrom("mailbox").where("waits_since", "is not", null)),
];

const inPart = Object.fromEntries(
  queueParts.map((part) => [part, counting(casesOf(part))]),
) as Record<QueuePart, ReturnType<typeof counting>>;
const appeals = counting(openAppeals);
const mailbox = counting(openLetters);
const everything = counting(casesOf("waiting"), openAppeals, openLetters);
