import { expect, test } from "vitest";
import { KEPT, sweepNotices } from "#app/notices/sweep-notices.server.ts";
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
