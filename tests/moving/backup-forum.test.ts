/** A backup holds what was acknowledged before it began, and knows whether it is whole. */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { openBackup } from "#app/moving/backup-file.server.ts";
import { backupForum } from "#app/moving/backup-forum.server.ts";
import { CannotMove } from "#app/moving/cannot-move.ts";
import { SqliteFile } from "#app/moving/sqlite-file.server.ts";
import { openDatabase } from "#db/open.server.ts";
import { START } from "../forum.ts";
import {
  copyOf,
  interruptAfter,
  makeForum,
  makeForumHere,
  makePlace,
  patient,
  sumsAt,
} from "./forums.ts";
import { dice } from "./random-rows.ts";

const beside = (file: string) => readdirSync(path.dirname(file));

test("a backup holds all that stands in the forum, in one file for its owner alone", async () => {
  const forum = await makeForumHere(21);
  const before = await sumsAt(forum);
  const file = path.join(makePlace(), "backup.db");
  const contents = await backupForum(forum, file, START, patient);
  expect(contents).toEqual({ version: expect.any(Number), madeAt: START, sums: before });
  expect(openBackup(file)).toEqual(contents);
  expect(await sumsAt(`file:${file}`)).toEqual(before);
  expect(await sumsAt(forum)).toEqual(before);
  expect(beside(file)).toEqual(["backup.db"]);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test("a backup of a restored backup, and of a copy of one, is a backup too", async () => {
  const place = makePlace();
  const [first, second] = [path.join(place, "first.db"), path.join(place, "second.db")];
  await backupForum(`file:${makeForum(22)}`, first, START, patient);
  await backupForum(`file:${first}`, second, START + 9, patient);
  expect(openBackup(second)).toMatchObject({ madeAt: START + 9, sums: openBackup(first).sums });
});

test("it takes no file's place, and an interrupted one leaves nothing", async () => {
  const forum = await makeForumHere(23);
  const file = path.join(makePlace(), "backup.db");
  await expect(backupForum(forum, file, START, interruptAfter(5))).rejects.toThrow();
  expect(beside(file)).toEqual([]);
  writeFileSync(file, "mine");
  await expect(backupForum(forum, file, START, patient)).rejects.toThrow(
    /is there already.*new file/,
  );
  expect(readFileSync(file, "utf8")).toBe("mine");
  expect(beside(file)).toEqual(["backup.db"]);
});

test("what was acknowledged before it began is in it, while people go on writing", async () => {
  const address = await makeForumHere(24);
  const db = openDatabase(address);
  let written = 0;
  const add = async () => {
    const [slug, name] = [`topic-${written}`, `Topic ${written}`];
    await db.insertInto("topic").values({ slug, name, about: "", made_at: 1 }).execute();
    written += 1;
  };
  while (written < 50) await add();
  let isDone = false;
  const writing = (async () => {
    while (!isDone) {
      await add();
      await new Promise(setImmediate);
    }
  })();
  const acknowledged = written;
  const file = path.join(makePlace(), "backup.db");
  await backupForum(address, file, START, patient);
  isDone = true;
  await writing;
  await db.destroy();
  const sqlite = new SqliteFile(file, { isReadOnly: true });
  const kept = sqlite.value<number>("select count(*) from topic where slug like 'topic-%'") ?? 0;
  sqlite.close();
  expect(kept).toBeGreaterThanOrEqual(acknowledged);
  expect(written).toBeGreaterThan(acknowledged);
});

test("a file that is cut, or changed in any one byte, is no backup any more", {
  timeout: 30_000,
}, async () => {
  const file = path.join(makePlace(), "backup.db");
  await backupForum(`file:${makeForum(25, 8)}`, file, START, patient);
  const bytes = readFileSync(file);
  const draw = dice(25);
  const damage = (bad: Buffer) => {
    const copy = copyOf(file, "bad.db");
    writeFileSync(copy, bad);
    const said = saidOf(() => openBackup(copy));
    expect(said).toMatch(/^[^\n]+ (Restore|Name) another[^\n]*\.$/);
  };
  for (let round = 0; round < 200; round += 1) {
    const bad = Buffer.from(bytes);
    const place = draw(round < 40 ? 200 : bytes.length);
    bad[place] = (bad[place] ?? 0) ^ (1 << draw(8));
    damage(bad);
  }
  for (const length of [
    0,
    1,
    16,
    100,
    4096,
    ...Array.from({ length: 20 }, () => draw(bytes.length)),
  ]) {
    damage(bytes.subarray(0, length));
  }
  damage(Buffer.concat([bytes, Buffer.alloc(4096)]));
  damage(Buffer.from("These are words."));
  expect(openBackup(file).madeAt).toBe(START);
  expect(() => openBackup(`${file}-gone`)).toThrow(/^There is no file /);
});

function saidOf(deed: () => unknown): string {
  try {
    deed();
  } catch (error) {
    if (error instanceof CannotMove) return error.message;
    throw error;
  }
  return "nothing";
}

test("a forum of another version is not backed up", async () => {
  const forum = makeForum(26);
  const sqlite = new SqliteFile(forum, { isReadOnly: false });
  sqlite.exec("insert into migration values (900, 'later')");
  sqlite.close();
  const file = path.join(makePlace(), "backup.db");
  await expect(backupForum(`file:${forum}`, file, START, patient)).rejects.toThrow(
    /newer Steelman/,
  );
  expect(existsSync(file)).toBe(false);
});
