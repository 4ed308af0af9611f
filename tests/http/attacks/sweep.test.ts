import { type RawBuilder, sql } from "kysely";
import { expect, test } from "vitest";
import { routes } from "../roles.ts";
import type { Answer } from "../visitor.ts";
import { keptRows, type Name, openScene, PASSWORD, stranger, visit } from "./scene.ts";
import { makeTarget } from "./target.ts";

/** Where every request of this file says that it comes from. */
const ADDRESS = "198.51.100.77";
const scene = openScene({ PROXY_HOPS: "1" });
const from = { "x-forwarded-for": ADDRESS };

/** What nobody may read, each with what it is. */
async function secrets(): Promise<[string, string][]> {
  const all = async (query: RawBuilder<{ secret: string; what: string }>) => {
    const { rows } = await query.execute(scene.db);
    return rows.map(({ secret, what }): [string, string] => [secret, what]);
  };
  return [
    [ADDRESS, "a network address"],
    ["$argon2", "a password's hash"],
    ...(await all(
      sql`select email as secret, 'the address of ' || name as what from person where email is not null`,
    )),
    ...(await all(
      sql`select id as secret, 'a session' as what from session union select id, 'a browser' from device`,
    )),
    ...(await all(sql`select code_hash as secret, 'an invitation' as what from invitation`)),
  ];
}

const told = async (text: string) =>
  (await secrets()).filter(([secret]) => text.includes(secret)).map(([, what]) => what);

const everyAddress = async () => {
  const target = await makeTarget(scene);
  const pages = routes.map(({ path }) => path(target));
  const { path, post, reply } = scene.thread;
  const more = [`${path}?order=new`, `${path}?branch=${reply}`, `/posts/${post}/history?before=9`];
  const lists = ["/?order=new&after=1.1", "/people/Ada?show=replies", "/sitemap.xml?part=0"];
  const all = [...pages, ...more, ...lists];
  const data = all.map((page) =>
    page.replace(/^([^?]*)/, (at) => `${at === "/" ? "/_root" : at}.data`),
  );
  return [...all, ...data, "/__manifest?p=%2Fadmin&version=x", "/health", "/forum.css"];
};

const names: (Name | null)[] = [null, "Ada", "Mo", "Root"];

test("AC-026: reading changes no row, whoever reads and whatever the address", async () => {
  for (const name of names) {
    const addresses = await everyAddress();
    const visitor = name ? await visit(scene, name) : stranger(scene);
    const before = await keptRows(scene);
    for (const address of addresses) await visitor.get(address, from);
    expect(await keptRows(scene)).toEqual(before);
    for (const address of addresses) await visitor.ask("HEAD", address, from);
    expect(await keptRows(scene)).toEqual(before);
  }
});

test("AC-026: signing out needs a press: reading its page does not", async () => {
  const ada = await visit(scene, "Ada");
  await ada.get("/sign-out");
  await ada.get("/sign-out.data");
  expect((await ada.get("/account")).status).toBe(200);
});

test("AC-109: no answer holds an e-mail address, a hash, a session or a network address of anybody", async () => {
  const faults: string[] = [];
  for (const name of names) {
    const visitor = name ? await visit(scene, name) : stranger(scene);
    for (const address of await everyAddress()) {
      const answer = await visitor.get(address, from);
      const found = await told(`${JSON.stringify(answer.headers)}\n${answer.body}`);
      const own = /^\/account(\/email)?(\.data)?$/.test(address) ? [`the address of ${name}`] : [];
      const foreign = found.filter((what) => !own.includes(what));
      if (foreign.length > 0) faults.push(`${address} to ${name}: ${foreign}`);
    }
  }
  expect(faults).toEqual([]);
});

test("AC-109: no answer to a form does either, and a password that was sent never comes back", async () => {
  const forms: [string, Record<string, string>][] = [
    ["/sign-in", { name: "Ada", password: "a wrong password of mine" }],
    ["/sign-up", { name: "Ada", password: "a wrong password of mine" }],
    ["/account/password", { "present-password": "a wrong password of mine", password: "x" }],
    ["/account/email", { "present-password": "a wrong password of mine", email: "x@y.example" }],
    ["/threads/new", { title: "x", password: "a wrong password of mine" }],
    ["/preview", { body: "Words.", password: "a wrong password of mine" }],
  ];
  for (const [address, fields] of forms) {
    for (const data of ["", ".data"]) {
      const answer: Answer = await (await visit(scene, "Ben")).post(address + data, fields, from);
      expect(await told(answer.body), address + data).toEqual([]);
      expect(answer.body, address + data).not.toContain("a wrong password of mine");
    }
  }
});

test("AC-109: the log holds no name and password, no address, no query and no token", async () => {
  const ada = await visit(scene, "Ada");
  const token = "t".repeat(27);
  await ada.post("/sign-in?next=%2Fsecret", { name: "Ada", password: PASSWORD }, from);
  for (const path of [`/admin/first/${token}`, `/ADMIN/First/${token}`, `/admin//first/${token}`]) {
    await ada.get(path, from);
    await ada.get(`${path}.data`, from);
  }
  await ada.get(`/people/Ada?email=${encodeURIComponent("ada@mail.example")}`, from);
  const log = scene.server.output().replace(/^Steelman is ready.*$/m, "");
  expect(await told(log)).toEqual([]);
  const leaks = /secret|nine lemons|@mail|tttt/;
  expect(log.split("\n").filter((line) => leaks.test(line))).toEqual([]);
  expect(log.includes(ada.cookies.get("session") ?? "")).toBe(false);
});
