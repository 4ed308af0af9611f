import { sql } from "kysely";
import { expect, test } from "vitest";
import { AS_IT_IS } from "#app/nudges/told.ts";
import { describeCorpora, readCorpora, sendable } from "../../corpora/corpus.ts";
import { firstValue, keptRows, openScene, PASSWORD, stranger, visit } from "./scene.ts";

const scene = openScene();
const visitor = () => stranger(scene);

const attacks = [
  "'",
  "''",
  '"',
  "1' or '1'='1",
  "1; drop table post; --",
  "1) union select hash from password --",
  "order by 9",
  "id desc, (select hash from password)",
  "$.a[0]",
  "%' and 1=1 --",
  "\\",
  "/*",
  "1.1' or 1=1 --",
  "9999999999.9",
];

test("AC-076: no parameter of an address speaks SQL: the answer is that of any other senseless value", async () => {
  const root = await visit(scene, "Root");
  const before = await keptRows(scene);
  const { id, post } = scene.thread;
  const places: [string, (value: string) => string][] = [
    ["order of threads", (value) => `/?order=${value}`],
    ["cursor of threads", (value) => `/?order=new&after=${value}`],
    ["topic", (value) => `/topics/${value}`],
    ["order of replies", (value) => `/threads/${id}?order=${value}`],
    ["cursor of replies", (value) => `/threads/${id}?after=${value}`],
    ["branch", (value) => `/threads/${id}?branch=${value}`],
    ["thread", (value) => `/threads/${value}`],
    ["post", (value) => `/posts/${value}`],
    ["history", (value) => `/posts/${post}/history?before=${value}`],
    ["data", (value) => `/threads/${id}.json?after=${value}`],
    ["person", (value) => `/people/${value}`],
    ["replies of a person", (value) => `/people/Ada?show=replies&after=${value}`],
    ["log", (value) => `/log?after=${value}`],
    ["people", (value) => `/admin/people?q=${value}&after=${value}`],
    ["sitemap", (value) => `/sitemap.xml?part=${value}`],
  ];
  for (const [place, address] of places) {
    const usual = await root.get(address("zzz"));
    for (const attack of attacks) {
      const answer = await root.get(address(encodeURIComponent(attack)));
      expect(answer.status, `${place}: ${attack}`).toBe(usual.status);
      expect(answer.body).not.toContain("$argon2");
      expect(answer.body).not.toMatch(/SQLITE|syntax error/i);
    }
  }
  expect(await keptRows(scene)).toEqual(before);
});

test("AC-076: no field of a form speaks SQL", async () => {
  const ada = await visit(scene, "Ada");
  const hashes = () =>
    scene.db.selectFrom("password").select("hash").orderBy("person_id").execute();
  const before = await hashes();
  for (const attack of attacks) {
    for (const [address, fields] of [
      ["/sign-in", { name: attack, password: attack }],
      ["/sign-in", { name: `Ada${attack}`, password: PASSWORD }],
      ["/sign-up", { name: attack, password: attack, email: attack, invitation: attack }],
      ["/threads/new", { title: "A title", body: "Words.", topics: attack }],
      [`/threads/${scene.thread.id}/reply`, { body: "Words.", parent: attack, kind: attack }],
      [`/posts/${scene.thread.post}/edit`, { body: "Words.", version: attack }],
    ] as [string, Record<string, string>][]) {
      const { status } = await ada.post(address, fields);
      expect(status, `${address} ${attack}`).toBeGreaterThanOrEqual(400);
      expect(status, `${address} ${attack}`).toBeLessThan(500);
    }
  }
  expect(await hashes()).toEqual(before);
  await ada.post(`/threads/${scene.thread.id}/reply`, { body: attacks.join("\n") });
  expect(await firstValue(scene, sql`select body from post order by id desc`)).toBe(
    attacks.join("\n"),
  );
});

const numbers = ["0", "-1", "1e3", "9007199254740993", "9223372036854775808", "NaN", "01", "+1"];
const oddNumbers = [
  "1%20",
  "%201",
  "1%00",
  "1.0",
  "0x1",
  "%EF%BC%91",
  "%D9%A1",
  "1_000",
  "1n",
  "1,1",
];

test.each([...numbers, ...oddNumbers])(
  "AC-079: %s is no number of a thread or post",
  async (number) => {
    const ada = await visit(scene, "Ada");
    const before = await keptRows(scene);
    for (const address of [
      `/threads/${number}`,
      `/threads/${number}.json`,
      `/threads/${number}.md`,
      `/threads/${number}/reply`,
      `/posts/${number}`,
      `/posts/${number}/edit`,
      `/posts/${number}/history`,
    ]) {
      const answer = await ada.get(address);
      expect([400, 404], address).toContain(answer.status);
      expect(answer.body).not.toContain("Weights and words");
    }
    for (const [address, fields] of [
      [`/threads/${number}/reply`, { body: "Words." }],
      [`/posts/${number}/withdraw`, {}],
      [`/threads/${scene.thread.id}/reply`, { body: "Words.", parent: decode(number) || "x" }],
      [`/posts/${scene.thread.post}/edit`, { body: "Words.", version: decode(number) }],
    ] as [string, Record<string, string>][]) {
      const { status } = await ada.post(address, fields);
      expect([400, 403, 404, 409, 422], address).toContain(status);
    }
    expect(await keptRows(scene)).toEqual(before);
  },
);

const decode = (part: string) => decodeURIComponent(part);

describeCorpora("AC-080: odd texts", () => {
  const rows = sendable(readCorpora("naughty-strings", "text-unicode"));

  test("are kept byte for byte in a post, or refused in words", async () => {
    const ada = await visit(scene, "Ada");
    let kept = 0;
    for (const { id, input } of rows) {
      const answer = await ada.post(`/threads/${scene.thread.id}/reply`, {
        body: input,
        kind: "tried",
        // Some of them may read as an insult.
        [AS_IT_IS]: "1",
      });
      expect([302, 413, 422], id).toContain(answer.status);
      if (answer.status !== 302) continue;
      kept += 1;
      expect(await firstValue(scene, sql`select body from post order by id desc`), id).toBe(input);
    }
    console.info(`${kept} of ${rows.length} odd texts were posted.`);
    expect(kept).toBeGreaterThan(rows.length * 0.9);
  });

  test("break nothing in any other field", async () => {
    const ada = await visit(scene, "Ada");
    for (const { id, input } of rows) {
      for (const [address, fields] of [
        ["/threads/new", { title: input, body: "Words.", topics: input, url: input, quote: input }],
        // Too short a password, so that none is hashed.
        ["/sign-up", { name: input, password: "x", email: input, invitation: input }],
        ["/account/profile", { about: input }],
      ] as [string, Record<string, string>][]) {
        const { status } = await ada.post(address, fields);
        expect([302, 413, 422, 429], `${address} ${id}`).toContain(status);
      }
    }
  });
});

test("AC-079: nobody takes a name whose address would answer with another page's data", async () => {
  for (const name of ["Ada.data", "kim.DATA", "no.data"]) {
    const fields = { name, password: PASSWORD };
    expect((await visitor().post("/sign-up", fields)).status, name).toBe(422);
    expect(await firstValue(scene, sql`select count(*) from person where name = ${name}`)).toBe(0);
  }
});

test("AC-080: NUL is refused in words in each form, with the rest of what was typed", async () => {
  const ada = await visit(scene, "Ada");
  const before = await keptRows(scene);
  for (const [address, field] of [
    [`/threads/${scene.thread.id}/reply`, "body"],
    ["/threads/new", "title"],
    ["/account/profile", "about"],
    ["/sign-up", "name"],
    ["/preview", "body"],
  ] as const) {
    const answer = await ada.post(address, { [field]: "a\0b", other: "kept" });
    expect(answer.status, address).toBe(422);
  }
  expect(await keptRows(scene)).toEqual(before);
});

test("AC-081: whatever an address holds, the log has one line of JSON for each request", async () => {
  const lies = [
    "%0a%7B%22level%22:30%7D",
    "%22,%22status%22:200",
    "%1b%5b31m",
    "\\u000a",
    "%e2%80%ae",
  ];
  // Lines wait a moment to be written together: what was asked before is written when this is.
  await visitor().get("/people/the-last-before");
  await expect.poll(() => scene.server.output()).toContain("/people/the-last-before");
  const from = scene.server.output().length;
  for (const lie of lies) await visitor().get(`/people/${lie}?x=${lie}`, { "user-agent": "a\tb" });
  await visitor().post("/sign-in", { name: "Ada\n{}", password: "x\ny" });
  await expect.poll(() => scene.server.output().slice(from).trim().split("\n").length).toBe(6);
  for (const line of scene.server.output().slice(from).trim().split("\n")) {
    expect(JSON.parse(line)).toMatchObject({ level: 30, status: expect.any(Number) });
    expect(line).toMatch(/^[\x20-\x7e\u2026]*$/);
  }
});

test("AC-082: neither a title nor a name nor an address to write to holds a line break", async () => {
  const name = "Kim\r\nBcc: all@mail.example";
  const joined = await visitor().post("/sign-up", { name, password: PASSWORD });
  expect(joined.status).toBe(422);
  const email = "kim@mail.example\r\nBcc: all@mail.example";
  const mailed = await visitor().post("/sign-up", { name: "Kim", password: PASSWORD, email });
  expect(mailed.status).toBe(422);
  const title = "A title\r\nBcc: all@mail.example";
  await (await visit(scene, "Ada")).post("/threads/new", {
    title,
    body: "Words.",
    topics: "Licences",
  });
  expect(await firstValue(scene, sql`select title from thread order by id desc`)).toBe(
    "A title Bcc: all@mail.example",
  );
  for (const column of ["name", "email"]) {
    expect(
      await firstValue(
        scene,
        sql`select count(*) from person where ${sql.ref(column)} like '%Bcc%'`,
      ),
    ).toBe(0);
  }
});
