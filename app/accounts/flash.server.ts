import type { Said } from "#app/strings/say.ts";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { orLeaveOut } from "#db/write.server.ts";

/** A page that was not opened within so many seconds leaves its message unread. */
const LASTS = 300;

/** A message, and the one page that it is for. */
interface Kept {
  said: Said;
  /** Path and query. */
  page: string;
  /** Epoch seconds. */
  until: number;
}

/** Leaves a message for one page of this browser: that of `address`, opened within minutes. `now` is in epoch seconds. */
export async function setFlash(
  db: Db,
  sessionId: string,
  said: Said,
  { address, now }: { address: string; now: number },
): Promise<void> {
  const kept: Kept = { said, page: pageOf(address), until: now + LASTS };
  await keepFlash.all(db, { sessionId, flash: JSON.stringify(kept) });
}

const keepFlash = prepared((db, value: ValueOf<{ sessionId: string; flash: string }>) =>
  db
    .updateTable("session")
    .set({ flash: value("flash") })
    .where("id", "=", value("sessionId")),
);

/** The message left for the page of `address`, once: whoever takes it first has it; one that was left for another page stays for that, and is thrown away when its time is over. While nothing can be written it stays for later. */
export async function takeFlash(
  db: Db,
  sessionId: string,
  { address, now }: { address: string; now: number },
): Promise<Said | null> {
  const left = await db
    .selectFrom("session")
    .select("flash")
    .where("id", "=", sessionId)
    .executeTakeFirst();
  if (!left?.flash) return null;
  // Whatever an earlier version of the forum left has no page, and is over.
  const { said, page, until } = JSON.parse(left.flash) as Partial<Kept>;
  const isOver = until === undefined || now > until;
  if (!isOver && page !== pageOf(address)) return null;
  const taken = await orLeaveOut(
    db
      .updateTable("session")
      .set({ flash: null })
      .where("id", "=", sessionId)
      .where("flash", "=", left.flash)
      .executeTakeFirst(),
  );
  return !isOver && taken && taken.numUpdatedRows > 0n ? said! : null;
}

/** Path and query of an address of the forum, written in one way. */
function pageOf(address: string): string {
  const { pathname, search } = new URL(address, "http://forum.invalid");
  return pathname + search;
}
