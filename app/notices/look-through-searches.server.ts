/** Searches that people follow, looked through again and again. */
import { setImmediate } from "node:timers/promises";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { write } from "#db/write.server.ts";
import { isMuted } from "../following/muted.ts";
import { readMutes } from "../following/read-mutes.server.ts";
import { readTold } from "./read-told.server.ts";
import { readWishes } from "./read-wishes.server.ts";
import { type Candidate, whyTold } from "./recipients.ts";
import { writeNotices } from "./write-notices.server.ts";

/** Seconds between two looks through one search. */
export const LOOK_EVERY = 15 * 60;
/** Searches that are looked through in one go; the others wait for the next. */
const AT_A_TIME = 8;

/** Answers the ids of the newest posts that a search finds, or null where it is to be asked again later. */
type FindNewest = (db: Db, asked: string, now: number) => Promise<number[] | null>;

/** Tells of what searches that are due find anew, those that waited longest first; answers how many were looked through. */
export async function lookThroughSearches(
  db: Db,
  now: number,
  findNewest: FindNewest,
): Promise<number> {
  const due = await dueSearches.all(db, { now });
  for (const search of due) {
    // Whatever is posted while it is looked through is there the next time.
    const latestId = (await latestPost.first(db, {}))?.id ?? 0;
    const ids = search.level === "nothing" ? [] : await findNewest(db, search.asked, now);
    if (ids === null) break;
    await tellOf(db, search, await newOf(db, search, ids), { latestId, now });
    await setImmediate();
  }
  return due.length;
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
    .select(["followed_search.due_at as dueAt", "follow.level"])
    .where("followed_search.due_at", "<=", value("now"))
    .orderBy("followed_search.due_at")
    .orderBy("followed_search.id")
    .limit(AT_A_TIME),
);

const latestPost = prepared((db) =>
  db.selectFrom("post").select("id").orderBy("id", "desc").limit(1),
);

/** Of what was found, what came since the last look, or was found worth reading since, is not muted, and is told for no other reason. */
async function newOf(db: Db, search: Search, ids: readonly number[]): Promise<number[]> {
  const since = search.dueAt - LOOK_EVERY;
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
    if (isMuted(mutes, { ...told.post, text: told.text })) continue;
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
    await writeNotices(trx, [personId], {
      ...{ kind: "search", subject: `search:${id}`, aboutId: id, count: ids.length },
      ...{ threadId: null, firstId: Math.min(...ids), latestId: Math.max(...ids) },
      ...{ fromId: null, details: null, now, letterAt: null },
    });
  });
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
