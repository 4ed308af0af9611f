import type { Db, Trx } from "#db/open.server.ts";
import type { FollowLevel } from "#db/schema.ts";
import { write } from "#db/write.server.ts";
import { wentTo } from "../following/find-thing.server.ts";
import { followOf, type NoticeRow } from "./describe-notices.server.ts";
import { kindFacts, type NoticeKind } from "./kinds.ts";
import type { Notice } from "./notice.ts";

/** A level from which notices come. */
export type LoudLevel = Extract<FollowLevel, "every" | "worth">;

export const isLoud = (text: string | null): text is LoudLevel =>
  text === "every" || text === "worth";

/** Lets no more notices come of the kind of this one: of what is followed by following it without notices, else of the kind as such. Answers the level that it was followed at, or null where there was nothing to stop; again changes nothing. */
export async function stopLike(
  db: Db,
  notice: NoticeRow,
  now: number,
): Promise<LoudLevel | "kind" | null> {
  const { person_id: personId } = notice;
  if (kindFacts[notice.kind as NoticeKind].isOwed) return null;
  if (!followOf(notice)) {
    await stopKind(db, personId, notice.kind as NoticeKind, true, now);
    return "kind";
  }
  return write(db, async (trx) => {
    const follow = await followNow(trx, notice);
    const { level } =
      (await trx
        .selectFrom("follow")
        .select("level")
        .where("person_id", "=", personId)
        .where("kind", "=", follow.kind)
        .where("object_id", "=", follow.objectId)
        .executeTakeFirst()) ?? {};
    if (level !== "every" && level !== "worth") return null;
    await trx
      .updateTable("follow")
      .set({ level: "nothing", is_by_writing: 0 })
      .where("person_id", "=", personId)
      .where("kind", "=", follow.kind)
      .where("object_id", "=", follow.objectId)
      .execute();
    return level;
  });
}

/** By which follow a notice comes today: by that of the topic that its own was merged into. */
async function followNow(trx: Trx, notice: NoticeRow) {
  const { kind, objectId } = followOf(notice)!;
  return { kind, objectId: kind === "topic" ? await wentTo(trx, objectId) : objectId };
}

/** Lets them come again: what is followed silently at the level that it had. Answers whether that changed anything. */
export async function startLike(
  db: Db,
  notice: NoticeRow,
  was: LoudLevel | null,
  now: number,
): Promise<boolean> {
  const { person_id: personId } = notice;
  if (!followOf(notice)) {
    return stopKind(db, personId, notice.kind as NoticeKind, false, now);
  }
  if (was === null) return false;
  return write(db, async (trx) => {
    const follow = await followNow(trx, notice);
    const { numUpdatedRows } = await trx
      .updateTable("follow")
      .set({ level: was })
      .where("person_id", "=", personId)
      .where("kind", "=", follow.kind)
      .where("object_id", "=", follow.objectId)
      .where("level", "=", "nothing")
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  });
}

/** Stops a kind of notice for somebody, or starts it again; answers whether that changed anything. */
export async function stopKind(
  db: Db,
  personId: number,
  kind: NoticeKind,
  isStopped: boolean,
  now: number,
): Promise<boolean> {
  return write(db, async (trx) => {
    if (isStopped) {
      const { numInsertedOrUpdatedRows = 0n } = await trx
        .insertInto("notice_stop")
        .values({ person_id: personId, kind, stopped_at: now })
        .onConflict((conflict) => conflict.columns(["person_id", "kind"]).doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows > 0n;
    }
    const { numDeletedRows } = await trx
      .deleteFrom("notice_stop")
      .where("person_id", "=", personId)
      .where("kind", "=", kind)
      .executeTakeFirst();
    return numDeletedRows > 0n;
  });
}

/** Those notices of which nothing more of the same comes: their kind is stopped, or what brought them is not followed any more by one that tells. */
export async function findStopped(
  db: Db,
  personId: number,
  notices: readonly Notice[],
  kinds: readonly NoticeKind[],
): Promise<number[]> {
  const byFollow = notices.filter(({ follow }) => follow !== null);
  const ids = byFollow.map(({ follow }) => follow!.objectId);
  const loud = await db
    .selectFrom("follow")
    .select(["kind", "object_id"])
    .where("person_id", "=", personId)
    .where("object_id", "in", ids.length > 0 ? ids : [0])
    .where("level", "in", ["every", "worth"])
    .execute();
  const isTold = ({ kind, follow }: Notice) =>
    follow
      ? loud.some((one) => one.kind === follow.kind && one.object_id === follow.objectId)
      : !kinds.includes(kind);
  return notices.filter((notice) => !isTold(notice)).map(({ id }) => id);
}

/** The kinds that somebody stopped, in the order of the alphabet. */
export async function listStopped(db: Db, personId: number): Promise<NoticeKind[]> {
  const rows = await db
    .selectFrom("notice_stop")
    .select("kind")
    .where("person_id", "=", personId)
    .orderBy("kind")
    .execute();
  return rows.map(({ kind }) => kind as NoticeKind);
}
