/** Whoever came with an import has a name that nobody can use. */
import { expect, test } from "vitest";
import { signIn } from "#app/accounts/sign-in.server.ts";
import { signUp } from "#app/accounts/sign-up.server.ts";
import { chooseName, endingOf, type Turns } from "#app/importing/choose-name.ts";
import { weighName } from "#app/names/name.ts";
import { nameKey } from "#app/names/name-key.ts";
import { countRows, draft, GOOD, problemsOf, setting } from "../accounts/member.ts";
import { openForum, START } from "../forum.ts";
import { everythingImported, importRows, outerPost, readImported } from "./outer.ts";

test("nobody signs in as somebody who was imported, and nobody joins under that name", async () => {
  const { db } = await openForum();
  await importRows(db, [outerPost(1, 1, { username: "gannet" })]);
  const before = await countRows(db);
  const asked = { name: "gannet", password: GOOD };
  const given = { now: START, scale: 1, address: "192.0.2.1" };
  expect(await problemsOf(signIn(db, asked, given))).toEqual({
    "": { key: "accounts.sign-in.wrong" },
  });
  for (const name of ["gannet", "Gannet", "gann-et"]) {
    expect(await problemsOf(signUp(db, { ...draft, name }, setting))).toEqual({
      name: { key: "accounts.name.taken" },
    });
  }
  expect(await countRows(db)).toEqual(before);
});

test("a text of another forum mentions its own people, and nobody here who has such a name", async () => {
  const { db, ada } = await openForum();
  await importRows(db, [
    outerPost(1, 1, { username: "petrel" }),
    outerPost(1, 2, { username: "gannet", raw: "@Ada, @Ben, @petrel: see `@petrel`." }),
    outerPost(1, 3, { username: "ada" }),
  ]);
  const [, post] = await readImported(db);
  expect(post!.body).toBe("@ada-seabirds, \\@Ben, @petrel: see `@petrel`.");
  const mentioned = await db
    .selectFrom("mention")
    .innerJoin("person", "person.id", "mention.person_id")
    .select("person.name")
    .orderBy("person.name")
    .execute();
  expect(mentioned.map((row) => row.name)).toEqual(["ada-seabirds", "petrel"]);
  expect(post!.html).not.toContain(`/people/${ada.name}"`);
  expect(post!.html).not.toContain("/people/Ben");
});

test("the same name of two forums is two people", async () => {
  const { db } = await openForum();
  await importRows(db, [outerPost(1, 1, { username: "gannet" })], { source: "birds.example" });
  await importRows(db, [outerPost(1, 1, { username: "gannet" })], { source: "www.fish.example" });
  const posts = await readImported(db);
  expect(posts.map((post) => post.name)).toEqual(["gannet", "gannet-fish"]);
  expect(posts.map((post) => post.thread_id)).toEqual([1, 2]);
});

test("for every name there is one that our rules take, and another, and so on", () => {
  const names = [
    "",
    "_",
    "Ada",
    "admin",
    "Ädå",
    "名前",
    "x".repeat(90),
    "a b",
    "🙂",
    "me",
    "ad.min",
  ];
  for (const source of [
    "Steelman",
    "",
    "moderators",
    "https://www.birds.example",
    "Ж",
    "LessWrong",
  ]) {
    expect(weighName(`person-${endingOf(source)}-2`)).toBeNull();
    for (const name of names) {
      const chosen = new Set<string>();
      for (const one of chooseName(name, source)) {
        expect(weighName(one)).toBeNull();
        if (chosen.add(one).size === 12) break;
      }
      expect(chosen.size).toBe(12);
    }
  }
});

test("thousands of names that are one here are numbered, and not counted through for each", () => {
  const turns: Turns = new Map();
  const taken = new Set<string>();
  let tries = 0;
  const nameOf = (index: number) => ["!", "\u200b?", "Ada", "ädâ"][index % 4]! + "!".repeat(index);
  for (let index = 0; index < 3_000; index++) {
    for (const name of chooseName(nameOf(index % 90), "birds.example", turns)) {
      tries += 1;
      if (taken.has(nameKey(name))) continue;
      taken.add(nameKey(name));
      break;
    }
  }
  expect(taken.size).toBe(3_000);
  expect(tries).toBeLessThan(30_000);
});

test("whoever was renamed there stays the same person, and whoever has the name since is another", async () => {
  const { db } = await openForum();
  await importRows(db, [
    outerPost(1, 1, { username: "alice", user_id: 1 }),
    outerPost(1, 2, { username: "bob", user_id: 2 }),
  ]);
  const rows = [
    outerPost(1, 3, {
      username: "alice",
      user_id: 2,
      raw: "So says @alice_old to @alice, not @bob.",
    }),
    outerPost(1, 4, { username: "alice_old", user_id: 1 }),
    outerPost(1, 5, { username: "bob", user_id: 3 }),
  ];
  const { counts, told } = await importRows(db, rows);
  const posts = await readImported(db);
  expect(posts.map((post) => post.name)).toEqual(["alice", "bob", "bob", "alice", "bob-seabirds"]);
  expect(posts[2]!.body).toBe("So says @alice to @bob, not @bob-seabirds.");
  expect(counts.people).toEqual({ added: 1, there: 2, renamed: 1 });
  expect(told).toEqual(["bob: is called bob-seabirds here"]);
  const before = await everythingImported(db);
  await importRows(db, rows);
  expect(await everythingImported(db)).toEqual(before);
});

test("somebody of whom only the name was known is known by the number from the first row that says it", async () => {
  const { db } = await openForum();
  await importRows(db, [outerPost(1, 1, { username: "alice" })]);
  await importRows(db, [outerPost(1, 2, { username: "Alice", user_id: 1 })]);
  await importRows(db, [outerPost(1, 3, { username: "alice" })]);
  await importRows(db, [outerPost(1, 4, { username: "alice", user_id: 2 })]);
  await importRows(db, [outerPost(1, 5, { username: "alice_old", user_id: 1 })]);
  await importRows(db, [outerPost(1, 6, { username: "alice" })]);
  const names = (await readImported(db)).map((post) => post.name);
  expect(names).toEqual(["alice", "alice", "alice", names[3], "alice", names[3]]);
  expect(names[3]).not.toBe("alice");
});
