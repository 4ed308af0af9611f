/** The forum's own files: read whole, and nothing else. */
import { once } from "node:events";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { staticFiles } from "#app/http/static-files.server.ts";
import { makeQuickFolder } from "../quick-folder.ts";
import { Visitor } from "./visitor.ts";

const STYLE = "body { margin: 0 }\n";
const SCRIPT = "0;\n";

let folder: string;
let server: Server;
let guest: Visitor;

beforeAll(async () => {
  folder = makeQuickFolder("steelman-files-");
  mkdirSync(path.join(folder, "assets"));
  writeFileSync(path.join(folder, "assets", "root.js"), SCRIPT);
  for (const name of ["forum.css", "gone.css", "other.css"]) {
    writeFileSync(path.join(folder, name), STYLE);
    writeFileSync(path.join(folder, `${name}.br`), brotliCompressSync(STYLE));
    writeFileSync(path.join(folder, `${name}.gz`), gzipSync(STYLE));
  }
  writeFileSync(path.join(folder, ".hidden.css"), STYLE);
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

test("a file that goes or changes after the start is sent as it was, whole", async () => {
  rmSync(path.join(folder, "gone.css"));
  rmSync(path.join(folder, "gone.css.br"));
  writeFileSync(path.join(folder, "other.css"), `${STYLE}a { color: red }`);
  for (const file of ["/gone.css", "/other.css"]) {
    const { status, headers, body } = await guest.get(file);
    expect([status, headers["content-length"], body]).toEqual([200, String(STYLE.length), STYLE]);
  }
  const { status, headers } = await guest.get("/gone.css", { "accept-encoding": "br" });
  const { length } = brotliCompressSync(STYLE);
  expect([status, headers["content-encoding"], headers["content-length"]]).toEqual([
    ...[200, "br", String(length)],
  ]);
});

test("a file is sent as the client likes it best, of what there is", async () => {
  const encodingOf = async (file: string, accepted: string) => {
    const { status, headers } = await guest.get(file, { "accept-encoding": accepted });
    expect([status, headers.vary]).toEqual([200, "Accept-Encoding"]);
    return headers["content-encoding"];
  };
  expect(await encodingOf("/forum.css", "gzip, deflate, br")).toBe("br");
  expect(await encodingOf("/forum.css", "gzip, br;q=0")).toBe("gzip");
  expect(await encodingOf("/forum.css", "identity")).toBeUndefined();
  expect(await encodingOf("/assets/root.js", "gzip, br")).toBeUndefined();
});

test("whoever has a file is told only that", async () => {
  const { headers } = await guest.get("/forum.css");
  const mark = String(headers.etag);
  const strong = mark.replace("W/", "");
  for (const known of [mark, strong, `"other", ${mark}`, `${mark},"other"`, "*"]) {
    const again = await guest.get("/forum.css", {
      "if-none-match": known,
      "accept-encoding": "gzip",
    });
    expect([known, again.status, again.body]).toEqual([known, 304, ""]);
    expect([again.headers.etag, again.headers["cache-control"]]).toEqual([
      ...[mark, headers["cache-control"]],
    ]);
  }
  for (const unknown of ["", '"other"', strong.slice(1, -1), 'W/"other", "another"']) {
    const { status, body } = await guest.get("/forum.css", { "if-none-match": unknown });
    expect([unknown, status, body]).toEqual([unknown, 200, STYLE]);
  }
});

test.each([
  ...["/assets", "/assets/", "/forum.css/", "/forum.css.br", "/.hidden.css", "/forum", "/"],
  ...["//forum.css", "/assets/../forum.css", "/forum.css%00", "/%", "/constructor"],
])("%s is no file, whatever is wished of it", async (address) => {
  for (const method of ["GET", "POST"]) {
    expect([method, (await guest.ask(method, address)).status]).toEqual([method, 404]);
  }
});

test("what its address names is kept for ever, anything else for an hour", async () => {
  const keepingOf = async (file: string) => (await guest.get(file)).headers["cache-control"];
  expect(await keepingOf("/forum.css")).toBe("public, max-age=3600");
  const forEver = "public, max-age=31536000, immutable";
  expect(await keepingOf("/forum.css?v=a1")).toBe(forEver);
  expect(await keepingOf("/assets/root.js")).toBe(forEver);
});
