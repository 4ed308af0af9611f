import { beforeEach, expect, test } from "vitest";
import { routes } from "../roles.ts";
import { keptRows, openScene, PASSWORD, type Rows, stranger, visit } from "./scene.ts";
import { makeTarget } from "./target.ts";

const scene = openScene();
const evil = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
const reply = () => `/threads/${scene.thread.id}/reply`;
let before: Rows;

beforeEach(async () => {
  before = await rowsBesideSessions();
});

async function rowsBesideSessions() {
  const { session, ...rows } = await keptRows(scene);
  return rows;
}
const nothingChanged = async () => expect(await rowsBesideSessions()).toEqual(before);

test("AC-021: a form from another site is refused at every address and changes nothing; the session stays", async () => {
  const root = await visit(scene, "Root");
  const target = await makeTarget(scene);
  const all = await keptRows(scene);
  for (const { path, form } of routes) {
    const page = path(target);
    for (const address of page === "/"
      ? ["/?index", "/_root.data?index"]
      : [page, `${page}.data`]) {
      expect((await root.post(address, form?.(target) ?? {}, evil)).status, address).toBe(403);
    }
  }
  expect(await keptRows(scene)).toEqual(all);
  expect((await root.get("/account")).status).toBe(200);
});

test("AC-022: addresses without a page are guarded as pages are", async () => {
  const ada = await visit(scene, "Ada");
  for (const address of [
    "/preview.json",
    "/robots.txt",
    "/sitemap.xml",
    "/.well-known/security.txt",
  ]) {
    expect((await ada.post(address, { body: "x" }, evil)).status, address).toBe(403);
  }
  const json = { ...evil, accept: "application/json" };
  expect((await ada.post("/preview", { body: "x" }, json)).status).toBe(403);
  await nothingChanged();
});

test("AC-023: an Origin that a forwarded or a false Host agrees with is still not ours", async () => {
  const ada = await visit(scene, "Ada");
  for (const header of ["host", "x-forwarded-host", "forwarded"]) {
    const agreeing = header === "forwarded" ? "host=evil.example;proto=https" : "evil.example";
    const headers = { origin: "https://evil.example", [header]: agreeing };
    const answer = await ada.post(reply(), { body: "From elsewhere." }, headers);
    expect(answer.status, header).toBe(403);
  }
  await nothingChanged();
});

test.each([
  ["null", "null"],
  ["with another port", "http://127.0.0.1:1"],
  ["that begins like ours", "$origin.evil.example"],
  ["that ends like ours", "http://evil-127.0.0.1"],
  ["with a path", "$origin/"],
  ["with a name and password", "http://x:y@127.0.0.1"],
  ["of another scheme", "https://127.0.0.1"],
  ["that is no address", "::"],
])("AC-024: a form with an Origin %s is refused with a plain page", async (_what, origin) => {
  const ada = await visit(scene, "Ada");
  const sent = origin.replace("$origin", scene.origin);
  const answer = await ada.post(reply(), { body: "From elsewhere." }, { origin: sent });
  expect(answer.status).toBe(403);
  expect(answer.body).toContain("<h1>");
  await nothingChanged();
});

test("AC-024: our own pages never make a browser send Origin: null", async () => {
  const answer = await (await visit(scene, "Ada")).get("/threads/new");
  expect(answer.headers["referrer-policy"]).toBe("strict-origin-when-cross-origin");
  expect(answer.body).not.toMatch(/noreferrer|no-referrer/);
});

test("AC-025: a form with neither Origin nor Sec-Fetch-Site is refused, and one of a sibling site too", async () => {
  const ada = await visit(scene, "Ada");
  for (const headers of [
    { origin: "" },
    { origin: "", "sec-fetch-site": "cross-site" },
    { origin: "", "sec-fetch-site": "same-site" },
    { origin: scene.origin, "sec-fetch-site": "cross-site" },
    { origin: scene.origin, "sec-fetch-site": "none" },
  ] as Record<string, string>[]) {
    const answer = await ada.post(reply(), { body: "From somewhere." }, headers);
    expect(answer.status, JSON.stringify(headers)).toBe(403);
  }
  await nothingChanged();
});

test("AC-027: no method, no field and no header makes a request what it is not", async () => {
  const ada = await visit(scene, "Ada");
  for (const method of ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"]) {
    const answer = await ada.ask(method, scene.thread.path, { origin: scene.origin });
    expect(answer.status, method).toBe(405);
    expect(answer.headers.allow).toBe("GET, HEAD, POST");
  }
  for (const type of ["text/plain", "application/json", "multipart/form-data; boundary=x", "x"]) {
    const headers = { origin: scene.origin, "content-type": type };
    const answer = await ada.ask("POST", reply(), headers, '{"body":"As JSON."}=');
    expect(answer.status, type).toBe(415);
  }
  const override = { "x-http-method-override": "POST", "x-method-override": "POST" };
  await ada.get(`${reply()}?_method=POST&body=By+reading`, override);
  await nothingChanged();
});

test("AC-028: another site cannot sign a visitor in as somebody", async () => {
  const victim = stranger(scene);
  const all = await keptRows(scene);
  for (const address of ["/sign-in", "/sign-up", "/sign-in.data"]) {
    const answer = await victim.post(address, { name: "Ben", password: PASSWORD }, evil);
    expect(answer.status).toBe(403);
    expect(answer.headers["set-cookie"]).toBeUndefined();
  }
  expect(await keptRows(scene)).toEqual(all);
});

test("AC-029: there are no tokens to swap: a field or header that looks like one opens nothing", async () => {
  const ada = await visit(scene, "Ada");
  const fields = { body: "With a token.", csrf: "x", _token: "x", authenticity_token: "x" };
  const headers = { ...evil, "x-csrf-token": "x", "x-requested-with": "XMLHttpRequest" };
  expect((await ada.post(reply(), fields, headers)).status).toBe(403);
  await nothingChanged();
});

test("AC-030: no page may be framed", async () => {
  const ada = await visit(scene, "Ada");
  const { path, post } = scene.thread;
  for (const address of [path, "/account", `/posts/${post}/withdraw`, "/missing", "/forum.css"]) {
    const { headers } = await ada.get(address);
    expect(headers["x-frame-options"], address).toBe("DENY");
    expect(headers["content-security-policy"], address).toContain("frame-ancestors 'none'");
  }
  const refused = await ada.post("/sign-out", {}, evil);
  expect(refused.headers["x-frame-options"]).toBe("DENY");
});
