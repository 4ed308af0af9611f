/** What a notice tells of, as it stands now. */
import type { Selectable } from "kysely";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import type { NoticeTable } from "#db/schema.ts";
import type { Mutes } from "../following/muted.ts";
import { findMutedDeeds, findMutedPosts } from "../following/muted-posts.server.ts";
import { kindFacts, type NoticeKind } from "./kinds.ts";
import { MOST_NAMED } from "./notice.ts";
import { readPosters } from "./read-posters.server.ts";
import { readThankers } from "./read-thankers.server.ts";

export interface Deed {
  /** Whose it was, the latest first; a name may come again. */
  names: string[];
  /** How many people, where not all are named. */
  people?: number;
  count: number;
  postId: number | null;
  isStart: boolean;
  isGone: boolean;
  /** Nothing of it is left but what its reader mutes. */
  isMuted: boolean;
  words: string;
  /** Whose it was; null where those whom its reader mutes are left out already. */
  authorId: number | null;
}

type Row = Selectable<NoticeTable>;

/** What stands of it, without what its reader mutes, should they mute anything. */
export async function readDeed(db: Db, row: Row, mutes: Mutes | null): Promise<Deed> {
  const { isOfPosts, isDecision } = kindFacts[row.kind as NoticeKind];
  if (isOfPosts && row.thread_id !== null) return readPosts(db, row, mutes);
  const deed = await readOther(db, row);
  if (mutes === null || isDecision || deed.postId === null) return deed;
  const { postId, authorId, words: text } = deed;
  const about = { id: row.id, postId, people: authorId === null ? [] : [authorId], text };
  return { ...deed, isMuted: deed.isMuted || (await findMutedDeeds(db, mutes, [about])).size > 0 };
}

async function readOther(db: Db, row: Row): Promise<Deed> {
  const { kind } = row;
  if (kind === "thanks") return readThanks(db, row);
  if (kind === "mind") return deedOf(row, await mindOf.first(db, { id: row.about_id }));
  if (kind === "line") return deedOf(row, await lineOf.first(db, { id: row.about_id }));
  if (kind === "decision") {
    // No post of its own: what it is about may be kept away, and is its reader's.
    const act = await reasonOf.first(db, { id: row.about_id });
    return { ...plain, words: act?.words ?? "", isGone: !act };
  }
  return { ...plain, count: row.count };
}

const plain: Deed = {
  ...{ names: [], count: 1, postId: null, isStart: false, isGone: false, words: "" },
  ...{ isMuted: false, authorId: null },
};

const nobody: ReadonlySet<number> = new Set();

async function readPosts(db: Db, row: Row, mutes: Mutes | null): Promise<Deed> {
  const { posts: all, isWhole, isSure } = await readPosters(db, row, mutes?.people ?? nobody);
  const ids = all.map(({ id }) => id);
  const muted = mutes ? await findMutedPosts(db, mutes, ids, { isInThread: false }) : nobody;
  const posts = all.filter(({ id }) => !muted.has(id));
  const first = posts.at(-1);
  return {
    ...{ ...plain, count: isWhole ? Math.min(row.count, posts.length) : row.count },
    names: isSure || isOfOne(posts) ? posts.map(({ name }) => name) : [],
    postId: (isWhole ? first?.id : row.first_post_id) ?? row.first_post_id,
    isStart: first?.isStart ?? false,
    isGone: all.length === 0,
    isMuted: all.length > 0 && posts.length === 0,
    authorId: null,
  };
}

const isOfOne = (posts: readonly { authorId: number }[]) =>
  new Set(posts.map(({ authorId }) => authorId)).size === 1;

async function readThanks(db: Db, row: Row): Promise<Deed> {
  const postId = row.first_post_id;
  const about = { personId: row.person_id, postId: postId ?? 0, since: row.began_at };
  const all = await readThankers(db, about, MOST_NAMED);
  const thankers = all.filter(({ isMuted }) => !isMuted).slice(0, row.count);
  // Fewer than are named are all that there are.
  const people = thankers.length < MOST_NAMED ? thankers.length : row.count;
  return {
    ...plain,
    ...{ names: thankers.map(({ name }) => name), people, count: people },
    ...{ postId, isGone: all.length === 0, isMuted: all.length > 0 && people === 0 },
  };
}

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

const reasonOf = prepared((db, value: ValueOf<{ id: number | null }>) =>
  db.selectFrom("event").select("reason as words").where("id", "=", value("id")),
);

const lineOf = prepared((db, value: ValueOf<{ id: number | null }>) =>
  db
    .selectFrom("exemplary")
    .innerJoin("person", "person.id", "exemplary.person_id")
    .select(["person.id as authorId", "person.name", "exemplary.line as words"])
    .where("exemplary.id", "=", value("id")),
);
