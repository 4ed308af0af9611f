/** What a notice tells of, as it stands now. */
import type { Selectable } from "kysely";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import type { NoticeTable } from "#db/schema.ts";
import { kindFacts, type NoticeKind } from "./kinds.ts";
import { MOST_NAMED } from "./notice.ts";
import { readPosters } from "./read-posters.server.ts";

export interface Deed {
  /** Whose it was, the latest first; a name may come again. */
  names: string[];
  /** How many people, where not all are named. */
  people?: number;
  count: number;
  postId: number | null;
  isStart: boolean;
  isGone: boolean;
  words: string;
  /** Who alone it was; null where it was several, or nobody is to be named. */
  authorId: number | null;
}

type Row = Selectable<NoticeTable>;

/** What stands of it; posts of the people given are left out. */
export async function readDeed(db: Db, row: Row, without: ReadonlySet<number>): Promise<Deed> {
  const kind = row.kind as NoticeKind;
  if (kindFacts[kind].isOfPosts && row.thread_id !== null) return readPosts(db, row, without);
  if (kind === "thanks") return readThanks(db, row);
  if (kind === "mind") return deedOf(row, await mindOf.first(db, { id: row.about_id }));
  if (kind === "line") return deedOf(row, await lineOf.first(db, { id: row.about_id }));
  return { ...plain, count: row.count };
}

const plain: Deed = {
  ...{ names: [], count: 1, postId: null, isStart: false, isGone: false, words: "" },
  authorId: null,
};

async function readPosts(db: Db, row: Row, without: ReadonlySet<number>): Promise<Deed> {
  const { posts: all, isWhole } = await readPosters(db, {
    ...{ personId: row.person_id, kind: row.kind as NoticeKind, threadId: row.thread_id! },
    ...{ firstId: row.first_post_id!, latestId: row.latest_post_id!, aboutId: row.about_id },
  });
  const posts = all.filter(({ authorId }) => !without.has(authorId));
  const first = posts.at(-1);
  const authors = new Set(all.map(({ authorId }) => authorId));
  const count = isWhole ? Math.min(row.count, posts.length) : row.count;
  return {
    ...{ ...plain, count },
    // Among them some were told by other notices; no more people are named than posts are told.
    names: posts.slice(0, count).map(({ name }) => name),
    postId: (isWhole ? first?.id : row.first_post_id) ?? row.first_post_id,
    isStart: first?.isStart ?? false,
    isGone: all.length === 0,
    authorId: authors.size === 1 ? all[0]!.authorId : null,
  };
}

async function readThanks(db: Db, row: Row): Promise<Deed> {
  const postId = row.first_post_id;
  const thankers = await latestThanks.all(db, { postId, since: row.began_at });
  return {
    ...plain,
    ...{ names: thankers.map(({ name }) => name), people: row.count, count: row.count },
    ...{ postId, isGone: thankers.length === 0 },
    authorId: row.count === 1 ? (thankers[0]?.id ?? null) : null,
  };
}

const latestThanks = prepared((db, value: ValueOf<{ postId: number | null; since: number }>) =>
  db
    .selectFrom("thanks")
    .innerJoin("person", "person.id", "thanks.person_id")
    .select(["person.id", "person.name"])
    .where("thanks.post_id", "=", value("postId"))
    .where("thanks.thanked_at", ">=", value("since"))
    .orderBy("thanks.thanked_at", "desc")
    .orderBy("thanks.person_id", "desc")
    .limit(MOST_NAMED),
);

interface Told {
  authorId: number;
  name: string;
  words: string;
}

const deedOf = (row: Row, told: Told | undefined): Deed => ({
  ...{ ...plain, postId: row.first_post_id, isGone: !told },
  ...{ names: told ? [told.name] : [], words: told?.words ?? "", authorId: told?.authorId ?? null },
});

const mindOf = prepared((db, value: ValueOf<{ id: number | null }>) =>
  db
    .selectFrom("changed_mind")
    .innerJoin("person", "person.id", "changed_mind.person_id")
    .select(["person.id as authorId", "person.name", "changed_mind.view_now as words"])
    .where("changed_mind.id", "=", value("id"))
    .where("changed_mind.withdrawn_at", "is", null),
);

const lineOf = prepared((db, value: ValueOf<{ id: number | null }>) =>
  db
    .selectFrom("exemplary")
    .innerJoin("person", "person.id", "exemplary.person_id")
    .select(["person.id as authorId", "person.name", "exemplary.line as words"])
    .where("exemplary.id", "=", value("id")),
);
