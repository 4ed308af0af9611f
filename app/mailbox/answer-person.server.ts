import type { Db, Trx } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { renderSeen } from "../markdown/render-seen.server.ts";
import { tell } from "../notices/tell.server.ts";
import { mayModerate, type Person } from "../permissions.ts";
import { allow, Refusal } from "../refusals.ts";
import { stillMay } from "../still-may.server.ts";
import { addMessage } from "./add-message.server.ts";
import { demandMessage, isSentTwice } from "./message.ts";

interface Answer {
  body: string;
  /** Of the mailbox, as it was seen; 0 for one in which nothing was written yet. */
  version: number;
  now: number;
}

/** A moderator writes to somebody, who is told; the name of who wrote is for moderators alone. Refuses with 409 when something was written there since it was seen. */
export async function answerPerson(
  db: Db,
  moderator: Person,
  personId: number,
  { body, version, now }: Answer,
): Promise<void> {
  allow(mayModerate(moderator));
  if (personId === moderator.id) throw new Refusal(403, { key: "mailbox.own" });
  const text = demandMessage(body);
  const html = await renderSeen(text, moderator.id);
  await write(db, async (trx) => {
    await stillMay(trx, moderator, mayModerate);
    const fromId = moderator.id;
    await demandPerson(trx, personId);
    const found = await findMailbox(trx, personId);
    const answer = { from_id: fromId, is_answer: 1, body: text, now };
    if (found.version !== version && !isSentTwice(found.last, answer)) refuseOld(found);
    const kept = await addMessage(trx, {
      ...{ personId, fromId, isAnswer: true, body: text, html, now },
    });
    if (kept === "known") return;
    await tell(trx, { personId, kind: "mailbox", subject: "mailbox", now });
  });
}

/** A moderator lets a message rest that needs no answer; refuses with 409 when something was written since it was seen. */
export async function letRest(
  db: Db,
  moderator: Person,
  personId: number,
  version: number,
): Promise<void> {
  allow(mayModerate(moderator));
  await write(db, async (trx) => {
    await stillMay(trx, moderator, mayModerate);
    if (personId === moderator.id) throw new Refusal(403, { key: "mailbox.own" });
    const found = await findMailbox(trx, personId);
    if (found.version !== version) refuseOld(found);
    await trx
      .updateTable("mailbox")
      .set((eb) => ({ waits_since: null, version: eb("version", "+", 1) }))
      .where("person_id", "=", personId)
      .where("waits_since", "is not", null)
      .execute();
  });
}

async function demandPerson(trx: Trx, id: number) {
  const person = await trx
    .selectFrom("person")
    .select("id")
    .where("id", "=", id)
    .executeTakeFirst();
  if (!person) throw new Refusal(404, { key: "accounts.person.not-found" });
}

/** How somebody's mailbox stands, and what was written there last. */
async function findMailbox(trx: Trx, personId: number) {
  const row = await trx
    .selectFrom("mailbox")
    .select("version")
    .where("person_id", "=", personId)
    .executeTakeFirst();
  const last = await trx
    .selectFrom("mailbox_message")
    .innerJoin("person", "person.id", "mailbox_message.from_id")
    .select(["person.name", "mailbox_message.from_id", "is_answer", "body", "sent_at"])
    .where("person_id", "=", personId)
    .orderBy("mailbox_message.id", "desc")
    .limit(1)
    .executeTakeFirst();
  return { version: row?.version ?? 0, last };
}

type Found = Awaited<ReturnType<typeof findMailbox>>;

function refuseOld({ last }: Found): never {
  throw new Refusal(409, {
    key: "mailbox.meanwhile",
    values: { name: last?.name ?? "", who: last?.is_answer === 1 ? "moderator" : "person" },
  });
}
