/** Who wrote the posts that a notice tells of, as they stand now. */
import { type Selectable, type SqlBool, sql } from "kysely";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import type { NoticeTable } from "#db/schema.ts";
import { findBranches } from "../following/find-branches.server.ts";

/** Posts of a thread that are looked at for one notice; of more the notice's own number counts. */
const LOOKED_AT = 200;

/** A notice of posts of one thread. */
export type OfPosts = Pick<
  Selectable<NoticeTable>,
  "person_id" | "kind" | "thread_id" | "first_post_id" | "latest_post_id" | "about_id" | "count"
>;

export interface Posters {
  posts: { id: number; authorId: number; name: string; isStart: boolean }[];
  /** All of them were looked at. */
  isWhole: boolean;
  /** It tells of these; else of some of them. */
  isSure: boolean;
}

/** The posts that stand of those that it tells of, the latest first, save that of people left out none counts; where more fit than it tells of, all that fit. */
export async function readPosters(
  db: Db,
  notice: OfPosts,
  without: ReadonlySet<number>,
): Promise<Posters> {
  const near = await nearby.all(db, {
    ...{ personId: notice.person_id, threadId: notice.thread_id! },
    ...{ firstId: notice.first_post_id!, latestId: notice.latest_post_id! },
  });
  const inBranch =
    notice.kind === "branch" ? await findBranches(db, new Set([notice.about_id!]), near) : null;
  const fitting = near.filter((row) => fits(row, notice) && (inBranch?.has(row.id) ?? true));
  const apart = fitting.filter((row) => !isForMore(row, notice));
  const told = [fitting, apart].find((rows) => {
    const { length } = rows.filter(({ authorId }) => !without.has(authorId));
    return rows.length > 0 && length <= notice.count;
  });
  const posts = (told ?? fitting).filter((row) => row.withdrawnAt === null);
  const isWhole = near.length < LOOKED_AT;
  return {
    posts: posts.map(({ id, authorId, name, depth }) => ({
      ...{ id, authorId, name, isStart: depth === 0 },
    })),
    ...{ isWhole, isSure: isWhole && told !== undefined },
  };
}

type Row = Awaited<ReturnType<typeof nearby.all>>[number];

function fits(row: Row, { kind, person_id, about_id }: OfPosts): boolean {
  if (row.authorId === person_id) return false;
  if (kind === "mention") return Boolean(row.mentions);
  if (kind === "reply") return row.answers === person_id;
  if (kind === "quote") return Boolean(row.quotes);
  if (kind === "person") return row.authorId === about_id;
  return kind !== "worth" || row.foundAt !== null;
}

/** It fits a stronger reason, too, by which it was told unless that was stopped, or came by an edit. */
function isForMore(row: Row, { kind, person_id }: OfPosts): boolean {
  if (kind === "mention") return false;
  if (kind === "reply") return Boolean(row.mentions);
  const isDirect = Boolean(row.mentions) || row.answers === person_id;
  return isDirect || (kind !== "quote" && Boolean(row.quotes));
}

interface Near {
  personId: number;
  threadId: number;
  firstId: number;
  latestId: number;
}

const nearby = prepared((db, value: ValueOf<Near>) =>
  db
    .selectFrom(
      db
        .selectFrom("post")
        .select(["id", "author_id", "parent_id", "branch_id", "depth", "withdrawn_at"])
        .where("thread_id", "=", value("threadId"))
        .where("id", ">=", value("firstId"))
        .where("id", "<=", value("latestId"))
        .orderBy("id", "desc")
        .limit(sql.lit(LOOKED_AT))
        .as("near"),
    )
    .innerJoin("person", "person.id", "near.author_id")
    .innerJoin("tally", "tally.post_id", "near.id")
    .leftJoin("post as parent", "parent.id", "near.parent_id")
    .leftJoin("mention", (join) =>
      join.onRef("mention.post_id", "=", "near.id").on("mention.person_id", "=", value("personId")),
    )
    .select(["near.id", "near.author_id as authorId", "near.branch_id"])
    .select(["near.depth", "near.withdrawn_at as withdrawnAt", "person.name"])
    .select(["parent.author_id as answers", "mention.person_id as mentions"])
    .select("tally.found_at as foundAt")
    .select((eb) =>
      eb
        .selectFrom("quotation")
        .innerJoin("post as quoted", "quoted.id", "quotation.quoted_post_id")
        .select("quoted.id")
        .whereRef("quotation.post_id", "=", "near.id")
        // By the quotations alone: somebody's own posts are many, and SQLite would read them for each.
        .where(sql<SqlBool>`+quoted.author_id = ${value("personId")}`)
        .limit(1)
        .as("quotes"),
    )
    .orderBy("near.id", "desc"),
);
