import { sql } from "kysely";
import type { Db } from "#db/open.server.ts";

/** Records of a post shown at once. */
export const MINDS = 100;
/** Records shown on a profile. */
export const MINDS_OF_PERSON = 10;

export interface ChangedMind {
  id: number;
  postId: number;
  /** Whose mind it was. */
  person: string;
  personId: number;
  /** Whose post it was. */
  author: string;
  title: string;
  before: string;
  now: string;
  recordedAt: number;
}

const minds = (db: Db) =>
  db
    .selectFrom("changed_mind")
    .innerJoin("person", "person.id", "changed_mind.person_id")
    .innerJoin("person as author", "author.id", "changed_mind.author_id")
    .innerJoin("thread", "thread.id", "changed_mind.thread_id")
    .select(["changed_mind.id", "changed_mind.post_id as postId", "thread.title"])
    .select(["person.name as person", "person.id as personId", "author.name as author"])
    .select(["changed_mind.view_before as before", "changed_mind.view_now as now"])
    .select("changed_mind.recorded_at as recordedAt")
    .where("changed_mind.withdrawn_at", "is", null)
    .orderBy("changed_mind.recorded_at", "desc")
    .orderBy("changed_mind.id", "desc");

/** Whose mind a post changed: one's own record, then the latest first. */
export async function listChangedMinds(
  db: Db,
  postId: number,
  personId: number | null = null,
): Promise<ChangedMind[]> {
  const ofPost = minds(db).where("changed_mind.post_id", "=", postId);
  const latest = await ofPost.limit(MINDS).execute();
  if (personId === null) return latest;
  const own = await ofPost.where("changed_mind.person_id", "=", personId).execute();
  return [...own, ...latest.filter((mind) => mind.personId !== personId)];
}

export interface Honours {
  /** How many people's minds this person's posts changed. */
  changed: number;
  /** The latest records of either kind. */
  ofOthers: ChangedMind[];
  own: ChangedMind[];
}

/** What a profile tells: whose minds a person changed, and what changed theirs. */
export async function readHonours(db: Db, personId: number): Promise<Honours> {
  const { changed } = await db
    .selectFrom("changed_mind")
    .select(sql<number>`count(distinct person_id)`.as("changed"))
    .where("author_id", "=", personId)
    .where("withdrawn_at", "is", null)
    .executeTakeFirstOrThrow();
  const latest = (of: "author_id" | "person_id") =>
    minds(db).where(`changed_mind.${of}`, "=", personId).limit(MINDS_OF_PERSON).execute();
  return { changed, ofOthers: await latest("author_id"), own: await latest("person_id") };
}
