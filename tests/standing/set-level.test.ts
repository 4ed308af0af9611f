import { expect, test } from "vitest";
import { type LevelDraft, readLevelDraft } from "#app/administration/level.ts";
import { readLog } from "#app/log/read-log.server.ts";
import { takeNight } from "#app/ranking/fit/take-night.server.ts";
import { readLevel, setLevel } from "#app/standing/set-level.server.ts";
import type { Db } from "#db/open.server.ts";
import { openForum, START } from "../forum.ts";
import { countRows } from "../routes/visit.ts";

const levelEvents = (db: Db) =>
  db.selectFrom("event").selectAll().where("kind", "=", "level-changed").execute();
const reason = "Known from the reading group.";

test("an administrator sets a level by hand and gives it back, each with its reason in the log", async () => {
  const { db, nia, root } = await openForum();
  await setLevel(db, root, nia.id, { level: 2, reason }, START);
  await setLevel(db, root, nia.id, { level: 2, reason }, START + 1);
  expect(await readLevel(db, nia.id)).toEqual({ level: 2, isByHand: true });
  await setLevel(db, root, nia.id, { level: null, reason }, START + 2);
  await setLevel(db, root, nia.id, { level: null, reason }, START + 3);
  expect(await readLevel(db, nia.id)).toEqual({ level: 0, isByHand: false });
  const { entries } = await readLog(db, null);
  expect(entries).toMatchObject([
    { kind: "level-set", about: "Nia", before: "2", after: "itself", reason },
    { kind: "level-set", person: "Root", about: "Nia", before: "0", after: "2", reason },
  ]);
});

test("a newcomer set to level 3 by mistake is one again when it is given back, with the event", async () => {
  const { db, nia, root } = await openForum();
  for (const [at, level] of [3, 1, null].entries()) {
    await setLevel(db, root, nia.id, { level, reason } as LevelDraft, START + at);
  }
  expect(await readLevel(db, nia.id)).toEqual({ level: 0, isByHand: false });
  const moved = { kind: "level-changed", person_id: null, about_id: nia.id };
  expect(await levelEvents(db)).toMatchObject([{ ...moved, details: '{"before":1,"after":0}' }]);
});

test("whoever was no newcomer before a level was set by hand is none when it is given back", async () => {
  const { db, ada, root } = await openForum();
  await setLevel(db, root, ada.id, { level: 3, reason }, START);
  await setLevel(db, root, ada.id, { level: 0, reason }, START + 1);
  await setLevel(db, root, ada.id, { level: null, reason }, START + 2);
  expect(await readLevel(db, ada.id)).toEqual({ level: 1, isByHand: false });
});

test("the level that somebody has already can be set by hand, so that it stays", async () => {
  const { db, ada, root } = await openForum();
  await setLevel(db, root, ada.id, { level: 1, reason }, START);
  expect(await readLevel(db, ada.id)).toEqual({ level: 1, isByHand: true });
});

test("nobody else sets a level, of nobody, or without a reason", async () => {
  const { db, ada, mo, nia, root } = await openForum();
  const before = await countRows(db);
  const draft = { level: 3, reason } as const;
  for (const person of [ada, mo, { ...ada, role: "administrator" as const }]) {
    await expect(setLevel(db, person, nia.id, draft, START)).rejects.toMatchObject({ status: 403 });
  }
  await expect(setLevel(db, root, 99, draft, START)).rejects.toMatchObject({ status: 404 });
  await expect(setLevel(db, root, nia.id, { level: 3, reason: " " }, START)).rejects.toMatchObject({
    status: 422,
  });
  expect(await readLevel(db, nia.id)).toEqual({ level: 0, isByHand: false });
  expect(await db.selectFrom("standing").selectAll().execute()).toEqual([]);
  expect(await countRows(db)).toEqual(before);
});

test("the form of a level has a choice and a reason", () => {
  const read = (fields: Record<string, string>) => readLevelDraft(new URLSearchParams(fields));
  expect(read({ level: "0", reason }).draft).toEqual({ level: 0, reason });
  expect(read({ level: "itself", reason }).draft).toEqual({ level: null, reason });
  expect(Object.keys(read({ level: "4" }).problems!)).toEqual(["level", "reason"]);
  expect(Object.keys(read({ reason }).problems!)).toEqual(["level"]);
});

test("where votes begin or cease to count by a level set by hand, they are weighed anew before the next night", async () => {
  const { db, ben, root } = await openForum();
  const fit = { scope: 0, made_at: START, is_used: 0, gain: 0, vote_count: 0 } as const;
  await db.insertInto("fit").values(fit).execute();
  expect(await takeNight(db, START + 60)).toBe(false);
  await setLevel(db, root, ben.id, { level: 2, reason: "Known to all of us." }, START + 60);
  expect(await takeNight(db, START + 60)).toBe(false);
  await setLevel(db, root, ben.id, { level: 0, reason: "Not who it seemed." }, START + 60);
  expect(await takeNight(db, START + 60)).toBe(true);
});
