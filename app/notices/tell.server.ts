/** Tells one person what another deed did that concerns them alone; posts are told by tell-of-post. */
import type { Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { isMuted } from "../following/muted.ts";
import { readMutes } from "../following/read-mutes.server.ts";
import { kindFacts, LETTER_AFTER, type NoticeKind } from "./kinds.ts";
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

/** Writes or grows one notice in the caller's transaction, unless its kind is stopped, or whoever or whatever it is about is muted. */
export async function tell(trx: Trx, telling: Telling): Promise<void> {
  const { personId, kind, subject, now } = telling;
  const fromId = telling.fromId ?? null;
  if (personId === fromId) return;
  const wish = await wishOf.first(trx, { personId, kind });
  if (!wish || wish.stopped !== null || wish.imported_from !== null) return;
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

/** Takes back what was told as long as it is unread: one of what was counted, or the notice with its last. */
export async function untell(
  trx: Trx,
  { personId, subject }: Pick<Telling, "personId" | "subject">,
): Promise<void> {
  await shrink.all(trx, { personId, subject });
  await dropEmpty.all(trx, { personId, subject });
}

const wishOf = prepared((db, value: ValueOf<{ personId: number; kind: string }>) =>
  db
    .selectFrom("person")
    .leftJoin("notice_stop", (join) =>
      join
        .onRef("notice_stop.person_id", "=", "person.id")
        .on("notice_stop.kind", "=", value("kind")),
    )
    .select(["person.mute_count", "person.imported_from", "notice_stop.kind as stopped"])
    .where("person.id", "=", value("personId")),
);

async function isMutedBy(trx: Trx, { personId, threadId, postId, fromId, text }: Telling) {
  const mutes = await readMutes(trx, personId);
  const topics = threadId ? await topicsOf.all(trx, { threadId }) : [];
  return isMuted(mutes, {
    ...{ threadId: threadId ?? 0, authorId: fromId ?? 0, text: text ?? "" },
    ...{ topicIds: topics.map(({ topic_id }) => topic_id), branchIds: postId ? [postId] : [] },
  });
}

const topicsOf = prepared((db, value: ValueOf<{ threadId: number }>) =>
  db.selectFrom("thread_topic").select("topic_id").where("thread_id", "=", value("threadId")),
);

interface About {
  personId: number;
  subject: string;
}

const shrink = prepared((db, value: ValueOf<About>) =>
  db
    .updateTable("notice")
    .set((eb) => ({ count: eb("count", "-", 1) }))
    .where("person_id", "=", value("personId"))
    .where("subject", "=", value("subject"))
    .where("read_at", "is", null),
);

const dropEmpty = prepared((db, value: ValueOf<About>) =>
  db
    .deleteFrom("notice")
    .where("person_id", "=", value("personId"))
    .where("subject", "=", value("subject"))
    .where("read_at", "is", null)
    .where("count", "<=", 0),
);
