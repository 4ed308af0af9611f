import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { fromUnits } from "../units.ts";
import { type AgreementColumns, AgreementReader } from "./agreement-columns.ts";

/** Rows read at once: others are answered in between. */
const PAGE = 1_000;

/** What a fit is made from. */
export interface Agreement {
  votes: AgreementColumns;
  /** Raw positions of the last fit, by scope and person. */
  before: Map<number, Map<number, number>>;
}

/** Everybody's votes of agreement, and where everybody stood before. */
export async function readAgreement(db: Db): Promise<Agreement> {
  const reader = new AgreementReader();
  let after = { post_id: 0, person_id: 0 };
  for (;;) {
    const rows = await page.all(db, { post: after.post_id, person: after.person_id });
    reader.add(rows);
    if (rows.length < PAGE) break;
    after = rows.at(-1)!;
  }
  return { votes: reader.end(), before: await readPositions(db) };
}

const page = prepared((db, value: ValueOf<{ post: number; person: number }>) =>
  db
    .selectFrom(
      // By itself first: PostgreSQL would join all votes for each page.
      db
        .selectFrom("vote")
        .select(["post_id", "person_id", "agree"])
        .where("agree", "<>", 0)
        .where(({ eb, refTuple, tuple }) =>
          eb(refTuple("post_id", "person_id"), ">", tuple(value("post"), value("person")) as never),
        )
        .orderBy("post_id")
        .orderBy("person_id")
        .limit(PAGE)
        .as("given"),
    )
    .innerJoin("person", "person.id", "given.person_id")
    .innerJoin("tally", "tally.post_id", "given.post_id")
    .leftJoin("thread_topic", (join) =>
      join
        .onRef("thread_topic.thread_id", "=", "tally.thread_id")
        .on("thread_topic.position", "=", 0),
    )
    .select(["given.post_id", "given.person_id", "given.agree", "person.level"])
    .select("thread_topic.topic_id")
    .orderBy("given.post_id")
    .orderBy("given.person_id"),
);

async function readPositions(db: Db): Promise<Agreement["before"]> {
  const before: Agreement["before"] = new Map();
  let after = { scope: -1, person_id: 0 };
  for (;;) {
    const rows = await positions.all(db, { scope: after.scope, person: after.person_id });
    for (const { scope, person_id, raw } of rows) {
      const ofScope = before.get(scope) ?? new Map<number, number>();
      before.set(scope, ofScope.set(person_id, fromUnits(raw)));
    }
    if (rows.length < PAGE) return before;
    after = rows.at(-1)!;
  }
}

const positions = prepared((db, value: ValueOf<{ scope: number; person: number }>) =>
  db
    .selectFrom("position")
    .select(["scope", "person_id", "raw"])
    .where(({ eb, refTuple, tuple }) =>
      eb(refTuple("scope", "person_id"), ">", tuple(value("scope"), value("person")) as never),
    )
    .orderBy("scope")
    .orderBy("person_id")
    .limit(PAGE),
);
