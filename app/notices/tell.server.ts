/** Tells one person what another deed did that concerns them alone; posts are told by tell-of-post. */
import { sql } from "kysely";
import type { Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { findMutedDeeds } from "../following/muted-posts.server.ts";
import { readMutes } from "../following/read-mutes.server.ts";
import { kindFacts, LETTER_AFTER, type NoticeKind } from "./kinds.ts";
import { countThankers } from "./read-thankers.server.ts";
import { writeNotices } from "./write-notices.server.ts";

export interface Telling {
  personId: number;
  kind: NoticeKind;
  /** Of the unread notices of a person one is about it; it grows. */
  subject: string;
  threadId?: number | null;
  postId?: number | null;
  /** By whose deed; nobody is told of their own. */
  fromId?: number | null;
  aboutId?: number | null;
  details?: Record<string, string | number | null> | undefined;
  /** What somebody wrote that the notice says again. */
  text?: string;
  now: number;
}

/** Writes or grows one notice in the caller's transaction, unless its kind is stopped, who did it is blocked, or whoever or whatever it is about is muted. */
export async function tell(trx: Trx, telling: Telling): Promise<void> {
  const { personId, kind, subject, now } = telling;
  const fromId = telling.fromId ?? null;
  if (personId === fromId) return;
  const wish = await wishOf.first(trx, { personId, kind, fromId });
  if (!wish || wish.imported_from !== null) return;
  if (wish.stopped !== null && !kindFacts[kind].isOwed) return;
  if (wish.blocked_at !== null && !kindFacts[kind].isDecision) return;
  const mayBeMuted = wish.mute_count > 0 && !kindFacts[kind].isDecision;
  if (mayBeMuted && (await isMutedBy(trx, telling))) return;
  await writeNotices(trx, [personId], {
    ...{ kind, subject, fromId, now, count: 1 },
    ...{ threadId: telling.threadId ?? null, aboutId: telling.aboutId ?? null },
    ...{ firstId: telling.postId ?? null, latestId: telling.postId ?? null },
    details: telling.details ? JSON.stringify(telling.details) : null,
    letterAt: kindFacts[kind].isAtOnce ? now + LETTER_AFTER : null,
  });
}

/** Takes back what was told of one deed as long as it is unread. */
export async function untell(trx: Trx, about: About): Promise<void> {
  await drop.all(trx, about);
}

/** The same of thanks, of which one notice tells several: it tells of no more people than thanked since it began, and still do. */
export async function untellThanks(trx: Trx, about: About & { postId: number }): Promise<void> {
  const notice = await unread.first(trx, about);
  if (!notice) return;
  const { personId, postId } = about;
  const left = await countThankers(trx, { personId, postId, since: notice.began_at });
  if (left === 0) await untell(trx, about);
  else if (left < notice.count) await shrink.all(trx, { ...about, left });
}

const wishOf = prepared(
  (db, value: ValueOf<{ personId: number; kind: string; fromId: number | null }>) =>
    db
      .selectFrom("person")
      .leftJoin("block", (join) =>
        join
          .onRef("block.person_id", "=", "person.id")
          .on("block.blocked_id", "=", sql<number>`cast(${value("fromId")} as bigint)`),
      )
      .leftJoin("notice_stop", (join) =>
        join
          .onRef("notice_stop.person_id", "=", "person.id")
          .on("notice_stop.kind", "=", value("kind")),
      )
      .select(["person.mute_count", "person.imported_from", "notice_stop.kind as stopped"])
      .select("block.blocked_at")
      .where("person.id", "=", value("personId")),
);

async function isMutedBy(trx: Trx, { personId, postId, fromId = null, text = "" }: Telling) {
  if (!postId) return false;
  const deed = { id: postId, postId, people: fromId === null ? [] : [fromId], text };
  return (await findMutedDeeds(trx, await readMutes(trx, personId), [deed])).size > 0;
}

interface About {
  personId: number;
  subject: string;
}

const unread = prepared((db, value: ValueOf<About>) =>
  db
    .selectFrom("notice")
    .select(["count", "began_at"])
    .where("person_id", "=", value("personId"))
    .where("subject", "=", value("subject"))
    .where("read_at", "is", null),
);

const shrink = prepared((db, value: ValueOf<About & { left: number }>) =>
  db
    .updateTable("notice")
    .set({ count: value("left") })
    .where("person_id", "=", value("personId"))
    .where("subject", "=", value("subject"))
    .where("read_at", "is", null),
);

const drop = prepared((db, value: ValueOf<About>) =>
  db
    .deleteFrom("notice")
    .where("person_id", "=", value("personId"))
    .where("subject", "=", value("subject"))
    .where("read_at", "is", null),
);
