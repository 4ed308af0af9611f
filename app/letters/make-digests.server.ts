import { setImmediate } from "node:timers/promises";
import { sql } from "kysely";
import { findHiddenPosts } from "#app/following/find-hidden.server.ts";
import { postLetter } from "#app/mail/send.server.ts";
import { isAmong } from "#db/dialect.server.ts";
import type { Db, Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { cannotWrite, write } from "#db/write.server.ts";
import { MOST_BOUNCES } from "../mail/pauses.ts";
import { excerpt } from "../markdown/excerpt.ts";
import { isFolded } from "../moderation/states.ts";
import { shownHtml } from "../posts/shown-html.ts";
import { type DigestPost, digestLetter, MOST_UNREAD } from "./digest-letter.ts";
import { findPosts } from "./find-posts.server.ts";
import { nextTime } from "./next-time.ts";
import { type Candidate, MOST_POSTS, rankPosts } from "./rank-posts.ts";
import { readLetterSecret, sealStop } from "./unsubscribe-token.server.ts";

/** People who are looked up together; each has a transaction of their own, and others are served between them. */
export const BATCH = 20;
/** Ranked posts that are looked at for what the reader mutes. */
const MOST_LOOKED_AT = 40;
/** Characters of a post. */
const EXCERPT = 280;
/** Seconds until one that broke is tried again. */
const AFTER_BREAKING = 3600;

interface Making {
  origin: string;
  now: () => number;
  reportError: (error: unknown, where: string) => unknown;
}

/** Makes the regular letters that are due, in the order in which they were; answers how many people had their turn. Each letter and the time of the next are kept together or not at all, so that whoever goes on after a kill makes none twice. */
export async function makeDigests(db: Db, { origin, now, reportError }: Making): Promise<number> {
  let count = 0;
  if (!(await dueAt.first(db, { now: now() }))) return count;
  const secret = await readLetterSecret(db);
  for (;;) {
    const due = await dueAt.all(db, { now: now() });
    if (due.length === 0) return count;
    for (const person of due) {
      await makeDigest(db, person, { origin, secret, now: now() }).catch(async (error: unknown) => {
        if (cannotWrite(error)) throw error;
        reportError(error, `regular letter of person ${person.id}`);
        await move(db, person, { next_at: now() + AFTER_BREAKING });
      });
      count += 1;
      await setImmediate();
    }
  }
}

type Due = Awaited<ReturnType<typeof dueAt.all>>[number];

const dueAt = prepared((db, value: ValueOf<{ now: number }>) =>
  db
    .selectFrom("letter_wish")
    .innerJoin("person", "person.id", "letter_wish.person_id")
    .select(["digest", "weekday", "hour", "zone", "since", "next_at"])
    .select(["person.id", "name", "email", "email_confirmed_at", "email_bounces", "mute_count"])
    .where("next_at", "is not", null)
    .where("next_at", "<=", value("now"))
    .orderBy("next_at")
    .orderBy("person_id")
    .limit(BATCH),
);

async function makeDigest(
  db: Db,
  person: Due,
  { origin, secret, now }: { origin: string; secret: string; now: number },
) {
  const letter = await composeDigest(db, person, origin, secret);
  await write(db, async (trx) => {
    const times = { since: now, next_at: nextTime(person, now) };
    // Another process was quicker, or the person wishes for something else by now.
    if (!(await move(trx, person, times)) || !letter) return;
    const key = `digest:${person.id}:${person.since}`;
    const { id: personId } = person;
    await postLetter(trx, {
      key,
      kind: "digest",
      personId,
      address: person.email!,
      ...letter,
      now,
    });
  });
}

async function move(
  db: Db | Trx,
  { id, next_at }: Due,
  times: { since?: number; next_at: number | null },
) {
  const { numUpdatedRows } = await db
    .updateTable("letter_wish")
    .set(times)
    .where("person_id", "=", id)
    .where("next_at", "=", next_at)
    .executeTakeFirst();
  return Number(numUpdatedRows) > 0;
}

/** Null where no letter would arrive, or there is nothing to say. */
async function composeDigest(db: Db, person: Due, origin: string, secret: string) {
  const { id, name, since, digest, zone } = person;
  if (digest === "none" || !isReached(person)) return null;
  const candidates = rankPosts(await findPosts(db, { personId: id, since }));
  const rows = await readRows(db, await leaveOutMuted(db, person, candidates));
  const posts = rows.map(postOf);
  if (posts.length === 0) return null;
  const { count } = (await unreadOf.first(db, { personId: id }))!;
  const stop = sealStop(secret, id, { kind: "digest" });
  const about = { name, origin, stop, digest, zone, posts, unread: Number(count) };
  const held = rows.filter(({ state }) => !isFolded(state));
  return {
    ...digestLetter(about),
    postIds: held.map((row) => row.id),
    threadIds: [...new Set(rows.map((row) => row.thread_id))],
  };
}

const isReached = (person: Due) =>
  person.email !== null &&
  person.email_confirmed_at !== null &&
  person.email_bounces < MOST_BOUNCES;

async function leaveOutMuted(db: Db, { id, mute_count }: Due, ranked: Candidate[]) {
  if (mute_count === 0) return ranked.slice(0, MOST_POSTS);
  const looked = ranked.slice(0, MOST_LOOKED_AT);
  const ids = looked.map((candidate) => candidate.id);
  const hidden = await findHiddenPosts(db, id, ids, { isInThread: false });
  return looked.filter((candidate) => !hidden.has(candidate.id)).slice(0, MOST_POSTS);
}

async function readRows(db: Db, ranked: Candidate[]): Promise<Words[]> {
  if (ranked.length === 0) return [];
  const rows = await wordsOf.all(db, { ids: ranked.map(({ id }) => id) });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ranked.flatMap(({ id }) => byId.get(id) ?? []);
}

type Words = Awaited<ReturnType<typeof wordsOf.all>>[number];

const postOf = (row: Words): DigestPost => ({
  ...{ id: row.id, title: row.title, author: row.author, postedAt: row.posted_at },
  excerpt: excerpt(shownHtml(row), EXCERPT),
  found:
    row.shown_at !== null && row.worth_count > 0
      ? { worth: row.worth_count, voters: row.voter_count }
      : null,
});

const wordsOf = prepared((db, value: ValueOf<{ ids: readonly number[] }>) =>
  db
    .selectFrom("post")
    .innerJoin("thread", "thread.id", "post.thread_id")
    .innerJoin("person", "person.id", "post.author_id")
    .innerJoin("tally", "tally.post_id", "post.id")
    .select(["post.id", "post.html", "post.state", "post.posted_at"])
    .select(["post.thread_id", "thread.title", "person.name as author"])
    .select(["tally.shown_at", "tally.voter_count", "tally.worth_count"])
    .where(isAmong(db, sql.ref("post.id"), value("ids"))),
);

const unreadOf = prepared((db, value: ValueOf<{ personId: number }>) =>
  db
    .selectFrom(
      db
        .selectFrom("notice")
        .select("id")
        .where("person_id", "=", value("personId"))
        .where("read_at", "is", null)
        .limit(MOST_UNREAD + 1)
        .as("unread"),
    )
    .select((eb) => eb.fn.countAll<number>().as("count")),
);
