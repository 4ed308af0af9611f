/** Who wrote the posts that a notice tells of, as they stand now. */
import { sql } from "kysely";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import type { NoticeKind } from "./kinds.ts";

/** Posts of a thread that are looked at for one notice; of more the notice's own number counts. */
const LOOKED_AT = 200;

interface Asked {
  personId: number;
  kind: NoticeKind;
  threadId: number;
  firstId: number;
  latestId: number;
  aboutId: number | null;
}

export interface Posters {
  posts: { id: number; authorId: number; name: string; isStart: boolean }[];
  /** All of them were looked at. */
  isWhole: boolean;
}

/** The posts that stand, the latest first. */
export async function readPosters(db: Db, asked: Asked): Promise<Posters> {
  const { personId, threadId, firstId, latestId } = asked;
  const near = await nearby.all(db, { personId, threadId, firstId, latestId });
  const fitting = near.filter((row) => row.authorId !== personId && fits(row, asked, near));
  const apart = fitting.filter((row) => isByFollow(asked.kind) && !isDirect(row, personId));
  const posts = (apart.length > 0 ? apart : fitting).filter((row) => row.withdrawnAt === null);
  return {
    posts: posts.map(({ id, authorId, name, depth }) => ({
      ...{ id, authorId, name, isStart: depth === 0 },
    })),
    isWhole: near.length < LOOKED_AT,
  };
}

type Row = Awaited<ReturnType<typeof nearby.all>>[number];

const isByFollow = (kind: NoticeKind) => kind !== "mention" && kind !== "reply" && kind !== "quote";
const isDirect = (row: Row, personId: number) =>
  Boolean(row.mentions) || Boolean(row.quotes) || row.answers === personId;

function fits(row: Row, { kind, personId, aboutId }: Asked, near: readonly Row[]): boolean {
  if (kind === "mention") return Boolean(row.mentions);
  if (kind === "reply") return row.answers === personId && !row.mentions;
  if (kind === "quote") return Boolean(row.quotes);
  if (kind === "person") return row.authorId === aboutId;
  if (kind === "branch") return row.branchId === near[0]!.branchId;
  return kind !== "worth" || row.foundAt !== null;
}

const nearby = prepared(
  (db, value: ValueOf<Pick<Asked, "personId" | "threadId" | "firstId" | "latestId">>) =>
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
        join
          .onRef("mention.post_id", "=", "near.id")
          .on("mention.person_id", "=", value("personId")),
      )
      .select(["near.id", "near.author_id as authorId", "near.branch_id as branchId"])
      .select(["near.depth", "near.withdrawn_at as withdrawnAt", "person.name"])
      .select(["parent.author_id as answers", "mention.person_id as mentions"])
      .select("tally.found_at as foundAt")
      .select((eb) =>
        eb
          .selectFrom("quotation")
          .innerJoin("post as quoted", "quoted.id", "quotation.quoted_post_id")
          .select("quoted.id")
          .whereRef("quotation.post_id", "=", "near.id")
          .where("quoted.author_id", "=", value("personId"))
          .limit(1)
          .as("quotes"),
      )
      .orderBy("near.id", "desc"),
);
