import type { Db } from "#db/open.server.ts";
import { readPlainCursor, writeCursor } from "../cursor.ts";
import { describeNotices, type NoticeRow } from "./describe-notices.server.ts";
import { kindFacts, noticeKinds } from "./kinds.ts";
import type { Notice } from "./notice.ts";

export const LIST_NOTICES = 20;
/** Of those that were read, as many stand below the unread ones. */
export const LIST_READ = 10;

export type InboxShown = "new" | "all" | "decisions";

const decisionKinds = noticeKinds.filter((kind) => kindFacts[kind].isDecision && kind !== "case");

interface Reader {
  id: number;
  muteCount: number;
}

export interface InboxPage {
  notices: Notice[];
  /** Read ones, below the end of the new ones. */
  read: Notice[];
  next: string | null;
}

/** One page of somebody's notices, the latest first, and the cursor of the next: those that are unread with some that were read after their last, or all, or all that tell of decisions about them. */
export async function listNotices(
  db: Db,
  reader: Reader,
  show: InboxShown,
  after: string | null,
): Promise<InboxPage> {
  const rows = await noticeRows(db, reader.id, after, LIST_NOTICES + 1)
    .$if(show === "new", (query) => query.where("read_at", "is", null))
    .$if(show === "decisions", (query) => query.where("kind", "in", decisionKinds))
    .execute();
  const page = rows.slice(0, LIST_NOTICES);
  const last = rows.length > LIST_NOTICES ? page.at(-1) : undefined;
  const read =
    show === "new" && !last
      ? await noticeRows(db, reader.id, null, LIST_READ).where("read_at", "is not", null).execute()
      : [];
  return {
    notices: await describeNotices(db, reader, page),
    read: await describeNotices(db, reader, read),
    next: last ? writeCursor({ by: last.changed_at, id: last.id }) : null,
  };
}

function noticeRows(db: Db, personId: number, after: string | null, most: number) {
  const cursor = readPlainCursor(after);
  return db
    .selectFrom("notice")
    .selectAll()
    .where("person_id", "=", personId)
    .$if(cursor !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple("changed_at", "id"), "<", tuple(cursor!.by, cursor!.id)),
      ),
    )
    .orderBy("changed_at", "desc")
    .orderBy("id", "desc")
    .limit(most);
}

/** One of somebody's own notices; null where it is none of theirs. */
export async function findNotice(
  db: Db,
  personId: number,
  id: number | null,
): Promise<NoticeRow | null> {
  const row = await db
    .selectFrom("notice")
    .selectAll()
    .where("id", "=", id ?? 0)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return row ?? null;
}
