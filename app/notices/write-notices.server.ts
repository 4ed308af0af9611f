import { sql } from "kysely";
import { isAmong } from "#db/dialect.server.ts";
import type { Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";

/** What many are told alike; times in epoch seconds. */
export interface Written {
  kind: string;
  subject: string;
  threadId: number | null;
  firstId: number | null;
  latestId: number | null;
  fromId: number | null;
  aboutId: number | null;
  count: number;
  details: string | null;
  now: number;
  /** Whoever was there already has read it. */
  readAt?: number | null;
  letterAt: number | null;
}

/** Writes one notice to each of these people, or lets the one about the same subject grow that they have not read. One statement, whatever their number. */
export async function writeNotices(
  trx: Trx,
  personIds: readonly number[],
  written: Written,
): Promise<void> {
  if (personIds.length > 0) await writeAll.all(trx, { readAt: null, ...written, personIds });
}

/** An event that comes late, since telling of it failed before, moves no notice back. */
const writeAll = prepared(
  (db, value: ValueOf<Required<Written> & { personIds: readonly number[] }>) =>
    db
      .insertInto("notice")
      .columns([
        "person_id",
        "kind",
        "subject",
        "thread_id",
        "first_post_id",
        "latest_post_id",
        "from_id",
        "about_id",
        "count",
        "details",
        "began_at",
        "changed_at",
        "read_at",
        "letter_at",
      ])
      .expression(
        (eb) =>
          eb
            .selectFrom("person")
            .select([
              "person.id",
              text(value("kind")),
              text(value("subject")),
              number(value("threadId")),
              number(value("firstId")),
              number(value("latestId")),
              number(value("fromId")),
              number(value("aboutId")),
              number(value("count")),
              text(value("details")),
              number(value("now")),
              number(value("now")),
              number(value("readAt")),
              number(value("letterAt")),
            ] as never)
            .where(isAmong(db, sql.ref("person.id"), value("personIds")))
            .orderBy("person.id") as never,
      )
      .onConflict((conflict) =>
        conflict
          .columns(["person_id", "subject"])
          .where("read_at", "is", null)
          .doUpdateSet((eb) => ({
            count: eb("notice.count", "+", eb.ref("excluded.count")),
            first_post_id: least("first_post_id", "<"),
            latest_post_id: least("latest_post_id", ">"),
            from_id: eb.ref("excluded.from_id"),
            // By which follow it came, and of which kind that is, are told together.
            about_id: eb.ref("excluded.about_id"),
            details: eb.fn.coalesce("excluded.details", "notice.details"),
            changed_at: least("changed_at", ">"),
          })),
      ),
);

const least = (column: string, sign: "<" | ">") => {
  const before = sql.ref(`notice.${column}`);
  const now = sql.ref(`excluded.${column}`);
  return sql<number>`case when ${before} ${sql.raw(sign)} ${now} then ${before} else ${now} end`;
};

/** PostgreSQL wants to know what a value is that stands alone. */
const number = (value: unknown) => sql<number>`cast(${value} as bigint)`.as("value");
const text = (value: unknown) => sql<string>`cast(${value} as text)`.as("value");
