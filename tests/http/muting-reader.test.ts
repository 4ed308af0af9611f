/** Pages without what their reader mutes are kept as others are, and show nothing of it that comes meanwhile. */
import { sql } from "kysely";
import { afterAll, expect, test } from "vitest";
import { stopRendering } from "#app/markdown/render.server.ts";
import type { Person } from "#app/permissions.ts";
import type { Db } from "#db/open.server.ts";
import { openForum, START } from "../forum.ts";
import { beginThread, reply } from "../threads/thread.ts";
import { cookieOf, serveReading, textOf } from "./reading-forum.ts";

afterAll(stopRendering);

async function mute(db: Db, { id }: Person, muted: Person) {
  await db
    .insertInto("follow")
    .values({
      ...{ person_id: id, kind: "person", object_id: muted.id },
      ...{ level: "muted", followed_at: START },
    })
    .execute();
  await db.updateTable("person").set({ mute_count: 1 }).where("id", "=", id).execute();
}

async function openTalk() {
  const forum = await openForum();
  const { db, ada, ben, mo, nia } = forum;
  const { threadId } = await beginThread(db, nia);
  await reply(db, ben, threadId, { body: "Of gannets." });
  await mute(db, ada, ben);
  await mute(db, mo, ben);
  const path = `/threads/${threadId}`;
  return { ...forum, threadId, path, ...(await serveReading(db)) };
}

/** Changes a reply behind the thread's back, so that who is shown it again is shown a page that was kept. */
const change = (db: Db) =>
  db
    .updateTable("post")
    .set({ html: "<p>Of puffins.</p>" })
    .where("html", "like", "%herrings%")
    .execute();

test("a page that hides something is drawn once for each version, for all who hide the same", async () => {
  const { db, ask, path, threadId, ada, mo, nia } = await openTalk();
  await reply(db, nia, threadId, { body: "Of herrings." });
  const [byAda, byMo] = [await cookieOf(db, ada), await cookieOf(db, mo)];
  const first = textOf(await ask(path, byAda));
  expect(first).toContain("herrings");
  expect(first).not.toContain("gannets");
  await change(db);
  expect(textOf(await ask(path, byAda))).toContain("herrings");
  // Of another role: drawn for them.
  expect(textOf(await ask(path, byMo))).toContain("puffins");
  await db.updateTable("thread").set({ version: sql`version + 1` }).execute();
  const next = textOf(await ask(path, byAda));
  expect(next).toContain("puffins");
  expect(next).not.toContain("gannets");
  await db.updateTable("person").set({ mute_count: 0 }).where("id", "=", ada.id).execute();
  expect(textOf(await ask(path, byAda))).toContain("gannets");
});

test("what its reader mutes is not shown where it comes while the page is drawn", async () => {
  const { db, ask, path, threadId, ada, ben } = await openTalk();
  const cookie = await cookieOf(db, ada);
  await ask(path, cookie);
  await reply(db, ben, threadId, { body: "More of gannets." });
  for (let turn = 0; turn < 3; turn += 1) {
    const asked = ask(path, cookie);
    const written = reply(db, ben, threadId, { body: `Gannets, number ${turn}.` });
    expect(textOf(await asked)).not.toMatch(/gannets/i);
    await written;
  }
  expect(textOf(await ask(path, cookie))).not.toMatch(/gannets/i);
});
