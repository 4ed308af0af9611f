/** A fresh forum for one test: its own database, in memory, with the cast and two topics. */
import { readFileSync, writeFileSync } from "node:fs";
import Database from "better-sqlite3";
import { inject, onTestFinished } from "vitest";
import type { Person } from "#app/permissions.ts";
import { type Db, wrapDatabase } from "#db/open.server.ts";
import { cast } from "./cast.ts";

/** When every test begins. */
export const START = 1_790_000_000;

export interface TestForum {
  db: Db;
  ada: Person;
  ben: Person;
  nia: Person;
  mo: Person;
  root: Person;
}

let bytes: Buffer | undefined;

/** Opens a forum, in memory or in a file of its own, where the cast has joined a year before START, Nia an hour before. */
export async function openForum({ file }: { file?: string } = {}): Promise<TestForum> {
  bytes ??= readFileSync(inject("migrated"));
  if (file) writeFileSync(file, bytes);
  const db = wrapDatabase(new Database(file ?? bytes));
  closeAfterwards(db);
  const people: Record<string, Person> = {};
  for (const { name, role, level } of cast) {
    const joinedAt = name === "Nia" ? START - 3600 : START - 365 * 86_400;
    const { id } = await db
      .insertInto("person")
      .values({
        name,
        name_key: name.toLowerCase(),
        role,
        level,
        about: "",
        about_html: "",
        joined_at: joinedAt,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    people[name.toLowerCase()] = { id, name, role, level, joinedAt };
  }
  for (const [slug, name] of [
    ["open-weights", "Open weights"],
    ["licences", "Licences"],
  ] as const) {
    await db.insertInto("topic").values({ slug, name, about: "", made_at: START }).execute();
  }
  return { db, ...people } as unknown as TestForum;
}

/** Every database that was opened here; held, since Node 24 may fall over one that is collected. */
const opened: Db[] = [];

/** Closes a database when its test ends; one that was opened for several tests stays open. */
export function closeAfterwards(db: Db) {
  opened.push(db);
  try {
    onTestFinished(() => db.destroy());
  } catch {
    // Outside of a test there is no end to wait for.
  }
}
