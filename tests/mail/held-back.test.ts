/** Letters that must go first, or that must not go out any more. */
import Database from "better-sqlite3";
import { expect, inject, test } from "vitest";
import { makeLetterToken } from "#app/accounts/letter-token.server.ts";
import type { Mail, Outcome } from "#app/mail/mail.ts";
import { sendLetters } from "#app/mail/send-letters.server.ts";
import { sweepLetters } from "#app/mail/sweep-letters.server.ts";
import { takeLetter } from "#app/mail/take-letter.server.ts";
import { tryAgain } from "#app/mail/try-again.server.ts";
import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { openForum, START } from "../forum.ts";
import { reply, startThread, wishFor } from "../letters/people.ts";
import { makeQuickFolder } from "../quick-folder.ts";
import { addressOf, confirmAddress, letters, ORIGIN, post, toldMail } from "./outbox.ts";

const send = (db: Db, mail: Mail | null, now = START) =>
  sendLetters(db, { mail, origin: ORIGIN, now: () => now });

const away: Outcome = { kind: "later", failure: "away", isServerAway: true };

test("a link that runs out goes before what is about one thing, and regular letters go last", async () => {
  const { db, ada } = await openForum();
  for (const kind of ["digest", "notice", "reset"]) await post(db, ada, { kind, key: kind });
  const kinds: (string | undefined)[] = [];
  for (let at = 0; at < 4; at += 1) kinds.push((await takeLetter(db, START))?.kind);
  expect(kinds).toEqual(["reset", "notice", "digest", undefined]);
});

test("the mail server's answer is kept though another program holds the database", async (context) => {
  context.skip(inject("engine") !== "sqlite");
  const file = `${makeQuickFolder("held")}/forum.db`;
  const { db, ada } = await openForum({ file });
  await confirmAddress(db, ada);
  await post(db, ada);
  const other = new Database(file);
  const mail: Mail = {
    async send() {
      other.exec("begin immediate");
      setTimeout(() => other.exec("rollback"), 700);
      return { kind: "later", failure: "451 Later", isServerAway: false };
    },
    hangUp() {},
  };
  await send(db, mail);
  other.close();
  expect((await letters(db))[0]).toMatchObject({ next_at: START + 60, failure: "451 Later" });
});

test("no letter is taken once the forum stops", async () => {
  const { db, ada } = await openForum();
  await confirmAddress(db, ada);
  for (const key of ["one", "two"]) await post(db, ada, { key });
  const mail = toldMail();
  const isStopping = () => mail.given.length > 0;
  await sendLetters(db, { mail, origin: ORIGIN, now: () => START, isStopping });
  expect((await letters(db)).map(({ taken_at }) => taken_at)).toEqual([START, null]);
});

test.each([
  ["regular letters", "digest", { digest: "none" }],
  ["letters at once", "notice", { isAtOnce: false }],
] as const)("who stopped %s gets none that still waited", async (_name, kind, wish) => {
  const { db, ada } = await openForum();
  await confirmAddress(db, ada);
  await wishFor(db, ada);
  await post(db, ada, { kind });
  await wishFor(db, ada, wish);
  const mail = toldMail();
  await send(db, mail);
  expect(mail.given).toEqual([]);
  expect((await letters(db))[0]?.failure).toContain("stopped");
});

test("words of a post that was withdrawn since are not sent", async () => {
  const { db, ada, ben } = await openForum();
  await confirmAddress(db, ada);
  const thread = await startThread(db, ben);
  const good = await reply(db, ben, thread);
  await post(db, ada, { key: "stands", postIds: [thread.post] });
  await post(db, ada, { key: "gone", postIds: [thread.post, good] });
  await db.updateTable("post").set({ withdrawn_at: START }).where("id", "=", good).execute();
  const mail = toldMail();
  await send(db, mail);
  expect(mail.given).toHaveLength(1);
  expect((await letters(db))[1]?.failure).toContain("withdrawn");
});

test("a link in a letter that is tried again grows no younger, and is not sent when it has run out", async () => {
  const { db, ada, root } = await openForum();
  await confirmAddress(db, ada);
  const email = addressOf(ada);
  const token = await write(db, (trx) =>
    makeLetterToken(trx, { purpose: "reset", personId: ada.id, email }, START),
  );
  await post(db, ada, { kind: "reset", text: token });
  await send(db, toldMail(away));
  await tryAgain(db, root, (await letters(db))[0]!.id, START + 3_000);
  await send(db, toldMail(away), START + 3_000);
  const mail = toldMail();
  await send(db, mail, START + 3_599);
  expect(mail.given).toHaveLength(1);
  await post(db, ada, { key: "other", kind: "reset", text: token });
  await send(db, toldMail(away), START + 1);
  await tryAgain(db, root, (await letters(db))[1]!.id, START + 3_500);
  await send(db, mail, START + 3_600);
  expect(mail.given).toHaveLength(1);
});

test("words with secrets go in batches, when their links have run out", async () => {
  const { db, ada } = await openForum();
  for (let at = 0; at < 501; at += 1) {
    await post(db, ada, { key: `reset:${at}`, kind: "reset", now: START - 2 * 86_400 });
  }
  await sweepLetters(db, START);
  expect((await letters(db)).filter(({ text }) => text !== "")).toEqual([]);
});
