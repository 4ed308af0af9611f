import { expect, test } from "vitest";
import { readBacklog, readLetter, readLetters } from "#app/mail/read-letters.server.ts";
import { sendLetters } from "#app/mail/send-letters.server.ts";
import { tryAgain } from "#app/mail/try-again.server.ts";
import type { Db } from "#db/open.server.ts";
import { openForum, START } from "../forum.ts";
import { confirmAddress, letters, ORIGIN, post, toldMail } from "./outbox.ts";

const send = (db: Db, mail: Parameters<typeof sendLetters>[1]["mail"], now = START) =>
  sendLetters(db, { mail, origin: ORIGIN, now: () => now });

/** One letter of each state, in this order: sent, set aside, in doubt, being sent, waiting. */
async function openWithLetters() {
  const forum = await openForum();
  const { db, ada } = forum;
  await confirmAddress(db, ada);
  for (const key of ["sent", "aside", "doubt", "sending"]) await post(db, ada, { key });
  await send(
    db,
    toldMail(
      { kind: "sent" },
      { kind: "refused", failure: "554 No" },
      { kind: "in-doubt", failure: "closed" },
    ),
  ).catch(() => {});
  await db
    .updateTable("letter")
    .set({ taken_at: START, next_at: null, sent_at: null, text: "Hello.\n" })
    .where("key", "=", "sending")
    .execute();
  await post(db, ada, { key: "waiting", kind: "reset" });
  return forum;
}

test("administrators see how every letter stands", async () => {
  const { db } = await openWithLetters();
  const states = async (now: number) => {
    const asked = { state: null, below: null, now, goesOut: true };
    return (await readLetters(db, asked)).letters.map(({ state }) => state);
  };
  expect(await states(START)).toEqual(["waiting", "sending", "doubt", "aside", "sent"]);
  expect(await states(START + 601)).toEqual(["waiting", "doubt", "doubt", "aside", "sent"]);
  expect(await readBacklog(db, START + 601)).toEqual({
    ...{ waiting: 1, oldestAt: START, aside: 1, doubt: 2 },
  });
  for (const state of ["waiting", "sending", "doubt", "aside", "sent"] as const) {
    const { letters } = await readLetters(db, { state, below: null, now: START, goesOut: true });
    expect(letters.map((letter) => letter.state)).toEqual([state]);
  }
});

test("a long outbox is read page by page", async () => {
  const { db, ada } = await openForum();
  for (let at = 0; at < 60; at += 1) await post(db, ada, { key: `letter:${at}` });
  const asked = { state: null, now: START, goesOut: true };
  const first = await readLetters(db, { ...asked, below: null });
  const second = await readLetters(db, { ...asked, below: first.next });
  expect([first.letters.length, second.letters.length, second.next]).toEqual([50, 10, null]);
});

test("words of letters are read where nothing goes out, and only there", async () => {
  const { db } = await openWithLetters();
  const read = (id: number, goesOut: boolean) => readLetter(db, id, { now: START, goesOut });
  expect(await read(5, false)).toMatchObject({ text: "Hello.\n", hidden: null });
  expect(await read(2, false)).toMatchObject({ text: "Hello.\n", hidden: null });
  for (const id of [2, 5]) {
    expect(await read(id, true)).toMatchObject({ text: "", hidden: "readers" });
  }
  expect(await read(1, true)).toMatchObject({ text: "", hidden: "sent" });
  await expect(read(99, true)).rejects.toMatchObject({ status: 404 });
});

test("administrators see no whole address, and nothing of what somebody follows, where letters go out", async () => {
  const { db, ada } = await openForum();
  await confirmAddress(db, ada);
  await post(db, ada, { key: "one", kind: "digest", subject: "Beetroot and 3 more" });
  await post(db, ada, { key: "two", kind: "notice", subject: "Ben mentioned you" });
  await post(db, ada, { key: "three", kind: "reset", subject: "Set another password" });
  const failure = "450 4.2.0 <Ada@lab.example>: greylisted (from ada@lab.example)";
  await db.updateTable("letter").set({ failure }).execute();
  const read = async (goesOut: boolean) =>
    (await readLetters(db, { state: null, below: null, now: START, goesOut })).letters;
  const shown = await read(true);
  expect(shown.map(({ subject }) => subject)).toEqual(["Set another password", null, null]);
  expect(shown[0]).toMatchObject({
    address: "a…@lab.example",
    failure: "450 4.2.0 <A…@lab.example>: greylisted (from a…@lab.example)",
  });
  const one = await readLetter(db, 1, { now: START, goesOut: true });
  for (const all of [shown, one]) {
    expect(JSON.stringify(all)).not.toMatch(/ada@|Beetroot|Ben|Hello/i);
  }
  const kept = await read(false);
  expect(kept.map(({ subject, address }) => [subject, address])[2]).toEqual([
    "Beetroot and 3 more",
    "ada@lab.example",
  ]);
  expect(kept[2]).toMatchObject({ failure });
});

test("a letter that was set aside or is in doubt goes out when an administrator says so", async () => {
  const { db, root } = await openWithLetters();
  for (const id of [2, 3]) await tryAgain(db, root, id, START + 60);
  const mail = toldMail();
  await send(db, mail, START + 60);
  expect(mail.given).toHaveLength(3);
  const sent = (await letters(db)).filter(({ sent_at }) => sent_at !== null);
  expect(sent.map(({ id }) => id)).toEqual([1, 2, 3, 5]);
});

test("not tried again: what was sent, is being sent, has no words any more, or by anybody else", async () => {
  const { db, root, mo, ada } = await openWithLetters();
  await db.updateTable("letter").set({ text: "" }).where("id", "=", 2).execute();
  const before = await letters(db);
  for (const id of [1, 2, 4, 99]) {
    await expect(tryAgain(db, root, id, START)).rejects.toMatchObject({ status: 409 });
  }
  for (const person of [mo, ada]) {
    await expect(tryAgain(db, person, 3, START)).rejects.toMatchObject({ status: 403 });
  }
  expect(await letters(db)).toEqual(before);
});
