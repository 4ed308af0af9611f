import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { startCeiling, startLoad } from "./children.js";
import { measurePage } from "./measure-page.js";

const body = gzipSync(`<p id="post-1">${"The weights are open. ".repeat(200)}</p>`);

let tools: {
  load: ReturnType<typeof startLoad>;
  ceiling: Awaited<ReturnType<typeof startCeiling>>;
};
beforeAll(async () => {
  tools = { load: startLoad(), ceiling: await startCeiling() };
});
afterAll(() => Promise.all([tools.load.stop(), tools.ceiling.stop()]));

/** A forum of one page, which after so many answers says that it is busy, or something else. */
async function openForum(lasts = Number.POSITIVE_INFINITY, later = { status: 503, body }) {
  let count = 0;
  const server = createServer((_, response) => {
    count += 1;
    const now = count <= lasts ? { status: 200, body } : later;
    response.writeHead(now.status, { "Content-Encoding": "gzip", "X-Forum": "this one" });
    response.end(now.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { port, origin: `http://127.0.0.1:${port}`, pid: process.pid };
}

const wish = { seconds: 0.2, rounds: 2 };
const page = { name: "the page", paths: ["/threads/1"], says: "post-1" };

test("a page is measured against the same bytes from memory", async () => {
  const forum = await openForum();
  const found = await measurePage({ forum, ...tools, wish }, page);
  expect(found).toMatchObject({ name: "the page", bytes: body.length });
  expect(found.p50).toBeLessThanOrEqual(found.p99!);
  if (process.platform === "linux") expect(found.ratio).toBeGreaterThan(0);
  const copy = await fetch(`http://127.0.0.1:${tools.ceiling.port}/threads/1`);
  expect(copy.headers.get("x-forum")).toBe("this one");
  expect(await copy.text()).toContain("The weights are open.");
});

test("an error among the answers, or a page without what it should say, is no measurement", async () => {
  const breaking = await openForum(50);
  await expect(measurePage({ forum: breaking, ...tools, wish }, page)).rejects.toThrow(
    /wrong:\n\/threads\/1 answered 503/,
  );
  const forum = await openForum();
  await expect(measurePage({ forum, ...tools, wish }, { ...page, says: "post-2" })).rejects.toThrow(
    "does not say post-2",
  );
});

test("a page of the right length that says something else in the end is no measurement", async () => {
  const other = gzipSync(`<p id="post-2">${"The weights are gone. ".repeat(200)}</p>`);
  const forum = await openForum(50, { status: 200, body: other });
  await expect(measurePage({ forum, ...tools, wish }, page)).rejects.toThrow(
    "The last answer, of /threads/1, does not say post-1",
  );
});

test("by the clock a time counts from when the request was due", async () => {
  const slow = createServer((_, response) => setTimeout(() => response.end("late"), 50));
  await new Promise<void>((resolve) => slow.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void slow.close());
  const { port } = slow.address() as AddressInfo;
  const request = { text: "GET / HTTP/1.1\r\nHost: x\r\n\r\n", status: 200, least: 4, most: 4 };
  const found = await tools.load.run({ port, requests: [request], rate: 100, milliseconds: 300 });
  expect(found).toMatchObject({ count: 30, wrongCount: 0 });
  expect(Math.min(...found.latencies)).toBeGreaterThanOrEqual(45);
});
