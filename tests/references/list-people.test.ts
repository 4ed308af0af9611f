import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { nameKey } from "#app/names/name-key.ts";
import { listPeople, MOST_OFFERED } from "#app/references/list-people.server.ts";
import { loader } from "#app/routes/people-json.ts";
import type { Db } from "#db/open.server.ts";
import { plansOf } from "../db/plan.ts";
import { openForum, START } from "../forum.ts";
import { visit } from "../routes/visit.ts";
import { beginThread, reply } from "../threads/thread.ts";

/** People who have joined and done nothing. */
async function join(db: Db, names: string[]) {
  const values = names.map((name) => ({
    name,
    name_key: nameKey(name),
    ...{ role: "member" as const, level: 1, about: "", about_html: "", joined_at: START },
  }));
  await db.insertInto("person").values(values).execute();
}

const offered = (db: Db, begins: string, threadId: number | null = null) =>
  listPeople(db, { begins, threadId });

test("people of the thread are offered before others, whoever wrote most first", async () => {
  const { db, ada, ben } = await openForum();
  await join(db, ["Anna", "Bela", "Benno", "Bert"]);
  const bert = { ...ben, id: 9, name: "Bert" };
  const { threadId } = await beginThread(db, ada);
  await reply(db, bert, threadId);
  await reply(db, bert, threadId);
  await reply(db, ben, threadId);
  expect(await offered(db, "be", threadId)).toEqual(["Bert", "Ben", "Bela", "Benno"]);
  expect(await offered(db, "be")).toEqual(["Bela", "Ben", "Benno", "Bert"]);
  expect(await offered(db, "x", threadId)).toEqual([]);
});

test("a name is found by letters that look like its own, and by no others", async () => {
  const { db } = await openForum();
  await join(db, ["Élodie", "Bernard", "Bemba", "Ivvo", "crypt-iq", "Иван"]);
  expect(await offered(db, "elo")).toEqual(["Élodie"]);
  expect(await offered(db, "ÉL")).toEqual(["Élodie"]);
  expect(await offered(db, "ber")).toEqual(["Bernard"]);
  expect(await offered(db, "bern")).toEqual(["Bernard"]);
  expect(await offered(db, "iv")).toEqual(["Ivvo"]);
  expect(await offered(db, "crypti")).toEqual(["crypt-iq"]);
  expect(await offered(db, "Ив")).toEqual(["Иван"]);
});

test("no letters are no beginning, and signs of a query are letters of no name", async () => {
  const { db } = await openForum();
  for (const begins of ["", " ", "-", "%", "_", "\u200b", "*".repeat(10_000)]) {
    expect(await offered(db, begins)).toEqual([]);
  }
});

test("few names are offered, read through an index, however many there are", async () => {
  const { db, ada } = await openForum();
  await join(
    db,
    Array.from({ length: 900 }, (_, number) => `Kim${number}`),
  );
  const { threadId } = await beginThread(db, ada);
  expect(await offered(db, "k", threadId)).toHaveLength(MOST_OFFERED);
  const plans = await plansOf(db, (listening) =>
    listPeople(listening, { begins: "kir", threadId }),
  );
  const [inThread, among] = [plans[0]!.join("\n"), plans.at(-1)!.join("\n")];
  expect(inThread).toMatch(/SEARCH thread_person USING .*thread_id=\?/);
  expect(among).toMatch(
    /^SEARCH person USING INDEX (sqlite_autoindex_person_1|person_name_key_key) \(name_key>=?\? AND name_key<\?\)$/,
  );
});

test("names are offered to people who are signed in, with nothing else of anybody", async () => {
  const { db, ada } = await openForum();
  await db
    .updateTable("person")
    .set({ email: "ben@mail.example" })
    .where("name", "=", "Ben")
    .execute();
  const out = (await loader(visit(db, "/people.json?begins=be"))) as Response;
  expect(out.status).toBe(401);
  const answer = (await loader(visit(db, "/people.json?begins=be", { person: ada }))) as Response;
  expect(await answer.json()).toEqual({
    names: ["Ben"],
    label: "People to mention",
    found: "One name. An arrow key chooses it, Enter puts it in.",
  });
});

test("names are offered 120 times a minute", async () => {
  const { db, ada } = await openForum();
  const ask = () =>
    loader(visit(db, "/people.json?begins=be", { person: ada })) as Promise<Response>;
  for (let turn = 0; turn < 120; turn++) expect((await ask()).status).toBe(200);
  const refused = await ask();
  expect(refused.status).toBe(429);
  expect(await refused.json()).toEqual({ refused: expect.stringContaining("60") });
});

test("names are offered, uncounted, where another program holds the database", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "steelman-names-"));
  const file = path.join(folder, "forum.db");
  const { db, ada } = await openForum({ file });
  const other = new Database(file);
  onTestFinished(() => {
    other.close();
    rmSync(folder, { recursive: true });
  });
  other.exec("begin immediate");
  const ask = () =>
    loader(visit(db, "/people.json?begins=be", { person: ada })) as Promise<Response>;
  for (let turn = 0; turn < 3; turn++) {
    expect(await (await ask()).json()).toMatchObject({ names: ["Ben"] });
  }
  expect(await db.selectFrom("allowance").selectAll().execute()).toEqual([]);
});
