/** Notices as rows made into what is told of them today. */
import type { Selectable } from "kysely";
import type { Db } from "#db/open.server.ts";
import type { FollowKind, NoticeTable } from "#db/schema.ts";
import { isMuted, type Mutes } from "../following/muted.ts";
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
  const threads = await readThreads(db, rows, mutes !== null);
  const names = await readNames(db, rows);
  const notices: Notice[] = [];
  for (const row of rows) {
    const deed = await readDeed(db, row, mutes?.people ?? nobody);
    const thread = threads.get(row.thread_id ?? 0);
    const notice = noticeOf(row, deed, thread?.title ?? "", names);
    const isHidden = mutes !== null && isMutedNow(mutes, row, deed, thread);
    notices.push(
      isHidden
        ? withoutWords(notice, "muted")
        : deed.isGone
          ? withoutWords(notice, "gone")
          : notice,
    );
  }
  return notices;
}

const nobody: ReadonlySet<number> = new Set();

interface Thread {
  title: string;
  topicIds: number[];
}

async function readThreads(db: Db, rows: readonly NoticeRow[], withTopics: boolean) {
  const ids = [...new Set(rows.flatMap((row) => row.thread_id ?? []))];
  const threads = new Map<number, Thread>();
  if (ids.length === 0) return threads;
  const titles = await db
    .selectFrom("thread")
    .select(["id", "title"])
    .where("id", "in", ids)
    .execute();
  for (const { id, title } of titles) threads.set(id, { title, topicIds: [] });
  if (!withTopics) return threads;
  const topics = await db
    .selectFrom("thread_topic")
    .select(["thread_id", "topic_id"])
    .where("thread_id", "in", ids)
    .execute();
  for (const { thread_id, topic_id } of topics) threads.get(thread_id)?.topicIds.push(topic_id);
  return threads;
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
): { kind: FollowKind; objectId: number } | null {
  const kind = row.kind as NoticeKind;
  if (!kindFacts[kind].isByFollow) return null;
  const by = kind === "worth" ? (detailsOf(row).by as FollowKind) : (kind as FollowKind);
  return { kind: by, objectId: (kind === "thread" ? row.thread_id : row.about_id) ?? 0 };
}

const detailsOf = ({ details }: Pick<NoticeRow, "details">) =>
  JSON.parse(details ?? "{}") as Record<string, string | number | undefined>;

function noticeOf(row: NoticeRow, deed: Deed, title: string, names: Map<string, string>): Notice {
  const follow = followOf(row);
  const { after = "", how = "", reason = "" } = detailsOf(row);
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
    ...{ words: deed.words || String(reason), after: String(after), how: String(how) },
  };
}

const withoutWords = (notice: Notice, state: "gone" | "muted"): Notice => ({
  ...notice,
  ...{ state, names: [], others: 0, title: "", words: "" },
});

function isMutedNow(mutes: Mutes, row: NoticeRow, deed: Deed, thread: Thread | undefined) {
  if (kindFacts[row.kind as NoticeKind].isDecision || row.kind === "search") return false;
  return isMuted(mutes, {
    ...{ threadId: row.thread_id ?? 0, topicIds: thread?.topicIds ?? [] },
    ...{ authorId: deed.authorId ?? 0, text: `${thread?.title}\n${deed.words}` },
    branchIds: row.kind === "branch" ? [row.about_id ?? 0] : [],
  });
}
