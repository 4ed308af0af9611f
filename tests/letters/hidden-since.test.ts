/** What moderation takes from where it stood is in no letter that still waits. */
import { afterAll, expect, test } from "vitest";
import { makeDigests } from "#app/letters/make-digests.server.ts";
import { sendAtOnce } from "#app/letters/send-at-once.server.ts";
import { sendLetters } from "#app/mail/send-letters.server.ts";
import { stopRendering } from "#app/markdown/render.server.ts";
import type { Db } from "#db/open.server.ts";
import { deliverAll } from "../events/events.ts";
import { START } from "../forum.ts";
import { toldMail } from "../mail/outbox.ts";
import { DAY, decideOn } from "../moderation/cases.ts";
import { bringInto, openTalk, SECRET } from "../states/scene.ts";
import { reply } from "../threads/thread.ts";
import { confirmAddress, found, letters, ORIGIN, wishFor } from "./people.ts";

afterAll(stopRendering);

const MADE = START + 2 * DAY;
const making = (now: number) => ({
  ...{ origin: ORIGIN, now: () => now },
  reportError: (error: unknown) => {
    throw error;
  },
});

/** The next digest is due, and tells of a post. */
async function tellOf(db: Db, postId: number, since = START - 1) {
  await found(db, postId, 900_000_000);
  await db.updateTable("letter_wish").set({ since, next_at: START }).execute();
}

/** What goes out, as one text. */
async function sent(db: Db, now: number) {
  const mail = toldMail();
  await sendLetters(db, { mail, origin: ORIGIN, now: () => now });
  return JSON.stringify(mail.given);
}

test.each(["letter at once", "digest"])(
  "a %s with the title of a thread that was removed since stays here",
  async (kind) => {
    const talk = await openTalk("opening", { isInTitle: true });
    const { db, ada, mo, threadId, openingId } = talk;
    await deliverAll(db);
    if (kind !== "digest") await db.deleteFrom("notice").execute();
    const words = { body: "@Nia, another answer." };
    const id = await reply(db, ada, threadId, words, { now: START + 70 });
    // Nothing of the opening post itself is in it.
    if (kind === "digest") await tellOf(db, id, START + 60);
    await deliverAll(db, START + 80);
    if (kind === "digest") await makeDigests(db, making(MADE));
    else await sendAtOnce(db, making(MADE));
    expect((await letters(db)).map((letter) => letter.text).join()).toContain(SECRET);
    await decideOn(db, mo, openingId, "remove", { now: MADE + 5 });
    expect(await sent(db, MADE + 10)).toBe("[]");
    expect((await letters(db))[0]?.failure).toContain("withdrawn");
  },
);

test("the letter that tells of the removal goes out, without that title", async () => {
  const talk = await openTalk("opening", { isInTitle: true });
  const { db, ben, mo, openingId } = talk;
  await confirmAddress(db, ben);
  await wishFor(db, ben, { digest: "none" });
  await decideOn(db, mo, openingId, "remove", { now: MADE });
  await sendAtOnce(db, making(MADE + 3_600));
  const text = await sent(db, MADE + 3_600);
  expect(text).toContain("was removed");
  expect(text).not.toContain(SECRET);
});

test("a digest with the line of a folded post goes out", async () => {
  const talk = await openTalk("reply");
  await bringInto(talk, "asked");
  await tellOf(talk.db, talk.postId);
  await makeDigests(talk.db, making(MADE));
  const text = await sent(talk.db, MADE + 10);
  expect(text).toContain("asked to rewrite");
  expect(text).not.toContain(SECRET);
});

test.each(["asked", "redacted"] as const)(
  "a letter made before its post was %s stays here, one made after does not show the passage",
  async (state) => {
    const talk = await openTalk("reply");
    const { db, postId } = talk;
    await tellOf(db, postId);
    await makeDigests(db, making(START + DAY));
    expect((await letters(db))[0]?.text).toContain(SECRET);
    await bringInto(talk, state);
    expect(await sent(db, START + 2 * DAY)).toBe("[]");
    await db.deleteFrom("letter").execute();
    await db
      .updateTable("letter_wish")
      .set({ since: START - 1, next_at: START })
      .execute();
    await makeDigests(db, making(START + 5 * DAY));
    const text = await sent(db, START + 5 * DAY);
    expect(text).toContain("Ben");
    expect(text).not.toContain(SECRET);
  },
);
