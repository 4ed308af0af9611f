/** The forum's own files: read whole, and nothing else. */
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { staticFiles } from "#app/http/static-files.server.ts";
import { makeQuickFolder } from "../quick-folder.ts";
import { Visitor } from "./visitor.ts";

const STYLE = "body { margin: 0 }\n";

let server: Server;
let guest: Visitor;

beforeAll(async () => {
  const folder = makeQuickFolder("steelman-files-");
  mkdirSync(path.join(folder, "assets"));
  writeFileSync(path.join(folder, "forum.css"), STYLE);
  writeFileSync(path.join(folder, "assets", "root.js"), "0;\n");
  const files = staticFiles(folder);
  server = createServer((request, response) =>
    files(request, response, () => response.writeHead(404).end()),
  ).listen(0, "127.0.0.1");
  await once(server, "listening");
  guest = new Visitor(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
afterAll(() => server.close());

test.each([
  ...["bytes=0-3", "bytes=5-2", "bytes=-5", "bytes=99999-", "bytes=a-b", "bytes=0-1,3-4"],
  ...["items=1", "bytes", "5-2", "-"],
])("whoever asks for a part (%s) gets the whole", async (range) => {
  const { status, headers, body } = await guest.get("/forum.css", { range });
  expect([status, headers["content-length"], body]).toEqual([200, String(STYLE.length), STYLE]);
  expect(headers["content-range"]).toBeUndefined();
});

test.each(["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])(
  "a file takes no %s",
  async (method) => {
    for (const file of ["/forum.css", "/forum.css?v=1", "/assets/root.js"]) {
      const { status, headers, body } = await guest.ask(method, file);
      expect([file, status, headers.allow, body]).toEqual([file, 405, "GET, HEAD", ""]);
    }
    expect((await guest.ask(method, "/threads/new")).status).toBe(404);
  },
);

test("what a file is can be asked without the file", async () => {
  const { status, headers, body } = await guest.ask("HEAD", "/forum.css");
  expect([status, headers["content-length"], body]).toEqual([200, String(STYLE.length), ""]);
});
