/** What the forum sends compressed, asked of the built forum as a browser would. */
import { get, type IncomingHttpHeaders } from "node:http";
import { buffer } from "node:stream/consumers";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningServer, startServer } from "./server.ts";
import { Visitor } from "./visitor.ts";
import { startThread } from "./written.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
  const ada = await new Visitor(server.origin).signUp("Ada");
  await startThread(ada, {
    body: "Weights that anybody may read, anybody may check. ".repeat(200),
  });
});
afterAll(() => server.stop());

function ask(path: string, accepted: string) {
  return new Promise<{ bytes: Buffer; headers: IncomingHttpHeaders }>((resolve, reject) => {
    const headers = { "accept-encoding": accepted, accept: "text/html" };
    get(server.origin + path, { agent: false, headers }, (answer) => {
      buffer(answer).then((bytes) => resolve({ bytes, headers: answer.headers }), reject);
    }).on("error", reject);
  });
}

test.each([
  "/",
  "/threads/1",
  "/threads/1.json",
  "/threads/1.md",
  "/feed.xml",
  "/threads/1/feed.json",
  "/help",
  "/forum.css",
  "/forum.js",
])("%s is the same in every encoding", async (path) => {
  const plain = await ask(path, "identity, br;q=0");
  const brotli = await ask(path, "gzip, deflate, br");
  const gzip = await ask(path, "gzip");
  const encodings = [plain, brotli, gzip].map(({ headers }) => headers["content-encoding"]);
  expect(encodings).toEqual([undefined, "br", "gzip"]);
  expect(brotliDecompressSync(brotli.bytes).equals(plain.bytes)).toBe(true);
  expect(gunzipSync(gzip.bytes).equals(plain.bytes)).toBe(true);
  for (const { headers } of [plain, brotli, gzip]) {
    expect(headers.vary).toMatch(/\bAccept-Encoding\b/i);
    expect(headers["content-type"]).toBe(plain.headers["content-type"]);
  }
});

test("clients that leave halfway leave the forum as it was", async () => {
  const leave = () =>
    new Promise<void>((resolve, reject) => {
      const headers = { "accept-encoding": "br" };
      const asking = get(`${server.origin}/threads/1`, { agent: false, headers }, (answer) => {
        answer.once("data", () => asking.destroy());
        answer.once("close", resolve);
        answer.on("error", () => {});
      }).on("error", reject);
    });
  await Promise.all(Array.from({ length: 100 }, leave));
  const { bytes } = await ask("/threads/1", "br");
  expect(brotliDecompressSync(bytes).toString()).toContain("</html>");
  expect(server.output()).not.toContain('"error"');
});
