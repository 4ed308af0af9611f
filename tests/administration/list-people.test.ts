import { expect, test } from "vitest";
import { listPeople } from "#app/administration/list-people.server.ts";
import type { Db } from "#db/open.server.ts";
import { openForum, START } from "../forum.ts";

async function join(db: Db, name: string, name_key: string) {
  const nothing = { about: "", about_html: "", level: 0 };
  const person = { name, name_key, role: "member", joined_at: START, ...nothing } as const;
  await db.insertInto("person").values(person).execute();
}

test("people are found by letters of their names, in whatever case", async () => {
  const { db } = await openForum();
  // "rn" looks like "m", so "r" is no part of what stands for this name.
  await join(db, "Arne", "ame");
  await join(db, "RNA", "ma");
  const found = async (sought: string) =>
    (await listPeople(db, sought, null)).people.map(({ name }) => name);
  expect(await found("ARN")).toEqual(["Arne"]);
  expect(await found("R")).toEqual(["RNA", "Arne", "Root"]);
  expect(await found("r")).toEqual(["RNA", "Arne", "Root"]);
  expect(await found("na")).toEqual(["RNA"]);
  expect(await found("%")).toEqual([]);
  expect(await found("A_a")).toEqual([]);
});
