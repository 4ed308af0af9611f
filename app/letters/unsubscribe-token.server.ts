/** Links that stop letters: whoever has the letter may press, signed in or not, for years. They are sealed, not kept. */
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Db, Trx } from "#db/open.server.ts";
import type { FollowKind } from "#db/schema.ts";

/** What a link stops: the regular letter, those that come at once, or what one follow brings. */
export type Stop =
  | { kind: "digest" | "at-once" }
  | { kind: "follow"; of: FollowKind; objectId: number };

const NAME = "letter-secret";

/** The forum's secret for such links; null while there are none. */
export async function findLetterSecret(db: Db | Trx): Promise<string | null> {
  const kept = await db
    .selectFrom("setting")
    .select("value")
    .where("name", "=", NAME)
    .executeTakeFirst();
  return kept?.value ?? null;
}

/** The same, made at its first use. */
export async function readLetterSecret(db: Db | Trx): Promise<string> {
  const kept = await findLetterSecret(db);
  if (kept) return kept;
  await db
    .insertInto("setting")
    .values({ name: NAME, value: randomBytes(32).toString("base64url") })
    .onConflict((conflict) => conflict.column("name").doNothing())
    .execute();
  return (await findLetterSecret(db))!;
}

/** The token of a link for a person. */
export function sealStop(secret: string, personId: number, stop: Stop): string {
  const open = `${personId}.${stop.kind === "follow" ? `${stop.of}-${stop.objectId}` : stop.kind}`;
  return `${open}.${sealOf(secret, open)}`;
}

/** Whom and what a token is about; null for one that was altered, or cut off. */
export function openStop(secret: string, token: string): { personId: number; stop: Stop } | null {
  const [, open = "", id, kind = "", seal = ""] =
    /^(([1-9]\d{0,14})\.([a-z]+(?:-[a-z0-9]+)?))\.([\w-]{43})$/.exec(token) ?? [];
  const right = Buffer.from(sealOf(secret, open));
  const given = Buffer.from(seal);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  const personId = Number(id);
  if (kind === "digest" || kind === "at-once") return { personId, stop: { kind } };
  const [of = "", objectId] = kind.split("-");
  return { personId, stop: { kind: "follow", of: of as FollowKind, objectId: Number(objectId) } };
}

const sealOf = (secret: string, open: string) =>
  createHmac("sha256", secret).update(`unsubscribe ${open}`).digest("base64url");
