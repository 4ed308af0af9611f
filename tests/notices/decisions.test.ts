import { afterAll, describe, expect, test } from "vitest";
import { sendAtOnce } from "#app/letters/send-at-once.server.ts";
import { stopRendering } from "#app/markdown/render.server.ts";
import { actionKinds } from "#app/moderation/actions.ts";
import { stoppableKinds } from "#app/notices/kinds.ts";
import { listNotices } from "#app/notices/list-notices.server.ts";
import { placeOf, sentenceOf } from "#app/notices/sentence.ts";
import { stopLike } from "#app/notices/stop-notices.server.ts";
import { tell } from "#app/notices/tell.server.ts";
import type { Person } from "#app/permissions.ts";
import { sayIt } from "#app/strings/say.ts";
import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { openForum, START } from "../forum.ts";
import { act, DAY, openTalk } from "../log/scene.ts";
import { confirmAddress, letters, ORIGIN } from "../mail/outbox.ts";
import { bringInto, LATER, openTalk as openPost, SECRET } from "../states/scene.ts";

afterAll(stopRendering);

const inboxOf = async (db: Db, { id }: Person, show: "new" | "decisions" = "new") =>
  (await listNotices(db, { id, muteCount: 0 }, show, null)).notices;

const sendLetters = (db: Db, now: number) =>
  sendAtOnce(db, {
    origin: ORIGIN,
    now: () => now,
    reportError: (error) => {
      throw error;
    },
  });

describe("a decision", () => {
  test("is told to whom it concerns with its reason, and leads to what they can do", async () => {
    const { db, ben, postId, threadId } = await openTalk();
    const asked = await act(db, { kind: "ask", postId, threadId });
    const removed = await act(db, { kind: "remove", postId, threadId, now: START + 1 });
    const [second, first] = await inboxOf(db, ben);
    expect(sayIt(sentenceOf(first!))).toMatch(/^You were asked to rewrite your post in “Open/);
    expect(first).toMatchObject({ aboutId: asked, words: "It is about a person." });
    expect(placeOf(first!)).toBe(`/posts/${postId}/rewrite`);
    expect(sayIt(sentenceOf(second!))).toContain("was removed.");
    expect(placeOf(second!)).toBe(`/log/${removed}`);
  });

  test("comes even to who had stopped its kind, and cannot be stopped", async () => {
    const { db, ben, postId, threadId } = await openTalk();
    await db
      .insertInto("notice_stop")
      .values({ person_id: ben.id, kind: "decision", stopped_at: START })
      .execute();
    await act(db, { kind: "ask", postId, threadId });
    const [told] = await db.selectFrom("notice").selectAll().execute();
    expect(told).toMatchObject({ kind: "decision", person_id: ben.id });
    await db.deleteFrom("notice_stop").execute();
    expect(await stopLike(db, told!, START)).toBe(null);
    expect(await db.selectFrom("notice_stop").selectAll().execute()).toEqual([]);
    expect(stoppableKinds).not.toContain("decision");
    expect(stoppableKinds).not.toContain("mailbox");
  });

  test("that suspends somebody tells until when", async () => {
    const { db, ben } = await openTalk();
    await act(db, { kind: "suspend", untilAt: START + 3 * DAY });
    const [notice] = await inboxOf(db, ben);
    expect(sayIt(sentenceOf(notice!))).toMatch(/^You are suspended until \d+ \w+ \d{4}\.$/);
  });

  test("of each kind has a sentence of its own", async () => {
    const { db, ben, threadId } = await openTalk();
    for (const [place, kind] of actionKinds.entries()) {
      await act(db, { kind, threadId, now: START + place });
      const [notice] = await inboxOf(db, ben);
      expect(sayIt(sentenceOf(notice!)), kind).not.toContain("Moderators decided");
    }
  });

  test("about a post goes out as a letter at once, with its reason and no word of the post", async () => {
    const talk = await openPost("reply");
    const { db, ben } = talk;
    await confirmAddress(db, ben);
    await bringInto(talk, "removed");
    await sendLetters(db, LATER);
    const [letter] = (await letters(db)).filter(({ person_id }) => person_id === ben.id);
    expect(letter?.subject).toContain("was removed");
    expect(letter?.text).toContain("It is about a person.");
    expect(letter?.text).not.toContain(SECRET);
    expect(letter?.post_ids ?? "[]").toBe("[]");
  });
});

test("what waits for moderators leads to it, and an answer of theirs to the mailbox", async () => {
  const { db, mo, ada } = await openForum();
  const told = async (person: Person, kind: "case" | "mailbox", how: string | null) => {
    const details = how === null ? {} : { details: { kind: how } };
    await write(db, (trx) =>
      tell(trx, { personId: person.id, kind, subject: `${kind} ${how}`, now: START, ...details }),
    );
    const notice = (await inboxOf(db, person))[0]!;
    return [sayIt(sentenceOf(notice)), placeOf(notice)];
  };
  expect(await told(mo, "case", "urgent")).toEqual([
    ...["An urgent flag waits for a moderator.", "/moderation"],
  ]);
  expect((await told(mo, "case", "appeal"))[1]).toBe("/moderation/appeals");
  expect((await told(mo, "case", "moderator-stopped"))[0]).toContain("an administrator");
  expect(await told(ada, "mailbox", null)).toEqual([
    ...["The moderators answered you.", "/account/mailbox"],
  ]);
});

test("the inbox shows decisions alone where that is asked", async () => {
  const { db, ben, postId, threadId } = await openTalk();
  await act(db, { kind: "ask", postId, threadId });
  await write(db, (trx) =>
    tell(trx, { personId: ben.id, kind: "thanks", subject: "thanks", postId, now: START + DAY }),
  );
  expect((await inboxOf(db, ben)).map(({ kind }) => kind)).toEqual(["thanks", "decision"]);
  expect((await inboxOf(db, ben, "decisions")).map(({ kind }) => kind)).toEqual(["decision"]);
});
