import { setImmediate } from "node:timers/promises";
import type { Db, Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { write } from "#db/write.server.ts";
import { heldWords } from "../following/muted.ts";
import { findReaders } from "./find-readers.server.ts";
import { findTold } from "./find-told.server.ts";
import { kindFacts, LETTER_AFTER, subjectOf, type Why } from "./kinds.ts";
import { readBlocks } from "./read-blocks.server.ts";
import { readFollowers } from "./read-followers.server.ts";
import { readTold, type ToldOf } from "./read-told.server.ts";
import { readWishes } from "./read-wishes.server.ts";
import { type Candidate, whyTold } from "./recipients.ts";
import { writeNotices } from "./write-notices.server.ts";

/** People of one thing followed who are looked at in one go: what is read and written of them keeps nobody waiting. More than one person may follow of a post's branches. */
const BATCH = 120;

/** What happened that is told. */
export interface Told {
  /** Of the event. */
  id: number;
  postId: number;
  /** It was found worth reading. */
  isFound: boolean;
}

/** Tells whoever is to hear of a post, in the order of their ids: each batch and how far it came are written together, so that however often and by however many it is begun, each person is told once. It ends where the event is delivered already. `letNext` is called once the last batch stands in line to be written. */
export async function tellOfPost(
  db: Db,
  { id, postId, isFound }: Told,
  now: number,
  letNext = () => {},
): Promise<void> {
  let reached = await readReached(db, id);
  const told = reached === null ? null : await readTold(db, postId, isFound);
  while (told && reached !== null) {
    const { reasons, readers, until } = await nextBatch(db, told, reached);
    if (until === null && reasons.size === 0) return;
    const from: number = reached;
    const to = until ?? Math.max(...reasons.keys());
    const writing = write(db, async (trx) => {
      if (!(await moveOn.first(trx, { id, from, to }))) return false;
      await tellAll(trx, told, { reasons, readers }, now);
      return true;
    });
    if (until === null) letNext();
    const isMine = await writing;
    if (isMine && until === null) return;
    reached = isMine ? to : await readReached(db, id);
    // Whoever asks for a page comes first.
    await setImmediate();
  }
}

const readReached = async (db: Db, id: number) =>
  (await reachedOf.first(db, { id }))?.reached ?? null;

const reachedOf = prepared((db, value: ValueOf<{ id: number }>) =>
  db.selectFrom("delivery").select("reached").where("event_id", "=", value("id")),
);

/** Another process that came as far was quicker. */
const moveOn = prepared((db, value: ValueOf<{ id: number; from: number; to: number }>) =>
  db
    .updateTable("delivery")
    .set({ reached: value("to") })
    .where("event_id", "=", value("id"))
    .where("reached", "=", value("from"))
    .returning("event_id"),
);

/** Who of the people after one is told, and why; who of them has read it already; and the last of those who were looked at, or null where nobody is left. */
async function nextBatch(db: Db, told: ToldOf, after: number) {
  const { post, text, concerned } = told;
  const { follows, until } = await readFollowers(db, post, after, BATCH);
  const isNext = (id: number) => id > after && (until === null || id <= until);
  const ids = new Set([...follows.keys(), ...[...concerned.keys()].filter(isNext)]);
  // Most who follow hear of a post only once it is found worth reading: nothing else is asked of them.
  const candidates = [...ids]
    .map((personId) => candidateOf(personId, told, follows.get(personId)))
    .filter((candidate) => whyTold(post, candidate));
  const near = candidates.map(({ personId }) => personId);
  const { stopped, words } = await readWishes(db, near);
  const blocking = await readBlocks(db, post.authorId, near);
  const held = new Set(heldWords(text, [...new Set([...words.values()].flat())]));
  const reasons = new Map<number, Why>();
  for (const candidate of candidates) {
    const { personId } = candidate;
    const why = whyTold(post, {
      ...candidate,
      hasMutedWord: words.get(personId)?.some((word) => held.has(word)) ?? false,
      stopped: stopped.get(personId) ?? candidate.stopped,
      isBlocking: blocking.has(personId),
    });
    if (why) reasons.set(personId, why);
  }
  const personIds = [...reasons.keys()];
  if (post.isFound) for (const id of await findTold(db, told, personIds)) reasons.delete(id);
  const asked = { threadId: post.threadId, postId: post.id, personIds };
  const readers = post.isFound ? none : await findReaders(db, asked);
  return { reasons, readers, until };
}

/** Somebody, before it is asked what they wish to hear nothing of. */
const candidateOf = (
  personId: number,
  { concerned }: ToldOf,
  follows: Candidate["follows"] = [],
): Candidate => ({
  ...(concerned.get(personId) ?? { isAnswered: false, isMentioned: false, isQuoted: false }),
  ...{ personId, follows, hasMutedWord: false, stopped: none },
});

const none: ReadonlySet<never> = new Set();

/** Those who are told alike are told by one statement. */
async function tellAll(
  trx: Trx,
  { post }: ToldOf,
  { reasons, readers }: { reasons: Map<number, Why>; readers: ReadonlySet<number> },
  now: number,
) {
  const groups = new Map<string, { why: Why; isRead: boolean; personIds: number[] }>();
  for (const [personId, why] of reasons) {
    const isRead = readers.has(personId);
    const key = `${why.kind} ${why.by} ${why.aboutId} ${isRead}`;
    const group = groups.get(key) ?? { why, isRead, personIds: [] };
    group.personIds.push(personId);
    groups.set(key, group);
  }
  for (const { why, isRead, personIds } of groups.values()) {
    const { kind, by, aboutId } = why;
    await writeNotices(trx, personIds, {
      ...{ kind, aboutId, now, count: 1 },
      subject: subjectOf(kind, post.threadId, aboutId),
      ...{ threadId: post.threadId, firstId: post.id, latestId: post.id, fromId: post.authorId },
      details: by && JSON.stringify({ by }),
      readAt: isRead ? now : null,
      letterAt: kindFacts[kind].isAtOnce && !isRead ? now + LETTER_AFTER : null,
    });
  }
}
