import { createHash } from "node:crypto";
import type { Db } from "#db/open.server.ts";
import { say } from "../strings/say.ts";
import type { Mail } from "./mail.ts";
import { messageOf } from "./message.ts";
import { lastsFor, MOST_BOUNCES } from "./pauses.ts";
import { keepOutcome, setAside, type TakenLetter, takeLetter } from "./take-letter.server.ts";

/** Letters of one run; the next begins a few seconds later. */
const MOST = 500;

interface Sending {
  mail: Mail | null;
  /** The forum's own. */
  origin: string;
  now: () => number;
}

/** Sends the letters that are due, one after the other, until none is, or the server is away; answers how many were taken up. Without a mail server they stay in the outbox. */
export async function sendLetters(db: Db, { mail, origin, now }: Sending): Promise<number> {
  if (!mail) return 0;
  const host = new URL(origin).hostname;
  let count = 0;
  try {
    while (count < MOST) {
      const letter = await takeLetter(db, now());
      if (!letter) break;
      count += 1;
      const why = await whyNot(db, letter, now());
      if (why) {
        await setAside(db, letter, why, now());
        continue;
      }
      const outcome = await mail.send(messageOf(letter, host, shortHash));
      await keepOutcome(db, letter, outcome, now());
      if (outcome.kind === "later" && outcome.isServerAway) break;
    }
  } finally {
    mail.hangUp();
  }
  return count;
}

const shortHash = (key: string) =>
  createHash("sha256").update(key).digest("base64url").slice(0, 16);

/** What keeps a letter from going out, in words for administrators, or null: it came too late, or its address is no longer one that wishes for it. */
async function whyNot(db: Db, letter: TakenLetter, now: number): Promise<string | null> {
  if (now >= letter.made_at + lastsFor(letter.kind)) return say("letters.aside.late");
  if (letter.kind === "moved" || letter.person_id === null) return null;
  const person = await db
    .selectFrom("person")
    .select(["email", "email_confirmed_at", "email_bounces"])
    .where("id", "=", letter.person_id)
    .executeTakeFirst();
  if (person?.email !== letter.address) return say("letters.aside.moved");
  if (letter.kind === "confirm") return null;
  if (person.email_confirmed_at === null) return say("letters.aside.unconfirmed");
  return person.email_bounces >= MOST_BOUNCES ? say("letters.aside.bounced") : null;
}
