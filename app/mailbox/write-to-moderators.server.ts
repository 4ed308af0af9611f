import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { spend } from "../limits/spend.server.ts";
import { renderSeen } from "../markdown/render-seen.server.ts";
import type { Person } from "../permissions.ts";
import { addMessage } from "./add-message.server.ts";
import { demandMessage } from "./message.ts";

/** Somebody writes to the moderators, also while suspended; moderators see it in their queue. Throws WrongForm, and Refusal 429 for too many in a day. */
export async function writeToModerators(
  db: Db,
  person: Person,
  body: string,
  { now, limits }: { now: number; limits: number },
): Promise<void> {
  const text = demandMessage(body);
  await spend(db, "mailbox.person", person.id, now, limits);
  const html = await renderSeen(text, person.id);
  await write(db, (trx) =>
    addMessage(trx, {
      ...{ personId: person.id, fromId: person.id, isAnswer: false, body: text, html, now },
    }),
  );
}
