import { setImmediate } from "node:timers/promises";
import { findHiddenPosts } from "#app/following/find-hidden.server.ts";
import { postLetter } from "#app/mail/send.server.ts";
import { describeNotices } from "#app/notices/describe-notices.server.ts";
import { kindFacts, type NoticeKind } from "#app/notices/kinds.ts";
import type { Db } from "#db/open.server.ts";
import { cannotWrite, write } from "#db/write.server.ts";
import { MOST_BOUNCES } from "../mail/pauses.ts";
import { excerpt } from "../markdown/excerpt.ts";
import { isFolded } from "../moderation/states.ts";
import { shownHtml } from "../posts/shown-html.ts";
import { atOnceLetter } from "./at-once-letter.ts";
import { readWish } from "./read-wish.server.ts";
import { readLetterSecret, sealStop } from "./unsubscribe-token.server.ts";

/** Notices that are looked up together; each has a transaction of its own. */
const BATCH = 20;
/** Characters of a post. */
const EXCERPT = 400;

interface Making {
  origin: string;
  now: () => number;
  reportError: (error: unknown, where: string) => unknown;
}

/** Makes letters of the notices whose time has come, and that nobody has read here meanwhile, for those who wish for them; answers how many notices had their turn. */
export async function sendAtOnce(db: Db, { origin, now, reportError }: Making): Promise<number> {
  let count = 0;
  for (;;) {
    const due = await findDue(db, now());
    if (due.length === 0) return count;
    for (const notice of due) {
      const letter = await composeAtOnce(db, notice, origin).catch((error: unknown) => {
        if (cannotWrite(error)) throw error;
        reportError(error, `letter of notice ${notice.id}`);
        return null;
      });
      await keep(db, notice, letter, now());
      count += 1;
      await setImmediate();
    }
  }
}

type Due = Awaited<ReturnType<typeof findDue>>[number];
type Letter = Awaited<ReturnType<typeof composeAtOnce>>;

const findDue = (db: Db, now: number) =>
  db
    .selectFrom("notice")
    .selectAll()
    .where("letter_at", "is not", null)
    .where("letter_at", "<=", now)
    .orderBy("letter_at")
    .orderBy("id")
    .limit(BATCH)
    .execute();

/** The letter and the notice's turn are kept together: no notice is told of twice. */
async function keep(db: Db, { id, person_id, letter_at }: Due, letter: Letter, now: number) {
  await write(db, async (trx) => {
    const taken = await trx
      .updateTable("notice")
      .set({ letter_at: null })
      .where("id", "=", id)
      .where("letter_at", "=", letter_at)
      .returning("read_at")
      .executeTakeFirst();
    if (!letter || taken?.read_at !== null) return;
    const key = `notice:${id}`;
    await postLetter(trx, { key, kind: "notice", personId: person_id, ...letter, now });
  });
}

/** Null where nobody wishes for it, or it would not arrive, or there is nothing left to tell. */
async function composeAtOnce(db: Db, row: Due, origin: string) {
  if (row.read_at !== null) return null;
  const person = await db
    .selectFrom("person")
    .select(["id", "name", "email", "email_confirmed_at", "email_bounces", "mute_count"])
    .where("id", "=", row.person_id)
    .executeTakeFirstOrThrow();
  const { id, name, email, mute_count: muteCount } = person;
  const isReached = person.email_confirmed_at !== null && person.email_bounces < MOST_BOUNCES;
  if (!email || !isReached || !(await isWished(db, row))) return null;
  // Asked before the title is read: who hides it since keeps the letter back.
  const threadIds = await listTitled(db, row);
  const [notice] = await describeNotices(db, { id, muteCount }, [row]);
  if (notice?.state !== "told") return null;
  // What was muted since it was told: the letter shows more of its words than the notice.
  const postIds = notice.postId === null ? [] : [notice.postId];
  const looked = muteCount > 0 ? postIds : [];
  if ((await findHiddenPosts(db, id, looked, { isInThread: false })).size > 0) return null;
  const stop = sealStop(await readLetterSecret(db), id, { kind: "at-once" });
  const { words, isHeld } = await beginningOf(db, notice.postId);
  const told = { name, origin, stop, threadId: row.thread_id, excerpt: words };
  const holds = { postIds: isHeld ? postIds : [], threadIds };
  return { address: email, ...atOnceLetter(notice, told), ...holds };
}

async function isWished(db: Db, { person_id, kind }: Due): Promise<boolean> {
  const { isAtOnce } = await readWish(db, person_id);
  if (!isAtOnce) return false;
  if (kindFacts[kind as NoticeKind].isOwed) return true;
  const stopped = await db
    .selectFrom("notice_stop")
    .select("kind")
    .where("person_id", "=", person_id)
    .where("kind", "=", kind)
    .executeTakeFirst();
  return !stopped;
}

/** The notice's thread, unless what it is called is kept away. */
async function listTitled(db: Db, { thread_id }: Due): Promise<number[]> {
  const threads = await db
    .selectFrom("thread")
    .select("id")
    .where("id", "=", thread_id ?? 0)
    .where("hidden_at", "is", null)
    .execute();
  return threads.map(({ id }) => id);
}

/** The beginning of a post as everybody reads it, and whether that is of its own words. */
async function beginningOf(db: Db, postId: number | null) {
  const post = await db
    .selectFrom("post")
    .select(["html", "state"])
    .where("id", "=", postId ?? 0)
    .where("withdrawn_at", "is", null)
    .executeTakeFirst();
  if (!post) return { words: "", isHeld: postId !== null };
  return { words: excerpt(shownHtml(post), EXCERPT), isHeld: !isFolded(post.state) };
}
