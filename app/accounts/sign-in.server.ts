import { addressKey } from "#app/limits/address-key.ts";
import type { LimitName } from "#app/limits/limits.ts";
import { refund, spend } from "#app/limits/spend.server.ts";
import { WrongForm } from "#app/refusals.ts";
import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { nameKey } from "../names/name-key.ts";
import type { SignInDraft } from "./account.ts";
import { isKnownDevice } from "./device.server.ts";
import { hashPassword, needsRehash, verifyPassword } from "./hash-password.server.ts";

export interface SignInSetting {
  /** Epoch seconds. */
  now: number;
  /** What the counted limits are multiplied by. */
  scale: number;
  /** Where the request came from. */
  address: string;
  /** The token by which this browser is known, if it is. */
  device?: string | null;
}

/** Answers who this is and the hash that says so, by which the session that begins asks again; or refuses. Names that exist and names that do not are counted, hashed and answered alike. */
export async function signIn(
  db: Db,
  draft: SignInDraft,
  { now, scale, address, device }: SignInSetting,
): Promise<{ personId: number; hash: string }> {
  const key = nameKey(draft.name);
  const found = await findPassword(db, key);
  const counted = (await isKnownDevice(db, found?.person_id ?? 0, device ?? null))
    ? ownLimits(key, device!)
    : strangerLimits(key, addressKey(address));
  for (const [limit, spender] of counted) await spend(db, limit, spender, now, scale);

  const isRight = await verifyPassword(found?.hash ?? null, draft.password);
  if (!found || !isRight) throw wrongSignIn();

  for (const [limit, spender] of counted) await refund(db, limit, spender, now, scale);
  const { person_id: personId, hash } = found;
  return { personId, hash: needsRehash(hash) ? await rehash(db, found, draft.password) : hash };
}

/** What is answered to whoever gives no right name and password. */
export const wrongSignIn = () => new WrongForm({ "": { key: "accounts.sign-in.wrong" } });

/** A browser that the person used before: strangers who spend the other limits do not lock it out. */
const ownLimits = (key: string, device: string): [LimitName, string][] => [
  ["sign-in.device", `${key} ${device}`],
];

/** First what one address may try on all names, so that a flood ends before it spends what belongs to a name. */
const strangerLimits = (key: string, address: string): [LimitName, string][] => [
  ["sign-in.address", address],
  ["sign-in.pair", `${key} ${address}`],
  ["sign-in.person", key],
];

const findPassword = (db: Db, key: string) =>
  db
    .selectFrom("person")
    .innerJoin("password", "password.person_id", "person.id")
    .select(["password.person_id", "password.hash"])
    .where("person.name_key", "=", key)
    .executeTakeFirst();

/** Keeps the password by today's setting, and answers the hash that is kept; refuses where it was changed meanwhile. */
async function rehash(db: Db, found: { person_id: number; hash: string }, password: string) {
  const hash = await hashPassword(password);
  const { numUpdatedRows } = await write(db, (trx) =>
    trx
      .updateTable("password")
      .set({ hash })
      .where("person_id", "=", found.person_id)
      .where("hash", "=", found.hash)
      .executeTakeFirst(),
  );
  if (numUpdatedRows > 0n) return hash;
  // Another sign-in did the same, or the password was changed.
  const kept = await db
    .selectFrom("password")
    .select("hash")
    .where("person_id", "=", found.person_id)
    .executeTakeFirst();
  if (!(await verifyPassword(kept?.hash ?? null, password)) || !kept) throw wrongSignIn();
  return kept.hash;
}
