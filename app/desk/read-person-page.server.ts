import type { Db } from "#db/open.server.ts";
import { nameKey } from "../names/name-key.ts";
import { findVotingFor, findVotingTogether } from "./find-voting-together.server.ts";
import { listActsAbout } from "./list-acts.server.ts";
import { listNotes } from "./list-notes.server.ts";
import { readRecord } from "./read-record.server.ts";

export type PersonPage = Awaited<ReturnType<typeof readPersonPage>>;

const LATEST_POSTS = 10;
const LATEST_CASES = 20;

/** All that a moderator may know of somebody, at `now` in epoch seconds: of themselves neither notes nor votes. Throws Refusal 404. */
export async function readPersonPage(db: Db, person: { id: number }, name: string, now: number) {
  const record = await readRecord(db, await findPersonId(db, name), now);
  const { id } = record;
  const isOwn = id === person.id;
  return {
    ...{ record, isOwn },
    acts: await listActsAbout(db, id),
    notes: isOwn ? [] : await listNotes(db, id),
    cases: await listCasesOf(db, id),
    posts: await listPostsOf(db, id),
    together: isOwn ? [] : await findVotingTogether(db, id),
    voters: isOwn ? [] : await findVotingFor(db, id),
  };
}

/** Whose name, or one that looks the same, this is; null for nobody's. */
export async function findPersonId(db: Db, name: string): Promise<number | null> {
  const row = await db
    .selectFrom("person")
    .select("id")
    .where("name_key", "=", nameKey(name))
    .executeTakeFirst();
  return row?.id ?? null;
}

const listCasesOf = (db: Db, personId: number) =>
  db
    .selectFrom("case")
    .select(["id", "state", "passage", "opened_at as openedAt"])
    .where("author_id", "=", personId)
    .orderBy("opened_at", "desc")
    .orderBy("id", "desc")
    .limit(LATEST_CASES)
    .execute();

const listPostsOf = (db: Db, personId: number) =>
  db
    .selectFrom("post")
    .innerJoin("thread", "thread.id", "post.thread_id")
    .select(["post.id", "thread.title", "post.posted_at as postedAt", "post.state"])
    .where("post.author_id", "=", personId)
    .orderBy("post.posted_at", "desc")
    .orderBy("post.id", "desc")
    .limit(LATEST_POSTS)
    .execute();
