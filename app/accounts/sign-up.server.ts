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
import { mayPostConfirmation, postConfirmation } from "./post-confirmation.server.ts";
import { exchangeSession } from "./session.server.ts";
import { hashToken } from "./token.server.ts";

export interface SignUpSetting {
  /** Epoch seconds. */
  now: number;
  /** What the counted limits are multiplied by. */
  scale: number;
  /** Where the request came from. */
  address: string;
  /** Reads who may join at this moment. */
  joining: (db: Db) => Promise<"open" | "invitation" | "closed">;
  /** Reads the level at which people begin at this moment; 0 where it is left out. */
  startLevel?: (db: Db | Trx, now: number) => Promise<0 | 1>;
  /** The label of the browser that asks, and the session that it has. */
  browser?: string | null;
  former?: string | null;
  /** The forum's own; without it no letter goes to the address that was given. */
  origin?: string;
}

/** Makes a member, with the invitation used, the event and the session of the browser that asked, or nothing: nobody joins and is left outside. */
export async function signUp(
  db: Db,
  draft: SignUpDraft,
  setting: SignUpSetting,
): Promise<{ personId: number; session: { token: string; expiresAt: number } }> {
  const { now, scale, address, joining, startLevel, browser = null, former = null } = setting;
  const invitation = allowJoining(await joining(db), draft);
  if (invitation) await findInvitation(db, invitation, now);
  if (await isTaken(db, draft.name)) throw nameTaken();
  await spend(db, "sign-up.address", addressKey(address), now, scale);
  const { origin } = setting;
  const mayPost = origin && (await mayPostConfirmation(db, draft.email, setting));
  const hash = await hashPassword(draft.password);

  return write(db, async (trx) => {
    const invitation = allowJoining(await joining(trx), draft);
    const level = (await startLevel?.(trx, now)) ?? 0;
    const personId = await insertPerson(trx, draft, { hash, level, now });
    if (invitation) await takeInvitation(trx, invitation, personId, now);
    if (mayPost && draft.email) {
      const { name, email } = draft;
      await postConfirmation(trx, { id: personId, name, email }, { origin, now });
    }
    await recordEvent(trx, { kind: "person-joined", at: now, personId });
    return { personId, session: await exchangeSession(trx, former, personId, now, browser) };
  });
}

/** Refuses where nobody may join; answers what is kept of the invitation that is needed, or null. */
function allowJoining(joining: "open" | "invitation" | "closed", draft: SignUpDraft) {
  if (joining === "closed") throw new Refusal(403, { key: "accounts.joining.closed" });
  return joining === "invitation" ? hashToken(draft.invitation ?? "") : null;
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

async function insertPerson(
  trx: Trx,
  draft: SignUpDraft,
  { hash, level, now }: { hash: string; level: number; now: number },
) {
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
      level,
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
