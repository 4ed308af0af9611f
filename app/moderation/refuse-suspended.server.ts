/** Whoever is suspended writes nothing here; reading stays open, and taking back what they wrote. */
import type { Db } from "#db/open.server.ts";
import type { Person } from "../permissions.ts";
import { Refusal } from "../refusals.ts";
import { inWordsToTheMinute } from "../ui/time.tsx";

/** What stays possible: one's account and session, what one has read, a preview that nobody keeps, taking out what was asked to be taken out, or the whole post, and to be heard. */
const open = [
  /^\/sign-(in|up|out)$/,
  /^\/(forgot-password|reset-password|confirm-email|unsubscribe)\b/,
  /^\/account(\/(password|sessions|email|letters|mailbox))?$/,
  /^\/inbox(\/kinds)?$/,
  /^\/notices\/\d+\/(read|stop)$/,
  /^\/preview(\.json)?$/,
  /^\/about\/scorer$/,
  /^\/posts\/\d+\/(rewrite|withdraw)$/,
  /^\/log\/\d+\/appeal$/,
];

/** Refuses with 403 what somebody sends to an address while they are suspended, with the reason, the end, and what they can do. */
export async function refuseSuspended(
  db: Db,
  person: Person | null,
  address: string,
  now: number,
): Promise<void> {
  const until = person?.suspendedUntil ?? 0;
  if (!person || until <= now) return;
  const path = address.replace(/\.data$/, "");
  if (open.some((each) => each.test(path))) return;
  const act = await db
    .selectFrom("action")
    .innerJoin("event", "event.id", "action.id")
    .select(["action.id", "event.reason"])
    .where("action.about_id", "=", person.id)
    .where("action.kind", "=", "suspend")
    .where("action.undone_at", "is", null)
    .orderBy("action.id", "desc")
    .executeTakeFirst();
  const values = {
    until: inWordsToTheMinute(until),
    reason: act?.reason ?? "",
    // As a number in an address is written.
    act: String(act?.id ?? ""),
  };
  throw new Refusal(403, { key: "deeds.suspended", values });
}
