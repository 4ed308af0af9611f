import { recordEvent } from "#app/events/record.server.ts";
import { addressKey } from "#app/limits/address-key.ts";
import { spend } from "#app/limits/spend.server.ts";
import { Refusal, WrongForm } from "#app/refusals.ts";
import type { Db, Trx } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { nameKey } from "../names/name-key.ts";
import type { SignUpDraft } from "./account.ts";
import { freeEmailKey } from "./free-email-key.server.ts";
import { hashPassword } from "./hash-password.server.ts";
import { hashToken } from "./token.server.ts";

export interface SignUpSetting {
  /** Epoch seconds. */
  now: number;
  /** What the counted limits are multiplied by. */
  scale: number;
  /** Where the request came from. */
  address: string;
  joining: "open" | "invitation" | "closed";
}

/** Makes a member, with the invitation used and the event, or nothing. */
export async function signUp(
  db: Db,
  draft: SignUpDraft,
  { now, scale, address, joining }: SignUpSetting,
): Promise<{ personId: number }> {
  if (joining === "closed") throw new Refusal(403, { key: "accounts.joining.closed" });
  const invitation = joining === "invitation" ? hashToken(draft.invitation ?? "") : null;
  if (invitation) await findInvitation(db, invitation, now);
  if (await isTaken(db, draft.name)) throw nameTaken();
  await spend(db, "sign-up.address", addressKey(address), now, scale);
  const hash = await hashPassword(draft.password);

  return write(db, async (trx) => {
    const personId = await insertPerson(trx, draft, hash, now);
    if (invitation) await takeInvitation(trx, invitation, personId, now);
    await recordEvent(trx, { kind: "person-joined", at: now, personId });
    return { personId };
  });
}

const nameTaken = () => new WrongForm({ name: { key: "accounts.name.taken" } });
const wrongInvitation = () => new WrongForm({ invitation: { key: "accounts.invitation.wrong" } });

async function isTaken(db: Db, name: string): Promise<boolean> {
  const other = await db
    .selectFrom("person")
    .select("id")
    .where("name_key", "=", nameKey(name))
    .executeTakeFirst();
  return other !== undefined;
}

async function insertPerson(trx: Trx, draft: SignUpDraft, hash: string, now: number) {
  const person = await trx
    .insertInto("person")
    .values({
      name: draft.name,
      name_key: nameKey(draft.name),
      email: draft.email,
      email_key: await freeEmailKey(trx, draft.email),
      about: "",
      about_html: "",
      role: "member",
      level: 0,
      joined_at: now,
    })
    .onConflict((conflict) => conflict.column("name_key").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!person) throw nameTaken();
  await trx.insertInto("password").values({ person_id: person.id, hash, set_at: now }).execute();
  return person.id;
}

async function findInvitation(db: Db, codeHash: string, now: number): Promise<void> {
  const invitation = await db
    .selectFrom("invitation")
    .select("id")
    .where("code_hash", "=", codeHash)
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  if (!invitation) throw wrongInvitation();
}

async function takeInvitation(trx: Trx, codeHash: string, personId: number, now: number) {
  const { numUpdatedRows } = await trx
    .updateTable("invitation")
    .set({ used_by_id: personId, used_at: now })
    .where("code_hash", "=", codeHash)
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw wrongInvitation();
}
