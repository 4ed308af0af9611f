import { expect, test } from "vitest";
import { countForModerator } from "#app/desk/count-waiting.server.ts";
import { answerPerson, letRest } from "#app/mailbox/answer-person.server.ts";
import { listMailboxes } from "#app/mailbox/list-mailboxes.server.ts";
import { MESSAGE_MAX } from "#app/mailbox/message.ts";
import { readMailbox } from "#app/mailbox/read-mailbox.server.ts";
import { writeToModerators } from "#app/mailbox/write-to-moderators.server.ts";
import { Refusal } from "#app/refusals.ts";
import type { Db } from "#db/open.server.ts";
import { openForum, START } from "../forum.ts";

const now = START;
const sent = { now, limits: 1 };
const ofModerators = { side: "moderators", after: null } as const;
const ofPerson = { side: "person", after: null } as const;

async function everything(db: Db) {
  return {
    mailbox: await db.selectFrom("mailbox").selectAll().execute(),
    message: await db.selectFrom("mailbox_message").selectAll().execute(),
    notice: await db.selectFrom("notice").selectAll().execute(),
  };
}

async function refusalOf(db: Db, deed: () => Promise<unknown>): Promise<Refusal> {
  const before = await everything(db);
  const refused = await deed().catch((error: unknown) => error);
  expect(await everything(db)).toEqual(before);
  if (!(refused instanceof Refusal)) throw refused;
  return refused;
}

test("a person writes, a moderator answers, and the person reads the office and no name", async () => {
  const { db, ada, mo } = await openForum();
  await writeToModerators(db, ada, "Why was it *moved*?", sent);
  expect(await countForModerator(db)).toBe(1);
  expect((await listMailboxes(db, "waiting", null)).lines).toMatchObject([
    { name: "Ada", waitsSince: now },
  ]);
  await answerPerson(db, mo, ada.id, { body: "It fits there.", version: 1, now: now + 60 });
  expect(await countForModerator(db)).toBe(0);
  const seen = await readMailbox(db, ada.id, ofPerson);
  expect(seen.messages).toMatchObject([
    { isAnswer: true, from: null, html: "<p>It fits there.</p>\n" },
    { isAnswer: false, from: "Ada" },
  ]);
  expect(seen.messages[1]!.html).toContain("<em>moved</em>");
  expect((await readMailbox(db, ada.id, ofModerators)).messages[0]).toMatchObject({ from: "Mo" });
  const { notice } = await everything(db);
  expect(notice).toMatchObject([{ person_id: ada.id, kind: "mailbox", from_id: null }]);
});

test("a message in which nothing can be read is none, whoever writes it", async () => {
  const { db, ada, mo } = await openForum();
  const body = "[a]: http://x.example";
  for (const write of [
    () => writeToModerators(db, ada, body, sent),
    () => answerPerson(db, mo, ada.id, { body, version: 0, now }),
  ]) {
    await expect(write()).rejects.toMatchObject({
      problems: { body: { key: "threads.body.unseen" } },
    });
  }
  expect(await everything(db)).toEqual({ mailbox: [], message: [], notice: [] });
});

test("of two moderators who answer at once the second sees what the first wrote", async () => {
  const { db, ada, mo, root } = await openForum();
  await writeToModerators(db, ada, "A question.", sent);
  await answerPerson(db, mo, ada.id, { body: "Yes.", version: 1, now });
  const late = { body: "No.", version: 1, now };
  expect(await refusalOf(db, () => answerPerson(db, root, ada.id, late))).toMatchObject({
    status: 409,
    said: { key: "mailbox.meanwhile", values: { name: "Mo", who: "moderator" } },
  });
});

test("what is sent twice is kept once", async () => {
  const { db, ada, mo } = await openForum();
  for (const _ of [1, 2]) await writeToModerators(db, ada, "A question.", sent);
  for (const _ of [1, 2]) await answerPerson(db, mo, ada.id, { body: "Yes.", version: 1, now });
  const { message, notice } = await everything(db);
  expect(message.map(({ body }) => body)).toEqual(["A question.", "Yes."]);
  expect(notice).toMatchObject([{ count: 1 }]);
});

test("the same words are sent again after ten minutes, or once the first were laid to rest", async () => {
  const { db, ada, mo } = await openForum();
  const again = { now: now + 30 * 86_400, limits: 1 };
  await writeToModerators(db, ada, "A question.", sent);
  await writeToModerators(db, ada, "A question.", again);
  await letRest(db, mo, ada.id, 2);
  await writeToModerators(db, ada, "A question.", again);
  for (const [version, later] of [
    [4, 0],
    [5, 600],
  ] as const) {
    await answerPerson(db, mo, ada.id, { body: "Yes.", version, now: again.now + later });
  }
  const { message, mailbox } = await everything(db);
  expect(message.map(({ body }) => body)).toEqual([
    ...["A question.", "A question.", "A question.", "Yes.", "Yes."],
  ]);
  expect(mailbox).toMatchObject([{ version: 6, waits_since: null }]);
  const old = { body: "Yes.", version: 5, now: again.now + 2_000 };
  expect((await refusalOf(db, () => answerPerson(db, mo, ada.id, old))).status).toBe(409);
});

test("whoever writes again waits since the first time, and a moderator may let it rest", async () => {
  const { db, ada, mo } = await openForum();
  await writeToModerators(db, ada, "A question.", sent);
  await writeToModerators(db, ada, "And another.", { now: now + 60, limits: 1 });
  const { waitsSince, version } = await readMailbox(db, ada.id, ofModerators);
  expect([waitsSince, version]).toEqual([now, 2]);
  expect((await refusalOf(db, () => letRest(db, mo, ada.id, 1))).status).toBe(409);
  await letRest(db, mo, ada.id, 2);
  expect((await listMailboxes(db, "waiting", null)).lines).toEqual([]);
  expect((await listMailboxes(db, "all", null)).lines).toMatchObject([{ name: "Ada" }]);
});

test("no member answers, nobody answers themselves, and an answer to nobody is refused", async () => {
  const { db, ada, ben, mo } = await openForum();
  await writeToModerators(db, ada, "A question.", sent);
  const answer = { body: "Yes.", version: 1, now };
  expect((await refusalOf(db, () => answerPerson(db, ben, ada.id, answer))).status).toBe(403);
  expect((await refusalOf(db, () => answerPerson(db, mo, mo.id, answer))).status).toBe(403);
  expect((await refusalOf(db, () => answerPerson(db, mo, 999, answer))).status).toBe(404);
});

test("a message has words, and no more than its page says; a day has so many of them", async () => {
  const { db, ada } = await openForum();
  for (const [body, key] of [
    [" ", "mailbox.body.missing"],
    ["\u3164\u200b", "mailbox.body.missing"],
    ["é".repeat(MESSAGE_MAX + 1), "mailbox.body.long"],
  ] as const) {
    await expect(writeToModerators(db, ada, body, sent)).rejects.toMatchObject({
      problems: { body: { key } },
    });
  }
  for (let number = 1; number <= 20; number += 1) {
    await writeToModerators(db, ada, `Question ${number}.`, sent);
  }
  const one = () => writeToModerators(db, ada, "One more.", sent);
  expect((await refusalOf(db, one)).status).toBe(429);
});

test("a mailbox is read page by page, and so is their list", async () => {
  const { db, ada, ben, mo } = await openForum();
  for (let number = 1; number <= 35; number += 1) {
    await writeToModerators(db, ada, `Question ${number}.`, { now: now + number, limits: 100 });
  }
  const first = await readMailbox(db, ada.id, ofPerson);
  expect(first.messages).toHaveLength(30);
  const second = await readMailbox(db, ada.id, { ...ofPerson, after: first.next });
  expect([second.messages.length, second.next]).toEqual([5, null]);
  await writeToModerators(db, ben, "Hello.", sent);
  await answerPerson(db, mo, ben.id, { body: "Hello.", version: 1, now: now + 99 });
  const names = async (after: string | null) =>
    (await listMailboxes(db, "all", after)).lines.map(({ name }) => name);
  expect(await names(null)).toEqual(["Ben", "Ada"]);
  expect(await names(`${now + 99}.${ben.id}`)).toEqual(["Ada"]);
});
