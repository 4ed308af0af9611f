import { Refusal } from "#app/refusals.ts";
import type { Db, Trx } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { keepWish } from "./change-wish.server.ts";
import { readWish } from "./read-wish.server.ts";
import { findLetterSecret, openStop, type Stop } from "./unsubscribe-token.server.ts";

/** What a link stops, and whether that is stopped already; refuses with 404 one that is not whole. */
export async function readUnsubscribe(
  db: Db,
  token: string,
): Promise<{ kind: Stop["kind"]; isStopped: boolean }> {
  const { personId, stop } = await openToken(db, token);
  return { kind: stop.kind, isStopped: await isStopped(db, personId, stop) };
}

/** Stops what the link is about; once more does nothing, and says so. No sign-in is asked for, and whose it was is not told. */
export async function unsubscribe(
  db: Db,
  token: string,
  now: number,
): Promise<{ kind: Stop["kind"]; wasStopped: boolean }> {
  const { personId, stop } = await openToken(db, token);
  return write(db, async (trx) => {
    const wasStopped = await isStopped(trx, personId, stop);
    if (!wasStopped) await stopIt(trx, personId, stop, now);
    return { kind: stop.kind, wasStopped };
  });
}

async function openToken(db: Db, token: string) {
  const secret = await findLetterSecret(db);
  const opened = secret === null ? null : openStop(secret, token);
  const person =
    opened &&
    (await db
      .selectFrom("person")
      .select("id")
      .where("id", "=", opened.personId)
      .executeTakeFirst());
  if (!opened || !person) throw new Refusal(404, { key: "letters.stop.wrong" });
  return opened;
}

async function isStopped(db: Db | Trx, personId: number, stop: Stop): Promise<boolean> {
  if (stop.kind === "follow") return !(await followed(db, personId, stop));
  const wish = await readWish(db, personId);
  return stop.kind === "digest" ? wish.digest === "none" : !wish.isAtOnce;
}

async function followed(db: Db | Trx, personId: number, stop: Stop & { kind: "follow" }) {
  const follow = await db
    .selectFrom("follow")
    .select("level")
    .where("person_id", "=", personId)
    .where("kind", "=", stop.of)
    .where("object_id", "=", stop.objectId)
    .executeTakeFirst();
  return follow?.level === "every" || follow?.level === "worth";
}

async function stopIt(trx: Trx, personId: number, stop: Stop, now: number) {
  if (stop.kind === "follow") {
    await trx
      .updateTable("follow")
      .set({ level: "nothing" })
      .where("person_id", "=", personId)
      .where("kind", "=", stop.of)
      .where("object_id", "=", stop.objectId)
      .execute();
    return;
  }
  const wish = await readWish(trx, personId);
  const changed = stop.kind === "digest" ? { digest: "none" as const } : { isAtOnce: false };
  await keepWish(trx, personId, { ...wish, ...changed }, now);
}
