import { expect, test } from "vitest";
import type { Mail, Outcome } from "#app/mail/mail.ts";
import { PAUSES } from "#app/mail/pauses.ts";
import { sendLetters } from "#app/mail/send-letters.server.ts";
import { sweepLetters } from "#app/mail/sweep-letters.server.ts";
import type { Db } from "#db/open.server.ts";
import { openForum, openTwice, START } from "../forum.ts";
import { mailTo, refusal, startMailServer } from "./mail-server.ts";
import { addressOf, confirmAddress, letters, ORIGIN, post, toldMail } from "./outbox.ts";

const send = (db: Db, mail: Mail | null, now = START) =>
  sendLetters(db, { mail, origin: ORIGIN, now: () => now });

const later: Outcome = { kind: "later", failure: "451 Later", isServerAway: false };

test("a letter goes out once, over a real line, and its words are kept no longer", async () => {
  const { db, ada } = await openForum();
  await confirmAddress(db, ada);
  const server = await startMailServer();
  expect(await post(db, ada, { html: "<p>Hello.</p>" })).toBe(true);
  expect(await post(db, ada, { text: "Another of the same key." })).toBe(false);
  expect(await send(db, mailTo(server.port))).toBe(1);
  expect(await send(db, mailTo(server.port), START + 3 * 86_400)).toBe(0);
  expect(server.received).toHaveLength(1);
  expect(server.received[0]?.source).toContain("Hello.");
  const [letter] = await letters(db);
  expect(letter).toMatchObject({ sent_at: START, next_at: null, attempts: 1 });
  expect(letter).toMatchObject({ text: "", html: null, headers: null, subject: "Words" });
});

test("without a mail server letters wait, and keep their words", async () => {
  const { db, ada } = await openForum();
  await confirmAddress(db, ada);
  await post(db, ada);
  expect(await send(db, null)).toBe(0);
  expect((await letters(db))[0]).toMatchObject({ text: "Hello.\n", attempts: 0, next_at: START });
});

test("what fails for now is tried with growing pauses for three days, then set aside", async () => {
  const { db, ada } = await openForum();
  await confirmAddress(db, ada);
  await post(db, ada);
  const tries: number[] = [];
  let now = START;
  for (;;) {
    const [letter] = await letters(db);
    if (letter?.next_at === null) break;
    now = letter!.next_at!;
    expect(await send(db, toldMail(later), now - 1)).toBe(0);
    expect(await send(db, toldMail(later), now)).toBe(1);
    tries.push(now - START);
  }
  const sum = PAUSES.reduce((total, pause) => total + pause, 0);
  expect(sum).toBe(3 * 86_400);
  expect(tries).toHaveLength(PAUSES.length + 1);
  expect(tries.at(-1)).toBe(3 * 86_400);
  expect([...PAUSES]).toEqual([...PAUSES].sort((a, b) => a - b));
  const [letter] = await letters(db);
  expect(letter).toMatchObject({ set_aside_at: now, failure: "451 Later", taken_at: null });
  const { email_bounces } = await db
    .selectFrom("person")
    .select("email_bounces")
    .where("id", "=", ada.id)
    .executeTakeFirstOrThrow();
  expect(email_bounces).toBe(0);
});

test("an address that refuses for good is counted; after three letters nothing goes there until it is confirmed anew", async () => {
  const { db, ada } = await openForum();
  await confirmAddress(db, ada);
  const server = await startMailServer({
    onRcptTo(_address, _session, done) {
      done(refusal(550, "5.1.1 Nobody"));
    },
  });
  for (const key of ["one", "two", "three", "four"]) await post(db, ada, { key });
  expect(await send(db, mailTo(server.port))).toBe(4);
  expect(server.lines()).toBe(3);
  const kept = await letters(db);
  expect(kept.map(({ set_aside_at }) => set_aside_at)).toEqual([START, START, START, START]);
  expect(kept[3]?.failure).toContain("refused three letters");
  await confirmAddress(db, ada);
  await post(db, ada, { key: "five" });
  const mail = toldMail();
  await send(db, mail);
  expect(mail.given).toHaveLength(1);
});

test("a letter whose sending nobody saw the end of is not sent again", async () => {
  const { db, ada } = await openForum();
  await confirmAddress(db, ada);
  await post(db, ada);
  const dying: Mail = {
    send: () => Promise.reject(new Error("the process ends here")),
    hangUp() {},
  };
  await expect(send(db, dying)).rejects.toThrow("ends here");
  expect((await letters(db))[0]).toMatchObject({ taken_at: START, sent_at: null, next_at: null });
  const mail = toldMail();
  await send(db, mail, START + 86_400);
  expect(mail.given).toEqual([]);
});

test("a line that breaks when the letter was handed over leaves it in doubt", async () => {
  const { db, ada } = await openForum();
  await confirmAddress(db, ada);
  await post(db, ada);
  await send(db, toldMail({ kind: "in-doubt", failure: "closed" }));
  const [letter] = await letters(db);
  expect(letter).toMatchObject({ taken_at: START, sent_at: null, next_at: null });
  expect(letter).toMatchObject({ failure: "closed", set_aside_at: null, text: "Hello.\n" });
});

test("a server that is away is left alone until the next run, and the others wait untouched", async () => {
  const { db, ada, ben } = await openForum();
  for (const person of [ada, ben]) {
    await confirmAddress(db, person);
    await post(db, person);
  }
  await send(db, toldMail({ kind: "later", failure: "away", isServerAway: true }));
  expect((await letters(db)).map(({ attempts }) => attempts)).toEqual([1, 0]);
});

test("two processes send each letter once", async () => {
  const { db, second, ada } = await openTwice();
  await confirmAddress(db, ada);
  for (let at = 0; at < 20; at += 1) await post(db, ada, { key: `letter:${at}` });
  const [one, other] = [toldMail(), toldMail()];
  await Promise.all([send(db, one), send(second, other)]);
  const keys = [...one.given, ...other.given].map(({ messageId }) => messageId);
  expect(keys).toHaveLength(20);
  expect(new Set(keys).size).toBe(20);
});

test.each([
  ["to an address that is theirs no more", { address: "old@lab.example" }, "another address"],
  ["that is too old", { now: START - 4 * 86_400 }, "too old"],
  ["that resets a password an hour later", { kind: "reset", now: START - 3600 }, "too old"],
])("a letter %s is set aside unsent", async (_name, more, words) => {
  const { db, ada } = await openForum();
  await confirmAddress(db, ada);
  await post(db, ada, more);
  const mail = toldMail();
  await send(db, mail);
  expect(mail.given).toEqual([]);
  expect((await letters(db))[0]?.failure).toContain(words);
});

test("to an address that nobody confirmed goes what asks for that, and nothing else", async () => {
  const { db, ada } = await openForum();
  const email = addressOf(ada);
  await db.updateTable("person").set({ email }).where("id", "=", ada.id).execute();
  await post(db, ada, { key: "notice" });
  await post(db, ada, { key: "confirm", kind: "confirm" });
  const mail = toldMail();
  await send(db, mail);
  expect(mail.given).toHaveLength(1);
  expect((await letters(db)).map(({ sent_at }) => sent_at)).toEqual([null, START]);
});

test("what was typed into a subject or a header ends no line", async () => {
  const { db, ada } = await openForum();
  await confirmAddress(db, ada);
  await post(db, ada, {
    subject: "Words\r\nBcc: everybody@lab.example\u2028X: y",
    headers: { References: "<a@b>\r\nBcc: everybody@lab.example" },
  });
  const server = await startMailServer();
  await send(db, mailTo(server.port));
  const [letter] = server.received;
  expect(letter?.to).toEqual([addressOf(ada)]);
  expect(letter?.source).not.toMatch(/^(Bcc|X):/im);
});

test("the same letter is the same message at every attempt", async () => {
  const { db, ada } = await openForum();
  await confirmAddress(db, ada);
  await post(db, ada);
  const mail = toldMail(later);
  await send(db, mail);
  await send(db, mail, START + 60);
  expect(mail.given).toHaveLength(2);
  expect(mail.given[0]).toEqual(mail.given[1]);
  expect(mail.given[0]?.messageId).toMatch(/^<1\.[\w-]{16}@forum\.example>$/);
});

test("letters go a month after they were made, and words with secrets when their links run out", async () => {
  const { db, ada } = await openForum();
  await post(db, ada, { key: "old", now: START - 31 * 86_400 });
  await post(db, ada, { key: "link", kind: "confirm", now: START - 2 * 86_400 });
  await post(db, ada, { key: "young", now: START - 2 * 86_400 });
  expect(await sweepLetters(db, START)).toBe(1);
  expect((await letters(db)).map(({ key, text }) => [key, text])).toEqual([
    ["link", ""],
    ["young", "Hello.\n"],
  ]);
});
