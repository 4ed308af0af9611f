import { expect, test } from "vitest";
import { KEPT, KEPT_UNREAD, sweepNotices } from "#app/notices/sweep-notices.server.ts";
import { plansOf } from "../db/plan.ts";
import { openForum, START } from "../forum.ts";

test("notices that were read three months ago go, all others stay", async () => {
  const { db, ada } = await openForum();
  const now = START + KEPT + 100;
  const row = (subject: string, began: number, read: number | null) => ({
    ...{ person_id: ada.id, kind: "level", subject, began_at: began, changed_at: began },
    read_at: read,
  });
  const old = Array.from({ length: 1_200 }, (_, place) => row(`level:${place}`, START, START + 1));
  for (const rows of [old.slice(0, 600), old.slice(600)]) {
    await db.insertInto("notice").values(rows).execute();
  }
  await db
    .insertInto("notice")
    .values([
      row("unread", START, null),
      row("read late", START, now - 5),
      row("last of the old", START, START + 100),
      row("young", START + 101, START + 102),
    ])
    .execute();
  expect(await sweepNotices(db, now)).toBe(1_201);
  const left = await db.selectFrom("notice").select("subject").orderBy("id").execute();
  expect(left.map(({ subject }) => subject)).toEqual(["unread", "read late", "young"]);
  expect(await sweepNotices(db, now)).toBe(0);
});

test("a notice that nobody reads goes a year after it changed last, by an index", async () => {
  const { db, ada } = await openForum();
  const row = (subject: string, changed: number) => ({
    ...{ person_id: ada.id, kind: "level", subject, began_at: START, changed_at: changed },
  });
  await db
    .insertInto("notice")
    .values([row("long ago", START), row("grew since", START + 1)])
    .execute();
  expect(await sweepNotices(db, START + KEPT_UNREAD)).toBe(1);
  const left = await db.selectFrom("notice").select("subject").execute();
  expect(left).toEqual([{ subject: "grew since" }]);
  const plans = await plansOf(db, (handle) => sweepNotices(handle, START + KEPT_UNREAD));
  for (const plan of plans) expect(plan.join()).toMatch(/^SEARCH notice USING .*notice_by_read/);
});
