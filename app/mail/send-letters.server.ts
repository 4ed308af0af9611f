import { createHash } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import type { Db } from "#db/open.server.ts";
import { cannotWrite } from "#db/write.server.ts";
import { say } from "../strings/say.ts";
import type { Mail, Outcome } from "./mail.ts";
import { messageOf } from "./message.ts";
import { lastsFor, MOST_BOUNCES } from "./pauses.ts";
import { keepOutcome, type TakenLetter, takeLetter } from "./take-letter.server.ts";

/** Letters of one run; the next begins a few seconds later. */
const MOST = 500;
/** After a database that could not be written to, in milliseconds. */
const PAUSE = 500;

interface Sending {
  mail: Mail | null;
  /** The forum's own. */
  origin: string;
  now: () => number;
  /** Then no other letter is taken. */
  isStopping?: () => boolean;
}

/** Sends the letters that are due, one after the other, until none is, or the server is away; answers how many were taken up. Without a mail server they stay in the outbox. */
export async function sendLetters(
  db: Db,
  { mail, origin, now, isStopping = () => false }: Sending,
): Promise<number> {
  if (!mail) return 0;
  const host = new URL(origin).hostname;
  let count = 0;
  try {
    while (count < MOST && !isStopping()) {
      const letter = await takeLetter(db, now());
      if (!letter) break;
      count += 1;
      const why = await whyNot(db, letter, now());
      const outcome: Outcome = why
        ? { kind: "refused", failure: why }
        : await mail.send(messageOf(letter, host, shortHash));
      await keepSurely(db, letter, outcome, now());
      if (outcome.kind === "later" && outcome.isServerAway) break;
    }
  } finally {
    mail.hangUp();
  }
  return count;
}

/** Nothing is sent before it is kept: a letter of which nobody knows how it ended is sent no more. */
async function keepSurely(db: Db, letter: TakenLetter, outcome: Outcome, now: number) {
  for (;;) {
    try {
      return await keepOutcome(db, letter, outcome, now);
    } catch (error) {
      if (!cannotWrite(error)) throw error;
      await setTimeout(PAUSE);
    }
  }
}

const shortHash = (key: string) =>
  createHash("sha256").update(key).digest("base64url").slice(0, 16);

/** What keeps a letter from going out, in words for administrators, or null: it came too late, its address is no longer one that wishes for it, or words in it were withdrawn, or moderation took them from where they stood. */
async function whyNot(db: Db, letter: TakenLetter, now: number): Promise<string | null> {
  if (now >= letter.made_at + lastsFor(letter.kind)) return say("letters.aside.late");
  const isOfAccount = letter.kind === "moved" || letter.kind === "password";
  if (isOfAccount || letter.person_id === null) return null;
  const person = await db
    .selectFrom("person")
    .leftJoin("letter_wish", "letter_wish.person_id", "person.id")
    .select(["email", "email_confirmed_at", "email_bounces", "is_at_once", "digest"])
    .where("id", "=", letter.person_id)
    .executeTakeFirst();
  if (person?.email !== letter.address) return say("letters.aside.moved");
  if (letter.kind === "confirm") return null;
  if (person.email_confirmed_at === null) return say("letters.aside.unconfirmed");
  if (person.email_bounces >= MOST_BOUNCES) return say("letters.aside.bounced");
  // Who has no row gets what everybody gets: letters at once.
  const isStopped =
    (letter.kind === "notice" && person.is_at_once === 0) ||
    (letter.kind === "digest" && person.digest === "none");
  if (isStopped) return say("letters.aside.stopped");
  const isGone = (await holdsWithdrawn(db, letter)) || (await holdsHidden(db, letter));
  return isGone ? say("letters.aside.withdrawn") : null;
}

/** Whether words in it are no longer where they stood: their post is away or folded, or has a text since that took the former from everybody's reach. */
async function holdsWithdrawn(db: Db, { post_ids, made_at }: TakenLetter): Promise<boolean> {
  if (post_ids === null) return false;
  const withdrawn = await db
    .selectFrom("post")
    .select("id")
    .where("id", "in", JSON.parse(post_ids) as number[])
    .where((eb) =>
      eb.or([
        eb("withdrawn_at", "is not", null),
        eb("state", "not in", ["published", "redacted"]),
        eb.and([eb("public_from", ">", 0), eb("edited_at", ">=", made_at)]),
      ]),
    )
    .executeTakeFirst();
  return withdrawn !== undefined;
}

async function holdsHidden(db: Db, { thread_ids }: TakenLetter): Promise<boolean> {
  if (thread_ids === null) return false;
  const hidden = await db
    .selectFrom("thread")
    .select("id")
    .where("id", "in", JSON.parse(thread_ids) as number[])
    .where("hidden_at", "is not", null)
    .executeTakeFirst();
  return hidden !== undefined;
}
