import { expect, test } from "vitest";
import { describeCorpora, readCorpora, sendable } from "../../corpora/corpus.ts";
import { openScene, PASSWORD, stranger, visit } from "./scene.ts";

const scene = openScene();

/** Where a browser would go from an answer. */
const leadsTo = (location: string | null) => new URL(location ?? "", `${scene.origin}/sign-in`);

async function tryTarget(target: string) {
  const query = `next=${encodeURIComponent(target)}`;
  const faults: string[] = [];
  // An address that is too long is not even read.
  if (query.length > 8_000) return faults;
  const expectOwn = (how: string, location: string | null) => {
    if (location === null || !location.startsWith("/")) faults.push(`${how}: ${location}`);
    else if (leadsTo(location).origin !== scene.origin) faults.push(`${how}: ${location}`);
    if (/[\r\n\\]|^\/\//.test(location ?? "")) faults.push(`${how}: ${location}`);
  };
  const ada = await visit(scene, "Ada");
  expectOwn("signed in", (await ada.get(`/sign-in?${query}`)).location);
  expectOwn("joined", (await ada.get(`/sign-up?${query}`)).location);
  const out = await ada.post(`/sign-out?${query}&redirectTo=${encodeURIComponent(target)}`, {});
  expectOwn("signing out", out.location);
  const page = await stranger(scene).get(`/sign-in?${query}`);
  const actions = [...page.body.matchAll(/ action="([^"]*)"/g)].map(([, action]) => action ?? "");
  for (const action of actions) expectOwn("form", action.replaceAll("&amp;", "&"));
  return faults;
}

const own = [
  "https://evil.example",
  "//evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/%09/evil.example",
  "/..//evil.example",
  "/.//evil.example",
  "/sign-out/..//evil.example",
  "http:evil.example",
  "http:///evil.example",
  "@evil.example",
  "/@evil.example",
  ".evil.example",
  "javascript:alert(1)",
  "data:text/html,x",
  "/%2f/evil.example",
  "/%5cevil.example",
  "\u2044/evil.example",
  "/\u3002\u3002/",
  " //evil.example",
];

test.each(own)("AC-073: signing in never leads to %j", async (target) => {
  expect(await tryTarget(target)).toEqual([]);
});

test("AC-073: signing in leads on to pages of the forum", async () => {
  const visitor = stranger(scene);
  const next = "/threads/1?order=new";
  const fields = { name: "Ada", password: PASSWORD };
  const answer = await visitor.post(`/sign-in?next=${encodeURIComponent(next)}`, fields);
  expect(answer.location).toBe(next);
});

describeCorpora("AC-073: a list of open redirects", () => {
  test("leads nowhere but to the forum itself", async () => {
    const rows = sendable(
      readCorpora("urls-open-redirect") as unknown as { id: string; value: string }[],
    );
    const faults: string[] = [];
    for (const { id, value } of rows) {
      for (const fault of await tryTarget(value)) faults.push(`${id} ${fault}`);
    }
    console.info(`${rows.length} targets tried, ${faults.length} faults.`);
    expect(faults).toEqual([]);
  });
});

test("AC-074: line breaks in an address or a field break no header", async () => {
  const ada = await visit(scene, "Ada");
  const breaking = "%0d%0aSet-Cookie:%20evil=1%0d%0aX-Evil:%201";
  const { id, post } = scene.thread;
  for (const address of [
    `/sign-in?next=/${breaking}`,
    `/people/Ada${breaking}`,
    `/people/ADA?show=${breaking}`,
    `/topics/${breaking}`,
    `/threads/${id}${breaking}`,
    `/threads/${id}-${breaking}/reply`,
    `/posts/${post}${breaking}`,
    `/${breaking}`,
  ]) {
    for (const visitor of [ada, stranger(scene)]) {
      const { status, headers } = await visitor.get(address);
      expect(status, address).toBeLessThan(500);
      expect(headers["x-evil"], address).toBeUndefined();
      expect(JSON.stringify(headers["set-cookie"] ?? ""), address).not.toContain("evil");
    }
  }
  const title = "One title\r\nX-Evil: 1\r\n\r\n<script>";
  const answer = await ada.post("/threads/new", { title, body: "Words.", topics: "Licences" });
  expect(answer.status).toBe(302);
  expect(answer.location).toMatch(/^\/threads\/\d+-one-title-x-evil-1-script$/);
  expect(answer.headers["x-evil"]).toBeUndefined();
});

test("AC-075: no form leads a browser to javascript:, as a page or as data", async () => {
  for (const target of ["javascript:alert(1)", "JAVASCRIPT:alert(1)", "java\nscript:alert(1)"]) {
    for (const data of ["", ".data"]) {
      const visitor = stranger(scene);
      const address = `/sign-in${data}?next=${encodeURIComponent(target)}`;
      const answer = await visitor.post(address, { name: "Ben", password: PASSWORD });
      expect([202, 302]).toContain(answer.status);
      expect(answer.location ?? "/").toBe("/");
      expect(answer.body).not.toMatch(/javascript:/i);
    }
  }
});
