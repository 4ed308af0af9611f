import { createHash } from "node:crypto";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { freePort } from "../../free-port.ts";
import { startServer } from "../server.ts";
import { Visitor } from "../visitor.ts";
import { firstValue, openScene, PASSWORD, visit } from "./scene.ts";

const scene = openScene();
const isIn = async (visitor: Visitor) => (await visitor.get("/account")).status === 200;
const asCookie = (value: string) => new Visitor(scene.origin).get("/account", { cookie: value });

test("AC-031: a session cookie that somebody chose stays anonymous, and signing in gives a new one", async () => {
  const chosen = "c".repeat(27);
  const victim = new Visitor(scene.origin);
  victim.cookies.set("session", chosen);
  await victim.signIn("Ada", PASSWORD);
  expect(victim.cookies.get("session")).not.toBe(chosen);
  expect(await isIn(victim)).toBe(true);
  expect((await asCookie(`session=${chosen}`)).status).toBe(302);
});

test("AC-031: signing in once more ends the session that the browser had", async () => {
  const ada = await visit(scene, "Ada");
  const former = ada.cookies.get("session");
  await ada.post("/sign-in", { name: "Ada", password: PASSWORD });
  expect(ada.cookies.get("session")).not.toBe(former);
  expect((await asCookie(`session=${former}`)).status).toBe(302);
});

test("AC-032: every cookie is HttpOnly and SameSite=Lax for the whole forum and no other host, and behind https __Host- and Secure", async () => {
  const port = await freePort();
  const https = await startServer({
    env: { FORUM_ORIGIN: "https://forum.example", PORT: String(port) },
  });
  try {
    for (const [address, sent, names] of [
      [scene.origin, scene.origin, ["device", "session"]],
      [`http://127.0.0.1:${port}`, "https://forum.example", ["__Host-device", "__Host-session"]],
    ] as const) {
      const form = { name: "Kit", password: PASSWORD };
      const answer = await new Visitor(address).post("/sign-up", form, { origin: sent });
      const cookies = [answer.headers["set-cookie"] ?? []].flat();
      expect(cookies.map((cookie) => cookie.split("=")[0]).sort()).toEqual(names);
      for (const cookie of cookies) {
        expect(cookie).toMatch(/; HttpOnly(;|$)/);
        expect(cookie).toMatch(/; SameSite=Lax(;|$)/);
        expect(cookie).toMatch(/; Path=\/(;|$)/);
        expect(cookie).not.toMatch(/domain=/i);
        expect(/; Secure(;|$)/.test(cookie)).toBe(sent.startsWith("https:"));
      }
    }
  } finally {
    await https.stop();
  }
});

test("AC-033: after signing out the old cookie opens nothing and its row is gone", async () => {
  const ada = await visit(scene, "Ada");
  const token = ada.cookies.get("session") ?? "";
  const count = () =>
    firstValue(scene, sql`select count(*) from session where id = ${sha256(token)}`);
  expect(await count()).toBe(1);
  expect((await ada.post("/sign-out", {})).status).toBe(302);
  expect(ada.cookies.has("session")).toBe(false);
  expect(await count()).toBe(0);
  expect((await asCookie(`session=${token}`)).location).toBe("/sign-in?next=%2Faccount");
});

test("AC-034: changing the password signs out every other browser and renews this one", async () => {
  const [here, there] = [await visit(scene, "Ben"), await visit(scene, "Ben")];
  const former = here.cookies.get("session");
  const change = { "present-password": PASSWORD, password: PASSWORD };
  expect((await here.post("/account/password", change)).status).toBe(302);
  expect(here.cookies.get("session")).not.toBe(former);
  expect(await isIn(here)).toBe(true);
  expect(await isIn(there)).toBe(false);
  expect((await asCookie(`session=${former}`)).status).toBe(302);
});

test("AC-036: what a stolen database holds of sessions and browsers opens nothing", async () => {
  const ada = await new Visitor(scene.origin).signIn("Ada", PASSWORD);
  expect(await isIn(ada)).toBe(true);
  const ids = await scene.db
    .selectFrom("session")
    .select("id")
    .union(scene.db.selectFrom("device").select("id"))
    .execute();
  expect(ids.length).toBeGreaterThan(1);
  for (const { id } of ids) {
    expect(id).toMatch(/^[0-9a-f]{64}$/);
    expect((await asCookie(`session=${id}`)).status).toBe(302);
    expect((await asCookie(`session=${id.slice(0, 27)}`)).status).toBe(302);
  }
});

test("AC-037: after sixteen days the cookie is renewed, and after thirty it is refused and cleared", async () => {
  const ada = await visit(scene, "Ada");
  const id = sha256(ada.cookies.get("session") ?? "");
  const later = (days: number) =>
    scene.db
      .updateTable("session")
      .set((row) => ({ expires_at: row("expires_at", "-", days * 86_400) }))
      .where("id", "=", id)
      .execute();
  expect((await ada.get("/account")).headers["set-cookie"]).toBeUndefined();
  await later(16);
  const renewed = await ada.get("/account");
  expect(renewed.status).toBe(200);
  expect(renewed.headers["set-cookie"]?.[0]).toMatch(/^session=[\w-]{27};/);
  await later(31);
  const refused = await ada.get("/account");
  expect(refused.status).toBe(302);
  expect(ada.cookies.has("session")).toBe(false);
});

test.each([
  ["of eight kilobytes", `session=${"a".repeat(8_000)}`],
  ["with a quoted value", 'session="'],
  ["twice", `session=${"a".repeat(27)}; session=${"b".repeat(27)}`],
  ["with its name in capitals", `SESSION=${"a".repeat(27)}`],
  ["with letters beyond ASCII", "session=\u00fc\u00df\u00ff"],
  ["with signs of percent", "session=%00%0d%0a%ff"],
  ["of separators alone", ";;;===;;;"],
  ["named like a prototype", "__proto__=1; constructor=2"],
])("AC-038: a cookie %s is nobody's, and the page is shown", async (_what, cookie) => {
  const answer = await new Visitor(scene.origin).get("/", { cookie });
  expect(answer.status).toBe(200);
  expect(answer.body).toContain('href="/sign-in"');
});

test("AC-038: a right cookie does not count beside a second one", async () => {
  const token = (await visit(scene, "Ada")).cookies.get("session");
  const answer = await asCookie(`session=${token}; session=${"b".repeat(27)}`);
  expect(answer.status).toBe(302);
});

test("AC-039: no page or data of somebody signed in may be kept by a cache, and every page varies by cookie", async () => {
  const { path } = scene.thread;
  const addresses = ["/", path, "/account", "/threads/new", "/people/Ada", "/log", "/missing"];
  for (const address of [...addresses, `${path}.data`, "/_root.data"]) {
    const own = await (await visit(scene, "Ada")).get(address);
    expect(own.headers["cache-control"], address).toBe("private, no-store");
    expect(own.headers.vary, address).toMatch(/cookie/i);
    const foreign = await new Visitor(scene.origin).get(address);
    expect(foreign.headers["cache-control"], address).toMatch(/^(no-cache|private, no-store)$/);
    expect(foreign.headers.vary, address).toMatch(/cookie/i);
    expect(foreign.body).not.toContain("frame.account");
  }
});

test("AC-040: no header of a request changes a link, a redirect or a canonical address", async () => {
  const lies = {
    host: "evil.example",
    "x-forwarded-host": "evil.example",
    "x-forwarded-port": "1",
    "x-forwarded-proto": "gopher",
    forwarded: "host=evil.example;proto=gopher",
    "x-original-url": "/admin",
    "x-rewrite-url": "/admin",
    "x-remix-revalidate": "yes",
    "x-http-method-override": "DELETE",
  };
  const { path, post } = scene.thread;
  for (const address of ["/", path, `/posts/${post}`, "/sitemap.xml", "/robots.txt", "/account"]) {
    const plain = await new Visitor(scene.origin).get(address);
    const lied = await new Visitor(scene.origin).get(address, lies);
    expect(lied.status, address).toBe(plain.status);
    expect(lied.location, address).toBe(plain.location);
    expect(lied.body, address).toBe(plain.body);
    expect(JSON.stringify(lied.headers)).not.toMatch(/evil|gopher/);
  }
});

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
