import type { Said } from "#app/strings/say.ts";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { orLeaveOut } from "#db/write.server.ts";

/** Leaves a message for the next page of this browser. */
export async function setFlash(db: Db, sessionId: string, said: Said): Promise<void> {
  await keepFlash.all(db, { sessionId, flash: JSON.stringify(said) });
}

const keepFlash = prepared((db, value: ValueOf<{ sessionId: string; flash: string }>) =>
  db
    .updateTable("session")
    .set({ flash: value("flash") })
    .where("id", "=", value("sessionId")),
);

/** The message left for this browser, once: whoever takes it first has it. While nothing can be written it stays for a later page. */
export async function takeFlash(db: Db, sessionId: string): Promise<Said | null> {
  const left = await db
    .selectFrom("session")
    .select("flash")
    .where("id", "=", sessionId)
    .executeTakeFirst();
  if (!left?.flash) return null;
  const taken = await orLeaveOut(
    db
      .updateTable("session")
      .set({ flash: null })
      .where("id", "=", sessionId)
      .where("flash", "=", left.flash)
      .executeTakeFirst(),
  );
  return taken && taken.numUpdatedRows > 0n ? (JSON.parse(left.flash) as Said) : null;
}
