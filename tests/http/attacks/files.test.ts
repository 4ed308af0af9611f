import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { textOf } from "../forms.ts";
import { openScene, stranger, visit } from "./scene.ts";

const scene = openScene();
const visitor = () => stranger(scene);

/** Sends an address exactly as it is written, which a client would tidy. */
async function askRaw(address: string): Promise<string> {
  const { hostname, port } = new URL(scene.origin);
  const socket = connect(Number(port), hostname);
  socket.write(`GET ${address} HTTP/1.1\r\nHost: ${hostname}\r\nConnection: close\r\n\r\n`);
  return text(socket);
}

test.each([
  "/../package.json",
  "/../../../../../../etc/passwd",
  "/assets/../../server/index.js",
  "/assets/..%2f..%2fserver%2findex.js",
  "/assets/%2e%2e/%2e%2e/server/index.js",
  "/..%5c..%5cpackage.json",
  "/%2e%2e%2fpackage.json",
  "/....//....//package.json",
  "/forum.css/../../serve.js",
  "/assets/..;/..;/server/index.js",
  "/%c0%ae%c0%ae/package.json",
  "//etc/passwd",
  "/file:///etc/passwd",
  "http://evil.example/etc/passwd",
  "/.sources",
  "/.vite/manifest.json",
  "/.git/config",
  "/data/forum.db",
  "/forum.db",
  "/.env",
])("AC-083: %s opens no file outside what is served", async (address) => {
  const answer = await askRaw(address);
  expect(answer).toMatch(/^HTTP\/1\.1 (400|404|30\d) /);
  expect(answer).not.toMatch(/root:x:|"dependencies"|createServer|SQLite format/);
});

test("AC-083: no map of the sources is served", async () => {
  const page = await (await visit(scene, "Ada")).get("/threads/new");
  const assets = [...page.body.matchAll(/\/assets\/[\w.-]+\.js/g)].map(([asset]) => asset);
  expect(assets.length).toBeGreaterThan(0);
  for (const asset of new Set(assets)) {
    const { status, body } = await visitor().get(asset);
    expect(status, asset).toBe(200);
    expect(body).not.toContain("sourceMappingURL");
    expect((await visitor().get(`${asset}.map`)).status).toBe(404);
  }
  expect(textOf(page.body)).not.toBe("");
});
