import { rmSync } from "node:fs";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openForum } from "../../forum.ts";
import { makeQuickFolder } from "../../quick-folder.ts";
import { beginThread, reply } from "../../threads/thread.ts";
import { lookAround } from "./look-around.js";
import { giveMarks } from "./readers.js";

test("the bench finds threads by their length, and gives readers marks of their own on them", async () => {
  const folder = makeQuickFolder("steelman-bench-");
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, "forum.db");
  const { db, ada, ben } = await openForum({ file });
  const { threadId, openingId } = await beginThread(db, ada);
  for (let count = 1; count < 20; count += 1) await reply(db, ben, threadId);
  const last = { withdrawn_at: 2, is_taken_back: 1 };
  await db
    .updateTable("post")
    .set(last)
    .where("id", "=", openingId + 19)
    .execute();
  await db.insertInto("password").values({ person_id: ada.id, hash: "x", set_at: 1 }).execute();
  const look = lookAround(file, [20, 200]);
  expect(Object.keys(look.long)).toEqual(["20"]);
  expect(look.long[20]).toMatchObject({ id: threadId, opening: openingId });
  expect(look.threads).toEqual([{ ...look.long[20]!, newest: openingId + 18 }]);
  expect(look).toMatchObject({ names: [ada.name], topic: "open-weights" });
  giveMarks(file, look.names, [look.long[20]!]);
  const visit = await db.selectFrom("thread_visit").selectAll().executeTakeFirstOrThrow();
  expect(visit.person_id).toBe(ada.id);
  expect(visit.seen_id).toBeLessThan(openingId + 19);
  const saved = await db.selectFrom("saved_post").selectAll().execute();
  expect(saved).toHaveLength(1);
});
