import { expect, test } from "vitest";
import { changeRole } from "#app/administration/change-role.server.ts";
import { LOG_ENTRIES } from "#app/log/read-log.server.ts";
import * as log from "#app/routes/log.tsx";
import { moderateThread } from "#app/threads/moderate-thread.server.ts";
import { startThread } from "#app/threads/start-thread.server.ts";
import { mergeTopics } from "#app/topics/change-topics.server.ts";
import type { Db } from "#db/open.server.ts";
import { openForum, START } from "../forum.ts";
import { ORIGIN } from "./visit.ts";

const readLogPage = (db: Db, path = "/log") =>
  log.loader.read(db, log.loader.ask("", new URL(path, ORIGIN).searchParams)!);

const thread = {
  title: "Weights without data are half a release",
  body: "A release that nobody can rebuild is half a release.",
  topics: ["Licences"],
  url: null,
  quote: null,
  disclosure: null,
  norms: null,
};

test("the log tells every act of power with who, on what, why and when, the newest first", async () => {
  const { db, ada, ben, mo, root } = await openForum();
  await startThread(db, ada, thread, { now: START, limits: 1, key: null });
  const { id } = await db.selectFrom("thread").select("id").executeTakeFirstOrThrow();
  const topics = await db.selectFrom("topic").select("id").orderBy("id").execute();
  const pin = { act: "pin", isUndone: false, reason: "A good question.", now: START + 1 } as const;
  await moderateThread(db, mo, id, pin);
  await changeRole(db, root, ben.id, "moderator", "He reads with care.", START + 2);
  await mergeTopics(db, root, topics[1]!.id, topics[0]!.id, "It is one talk.", START + 3);

  const { entries, older } = await readLogPage(db);
  expect(older).toBeNull();
  expect(entries).toEqual([
    expect.objectContaining({
      kind: "topics-merged",
      person: "Root",
      topic: { name: "Open weights", slug: "open-weights" },
      before: "Licences",
      after: "Open weights",
      reason: "It is one talk.",
    }),
    expect.objectContaining({
      kind: "role-changed",
      person: "Root",
      about: "Ben",
      before: "member",
      after: "moderator",
      reason: "He reads with care.",
      at: START + 2,
    }),
    expect.objectContaining({
      kind: "thread-pinned",
      person: "Mo",
      thread: expect.objectContaining({ id, title: thread.title }),
      reason: "A good question.",
    }),
  ]);
});

test("what needs no power does not stand in the log", async () => {
  const { db, ada } = await openForum();
  await startThread(db, ada, thread, { now: START, limits: 1, key: null });
  const page = await readLogPage(db);
  expect(page).toMatchObject({ entries: [], older: null, isEnd: false });
});

test("the log goes on page by page, whole and without repeating, while it grows", async () => {
  const { db, ben, root } = await openForum();
  for (let count = 0; count <= LOG_ENTRIES; count++) {
    const role = count % 2 === 0 ? "moderator" : "member";
    await changeRole(db, root, ben.id, role, `Reason number ${count}`, START + count);
  }
  const first = await readLogPage(db);
  await changeRole(db, root, ben.id, "member", "Once more, please.", START + 99);
  const second = await readLogPage(db, first.older!);
  const reasons = [...first.entries, ...second.entries].map((entry) => entry.reason);
  expect(reasons).toEqual(
    Array.from({ length: LOG_ENTRIES + 1 }, (_, index) => `Reason number ${LOG_ENTRIES - index}`),
  );
  expect(second.older).toBeNull();
});

test.each(["0", "-1", "1e3", "x", "9".repeat(400), "1' or 1=1"])(
  "AC-076: the log answers an address that ends in ?after=%s",
  async (after) => {
    const { db, ben, root } = await openForum();
    await changeRole(db, root, ben.id, "moderator", "He reads with care.", START);
    const page = await readLogPage(db, `/log?after=${encodeURIComponent(after)}`);
    expect(page.entries.length).toBeLessThanOrEqual(1);
  },
);
