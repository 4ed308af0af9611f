/** Notices as rows made into what is told of them today. */
import type { Selectable } from "kysely";
import type { Db } from "#db/open.server.ts";
import type { FollowKind, NoticeTable } from "#db/schema.ts";
import { nameThings } from "../following/name-things.server.ts";
import { readMutes } from "../following/read-mutes.server.ts";
import { kindFacts, type NoticeKind } from "./kinds.ts";
import { MOST_NAMED, type Notice } from "./notice.ts";
import { type Deed, readDeed } from "./read-deeds.server.ts";

export type NoticeRow = Selectable<NoticeTable>;

interface Reader {
  id: number;
  /** What they mute, counted. */
  muteCount: number;
}

/** What one person's notices tell today, in their order: of what is withdrawn or muted by now, only that. */
export async function describeNotices(
  db: Db,
  reader: Reader,
  rows: readonly NoticeRow[],
): Promise<Notice[]> {
  if (rows.length === 0) return [];
  const mutes = reader.muteCount > 0 ? await readMutes(db, reader.id) : null;
  const titles = await readTitles(db, rows);
  const names = await readNames(db, rows);
  const notices: Notice[] = [];
  for (const row of rows) {
    const deed = await readDeed(db, row, mutes);
    const notice = noticeOf(row, deed, titles.get(row.thread_id ?? 0) ?? "", names);
    notices.push(
      deed.isMuted
        ? withoutWords(notice, "muted")
        : deed.isGone
          ? withoutWords(notice, "gone")
          : notice,
    );
  }
  return notices;
}

async function readTitles(db: Db, rows: readonly NoticeRow[]): Promise<Map<number, string>> {
  const ids = [...new Set(rows.flatMap((row) => row.thread_id ?? []))];
  if (ids.length === 0) return new Map();
  const threads = await db
    .selectFrom("thread")
    .select(["id", "title"])
    .where("id", "in", ids)
    .execute();
  return new Map(threads.map(({ id, title }) => [id, title]));
}

/** The names of what is followed, by kind and id. */
async function readNames(db: Db, rows: readonly NoticeRow[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const kind of ["branch", "person", "topic", "search"] as const) {
    const ids = rows.flatMap((row) => (followOf(row)?.kind === kind ? (row.about_id ?? []) : []));
    for (const thing of await nameThings(db, kind, [...new Set(ids)])) {
      names.set(`${kind} ${thing.id}`, thing.author ?? thing.name);
    }
  }
  return names;
}

/** By which follow a notice came; null where it came by none. */
export function followOf(
  row: Pick<NoticeRow, "kind" | "about_id" | "details" | "thread_id">,
): Notice["follow"] {
  const kind = row.kind as NoticeKind;
  if (!kindFacts[kind].isByFollow) return null;
  const by = kind === "worth" ? (detailsOf(row).by as FollowKind) : (kind as FollowKind);
  return { kind: by, objectId: (kind === "thread" ? row.thread_id : row.about_id) ?? 0 };
}

const detailsOf = ({ details }: Pick<NoticeRow, "details">) =>
  JSON.parse(details ?? "{}") as Record<string, string | number | undefined>;

function noticeOf(row: NoticeRow, deed: Deed, title: string, names: Map<string, string>): Notice {
  const follow = followOf(row);
  const { after = "", kind = "", how = kind, reason = "" } = detailsOf(row);
  const people = [...new Set(deed.names)];
  return {
    ...{ id: row.id, kind: row.kind as NoticeKind, isUnread: row.read_at === null },
    ...{ changedAt: row.changed_at, state: "told", title, isStart: deed.isStart },
    count: deed.count,
    names: people.slice(0, MOST_NAMED),
    others: Math.max(0, (deed.people ?? people.length) - MOST_NAMED),
    ...{ postId: deed.postId, aboutId: row.about_id },
    about: names.get(`${follow?.kind} ${row.about_id}`) ?? "",
    by: follow?.kind ?? null,
    follow,
    ...{ words: deed.words || String(reason), after: String(after), how: String(how) },
    decidedId: row.kind === "decision" ? row.first_post_id : null,
  };
}

const withoutWords = (notice: Notice, state: "gone" | "muted"): Notice => ({
  ...notice,
  ...{ state, names: [], others: 0, title: "", words: "" },
});
