import type { Db } from "#db/open.server.ts";
import { readPlainCursor, writeCursor } from "../cursor.ts";

export interface MailboxLine {
  id: number;
  name: string;
  /** Null where no answer is awaited. */
  waitsSince: number | null;
  latestAt: number;
}

const PAGE_MAILBOXES = 50;

/** One page of the mailboxes that wait for an answer, the longest first; or of all, the latest first. */
export async function listMailboxes(
  db: Db,
  which: "waiting" | "all",
  after: string | null,
): Promise<{ lines: MailboxLine[]; next: string | null }> {
  const cursor = readPlainCursor(after);
  const by = which === "waiting" ? "mailbox.waits_since" : "mailbox.latest_at";
  const direction = which === "waiting" ? "asc" : "desc";
  const further = which === "waiting" ? ">" : "<";
  const rows = await db
    .selectFrom("mailbox")
    .innerJoin("person", "person.id", "mailbox.person_id")
    .select(["person.id", "person.name", "waits_since as waitsSince", "latest_at as latestAt"])
    .$if(which === "waiting", (query) => query.where("waits_since", "is not", null))
    .$if(cursor !== null, (query) =>
      query.where((eb) =>
        eb.or([
          eb(by, further, cursor!.by),
          eb.and([eb(by, "=", cursor!.by), eb("mailbox.person_id", further, cursor!.id)]),
        ]),
      ),
    )
    .orderBy(by, direction)
    .orderBy("mailbox.person_id", direction)
    .limit(PAGE_MAILBOXES + 1)
    .execute();
  const lines = rows.slice(0, PAGE_MAILBOXES);
  const last = lines.at(-1);
  const isMore = last !== undefined && rows.length > PAGE_MAILBOXES;
  const place = last && (which === "waiting" ? last.waitsSince! : last.latestAt);
  return { lines, next: isMore ? writeCursor({ by: place!, id: last.id }) : null };
}
