/** Searches that people follow, looked through again and again. */
import { setImmediate } from "node:timers/promises";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { write } from "#db/write.server.ts";
import { isMuted } from "../following/muted.ts";
import { readMutes } from "../following/read-mutes.server.ts";
import { findTold, readPostIds } from "./find-told.server.ts";
import { readBlocks } from "./read-blocks.server.ts";
import { readTold } from "./read-told.server.ts";
import { readWishes } from "./read-wishes.server.ts";
import { type Candidate, whyTold } from "./recipients.ts";
import { writeNotices } from "./write-notices.server.ts";

/** Seconds between two looks through one search. */
export const LOOK_EVERY = 15 * 60;
/** Seconds until one that could not be asked is asked again. */
const AGAIN = 60;
/** Seconds for which what was found worth reading before a look is told, should one have failed. */
const FOUND_FOR = 24 * 60 * 60;
/** Posts of one notice that are known to have been told, the latest. */
const MOST_KNOWN = 200;
/** Searches that are looked through in one go; the others wait for the next. */
const AT_A_TIME = 8;

/** Answers the ids of the newest posts that a search finds, or null where it is to be asked again later. */
type FindNewest = (db: Db, asked: string, now: number) => Promise<number[] | null>;

type Report = (error: unknown, where: string) => unknown;

/** Tells of what searches that are due find anew, those that waited longest first; answers how many were due. One that fails is reported and looked through later. */
export async function lookThroughSearches(
  db: Db,
  now: number,
  findNewest: FindNewest,
  report: Report,
): Promise<number> {
  const due = await dueSearches.all(db, { now });
  for (const search of due) {
    try {
      const isAsked = await lookThrough(db, search, now, findNewest);
      // Whoever waits for a search comes first.
      if (!isAsked) break;
    } catch (error) {
      report(error, "looking through a search");
      await putOff(db, search, now + LOOK_EVERY);
    }
    await setImmediate();
  }
  return due.length;
}

/** False where it could not be asked; then it is asked again a little later. */
async function lookThrough(db: Db, search: Search, now: number, findNewest: FindNewest) {
  // Whatever is posted while it is looked through is there the next time.
  const latestId = (await latestPost.first(db, {}))?.id ?? 0;
  const ids = search.level === "nothing" ? [] : await findNewest(db, search.asked, now);
  if (ids === null) await putOff(db, search, now + AGAIN);
  else await tellOf(db, search, await newOf(db, search, ids, now), { latestId, now });
  return ids !== null;
}

type Search = Awaited<ReturnType<typeof dueSearches.all>>[number];

const dueSearches = prepared((db, value: ValueOf<{ now: number }>) =>
  db
    .selectFrom("followed_search")
    .innerJoin("follow", (join) =>
      join
        .onRef("follow.person_id", "=", "followed_search.person_id")
        .onRef("follow.object_id", "=", "followed_search.id")
        .on("follow.kind", "=", "search"),
    )
    .select(["followed_search.id", "followed_search.person_id as personId"])
    .select(["followed_search.asked", "followed_search.seen_id as seenId"])
    .select(["followed_search.due_at as dueAt", "followed_search.made_at as madeAt"])
    .select("follow.level")
    .where("followed_search.due_at", "<=", value("now"))
    .orderBy("followed_search.due_at")
    .orderBy("followed_search.id")
    .limit(AT_A_TIME),
);

const latestPost = prepared((db) =>
  db.selectFrom("post").select("id").orderBy("id", "desc").limit(1),
);

/** Of what was found, what came since the last look, or was found worth reading lately, is not muted, and neither was nor is told for another reason. */
async function newOf(db: Db, search: Search, ids: readonly number[], now: number) {
  const since = Math.max(search.madeAt, now - FOUND_FOR);
  const fresh: number[] = [];
  for (const id of ids) {
    if (search.level === "every" ? id > search.seenId : await isFoundSince(db, id, since)) {
      fresh.push(id);
    }
  }
  if (fresh.length === 0) return [];
  const mutes = await readMutes(db, search.personId);
  const { stopped } = await readWishes(db, [search.personId]);
  const follows = await followsOf.all(db, { personId: search.personId });
  const left: number[] = [];
  for (const id of fresh) {
    const told = await readTold(db, id, false);
    await setImmediate();
    if (!told || told.post.isWithdrawn || told.post.authorId === search.personId) continue;
    if ((await readBlocks(db, told.post.authorId, [search.personId])).size > 0) continue;
    if (isMuted(mutes, { ...told.post, text: told.text })) continue;
    if ((await findTold(db, told, [search.personId])).size > 0) continue;
    const concern = told.concerned.get(search.personId);
    const candidate: Candidate = {
      ...{ personId: search.personId, follows, hasMutedWord: false },
      ...{ isAnswered: false, isMentioned: false, isQuoted: false, ...concern },
      stopped: stopped.get(search.personId) ?? new Set(),
    };
    const isTold = [false, search.level !== "every"].some((isFound) =>
      whyTold({ ...told.post, isFound }, candidate),
    );
    if (!isTold) left.push(id);
  }
  return left;
}

const isFoundSince = async (db: Db, postId: number, since: number) =>
  ((await foundAt.first(db, { postId }))?.found_at ?? 0) > since;

const foundAt = prepared((db, value: ValueOf<{ postId: number }>) =>
  db.selectFrom("tally").select("found_at").where("post_id", "=", value("postId")),
);

const followsOf = prepared((db, value: ValueOf<{ personId: number }>) =>
  db
    .selectFrom("follow")
    .select(["kind", "object_id as objectId", "level"])
    .where("person_id", "=", value("personId")),
);

/** The next look and the notice are written together; where another process was quicker, neither is. */
async function tellOf(
  db: Db,
  { id, personId, seenId, dueAt }: Search,
  ids: readonly number[],
  { latestId, now }: { latestId: number; now: number },
) {
  await write(db, async (trx) => {
    const next = { id, seenId, dueAt, latestId, nextAt: now + LOOK_EVERY };
    if (!(await moveOn.first(trx, next)) || ids.length === 0) return;
    const subject = `search:${id}`;
    const known = readPostIds((await unread.first(trx, { personId, subject }))?.details ?? null);
    await writeNotices(trx, [personId], {
      ...{ kind: "search", subject, aboutId: id, count: ids.length },
      ...{ threadId: null, firstId: Math.min(...ids), latestId: Math.max(...ids) },
      details: JSON.stringify({ posts: [...known, ...ids].slice(-MOST_KNOWN) }),
      ...{ fromId: null, now, letterAt: null },
    });
  });
}

const unread = prepared((db, value: ValueOf<{ personId: number; subject: string }>) =>
  db
    .selectFrom("notice")
    .select("details")
    .where("person_id", "=", value("personId"))
    .where("subject", "=", value("subject"))
    .where("read_at", "is", null),
);

/** It is looked through then as if it had not been now. */
async function putOff(db: Db, { id, seenId, dueAt }: Search, nextAt: number) {
  await write(db, (trx) => moveOn.all(trx, { id, seenId, dueAt, latestId: seenId, nextAt }));
}

interface Moved {
  id: number;
  seenId: number;
  dueAt: number;
  latestId: number;
  nextAt: number;
}

const moveOn = prepared((db, value: ValueOf<Moved>) =>
  db
    .updateTable("followed_search")
    .set({ seen_id: value("latestId"), due_at: value("nextAt") })
    .where("id", "=", value("id"))
    .where("seen_id", "=", value("seenId"))
    .where("due_at", "=", value("dueAt"))
    .returning("id"),
);
