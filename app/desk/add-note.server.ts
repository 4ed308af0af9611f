import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { mayModerate, type Person } from "../permissions.ts";
import { allow, Refusal, WrongForm } from "../refusals.ts";
import { stillMay } from "../still-may.server.ts";
import { seenOf } from "../strings/seen.ts";

export const NOTE_MAX = 2_000;

/** Keeps a note about somebody that moderators alone read; throws WrongForm for one that is empty or too long, Refusal 404 where there is nobody. */
export async function addNote(
  db: Db,
  person: Person,
  { aboutId, caseId = null, body }: { aboutId: number; caseId?: number | null; body: string },
  now: number,
): Promise<void> {
  allow(mayModerate(person));
  const text = body.trim();
  if (seenOf(text) === "") throw new WrongForm({ note: { key: "moderation.note.missing" } });
  if ([...text].length > NOTE_MAX) {
    throw new WrongForm({ note: { key: "moderation.note.long", values: { most: NOTE_MAX } } });
  }
  await write(db, async (trx) => {
    await stillMay(trx, person, mayModerate);
    const about = await trx
      .selectFrom("person")
      .select("id")
      .where("id", "=", aboutId)
      .executeTakeFirst();
    if (!about) throw new Refusal(404, { key: "accounts.person.not-found" });
    await trx
      .insertInto("moderator_note")
      .values({
        ...{ about_id: aboutId, case_id: caseId, by_id: person.id, body: text },
        written_at: now,
      })
      .execute();
  });
}
