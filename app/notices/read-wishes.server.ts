/** What people want to hear no more of: kinds of notices, and words. */
import { sql } from "kysely";
import { isAmong } from "#db/dialect.server.ts";
import type { Db, Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import type { NoticeKind } from "./kinds.ts";

interface Ids {
  ids: readonly number[];
}

/** By people's ids; who stopped nothing and mutes no words is left out. */
export async function readWishes(
  db: Db | Trx,
  ids: readonly number[],
): Promise<{ stopped: Map<number, Set<NoticeKind>>; words: Map<number, string[]> }> {
  const stopped = new Map<number, Set<NoticeKind>>();
  const words = new Map<number, string[]>();
  if (ids.length === 0) return { stopped, words };
  for (const { person_id, kind } of await stops.all(db, { ids })) {
    stopped.set(person_id, (stopped.get(person_id) ?? new Set()).add(kind as NoticeKind));
  }
  for (const { person_id, word } of await mutedWords.all(db, { ids })) {
    words.set(person_id, [...(words.get(person_id) ?? []), word]);
  }
  return { stopped, words };
}

const stops = prepared((db, value: ValueOf<Ids>) =>
  db
    .selectFrom("notice_stop")
    .select(["person_id", "kind"])
    .where(isAmong(db, sql.ref("person_id"), value("ids"))),
);

const mutedWords = prepared((db, value: ValueOf<Ids>) =>
  db
    .selectFrom("mute_word")
    .select(["person_id", "word"])
    .where(isAmong(db, sql.ref("person_id"), value("ids"))),
);
