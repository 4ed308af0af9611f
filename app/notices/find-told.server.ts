import { sql } from "kysely";
import { isAmong } from "#db/dialect.server.ts";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import type { ToldOf } from "./read-told.server.ts";

/** Which of these people were told of a post by a notice that came by a follow, be it read by now or the follow changed. */
export async function findTold(
  db: Db,
  { post }: ToldOf,
  personIds: readonly number[],
): Promise<Set<number>> {
  if (personIds.length === 0) return new Set();
  const { id, threadId, postedAt } = post;
  const rows = await around.all(db, { id, threadId, postedAt, personIds });
  return new Set(rows.flatMap((row) => (tells(row, post) ? row.person_id : [])));
}

type Row = Awaited<ReturnType<typeof around.all>>[number];

/** Whether a notice that tells of posts before and after one tells of it, too. */
function tells(row: Row, { id, authorId, branchIds }: ToldOf["post"]): boolean {
  const aboutId = row.about_id ?? 0;
  if (row.kind === "search") return readPostIds(row.details).includes(id);
  if (row.kind === "person") return aboutId === authorId;
  if (row.kind === "branch") return branchIds.includes(aboutId);
  if (row.kind === "thread" || row.kind === "topic") return true;
  return row.kind === "worth" && [row.first_post_id, row.latest_post_id].includes(id);
}

/** The posts that the notice of a search tells of, as its details have them. */
export const readPostIds = (details: string | null): number[] =>
  (JSON.parse(details ?? "{}") as { posts?: number[] }).posts ?? [];

interface Around {
  id: number;
  threadId: number;
  postedAt: number;
  personIds: readonly number[];
}

const around = prepared((db, value: ValueOf<Around>) =>
  db
    .selectFrom("notice")
    .select(["person_id", "kind", "about_id", "details", "first_post_id", "latest_post_id"])
    .where(isAmong(db, sql.ref("person_id"), value("personIds")))
    .where("changed_at", ">=", value("postedAt"))
    .where("first_post_id", "<=", value("id"))
    .where("latest_post_id", ">=", value("id"))
    .where((eb) =>
      eb.or([eb("thread_id", "=", value("threadId")), eb("kind", "=", sql.lit("search") as never)]),
    ),
);
