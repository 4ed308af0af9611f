/** Streams of what is new, asked of the built forum as a browser asks. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningServer, startServer } from "./server.ts";
import { listen } from "./stream.ts";
import { Visitor } from "./visitor.ts";
import { reply, startThread } from "./written.ts";

let server: RunningServer;
let ada: Visitor;
let ben: Visitor;

beforeAll(async () => {
  server = await startServer();
  ada = await new Visitor(server.origin).signUp("Ada");
  ben = await new Visitor(server.origin).signUp("Ben");
});
afterAll(async () => {
  expect(await server.stop()).toBe(0);
});

const guest = () => new Visitor(server.origin);

/** A thread of Ada's, and the address of the stream for a page that shows it as it is now. */
async function openThread() {
  const { path, id } = await startThread(ada);
  const { body } = await ada.get(path);
  const [, thread, after] = /data-thread="(\d+)" data-after="(\d+)"/.exec(body)!;
  expect(Number(thread)).toBe(id);
  return { path, id, live: `/live?thread=${thread}&after=${after}` };
}

test("a page hears of a reply at once, signed out or in, and of its reader's inbox", async () => {
  const { id, live } = await openThread();
  const heard = await listen(guest(), live);
  const own = await listen(ada, live);
  const writer = await listen(ben, live);
  expect([heard.status, own.status]).toEqual([200, 200]);
  expect((await own.next("inbox")).data).toMatchObject({ unread: 0 });
  const began = performance.now();
  const post = await reply(ben, id);
  const expected = {
    event: "replies",
    id: String(post),
    data: { count: 1, first: post, latest: post, said: "1 new reply" },
  };
  expect(await heard.next("replies")).toEqual(expected);
  expect(await own.next("replies")).toEqual(expected);
  // Half a minute would be the next sign of life.
  expect(performance.now() - began).toBeLessThan(5_000);
  await writer.next("inbox");
  expect(writer.text()).not.toContain("replies");
  expect(heard.text()).not.toContain("inbox");
});

test("a stream that was broken off goes on where it was", async () => {
  const { id, live } = await openThread();
  const heard = await listen(guest(), live);
  const first = await reply(ben, id);
  const { id: last } = await heard.next("replies");
  heard.leave();
  const second = await reply(ben, id);
  const again = await listen(guest(), live, { "last-event-id": last! });
  expect(await again.next("replies")).toMatchObject({
    id: String(second),
    data: { count: 2, first, latest: second },
  });
});

test("a stream is no page: it is told to one browser, compressed by nobody, and has the headers of every answer", async () => {
  const { live } = await openThread();
  const { headers, text } = await listen(guest(), live, { "accept-encoding": "gzip, br" });
  const page = await guest().get("/");
  expect(headers).toMatchObject({
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "private, no-cache, no-transform",
    "x-accel-buffering": "no",
  });
  expect(headers["content-encoding"]).toBeUndefined();
  expect(headers["access-control-allow-origin"]).toBeUndefined();
  for (const name of ["content-security-policy", "x-content-type-options", "x-frame-options"]) {
    expect(headers[name], name).toBe(page.headers[name]);
  }
  expect(text()).toMatch(/^(retry: 5000\n\n)?/);
});

test("another site hears nothing, and what asks for nothing that there is gets none", async () => {
  const { live } = await openThread();
  const ask = async (path: string, headers: Record<string, string> = {}) =>
    (await listen(ada, path, headers)).status;
  expect(await ask(live, { "sec-fetch-site": "cross-site" })).toBe(403);
  expect(await ask(live, { "sec-fetch-site": "same-site" })).toBe(403);
  expect(await ask(live, { origin: "https://elsewhere.example" })).toBe(403);
  expect(await ask(live, { "sec-fetch-site": "", origin: "null" })).toBe(403);
  expect(await ask(live, { "sec-fetch-site": "", origin: "" })).toBe(200);
  expect(await ask("/live?thread=x&after=1")).toBe(400);
  expect(await ask("/live?thread=1")).toBe(400);
  expect(await ask("/live?thread=999999&after=1")).toBe(200);
  expect((await listen(guest(), "/live")).status).toBe(204);
  const posted = await ada.post(live, {});
  expect([posted.status, posted.headers.allow]).toEqual([405, "GET"]);
});

test("whoever signs out elsewhere hears no more", async () => {
  const cal = await new Visitor(server.origin).signUp("Cal");
  const heard = await listen(cal, "/live");
  await heard.next("inbox");
  expect((await cal.fillIn("/account", "/sign-out", {})).status).toBe(302);
  await heard.ended;
  expect(heard.text()).toMatch(/retry: 0\n\n$/);
});

test("the message for a page is left for it", async () => {
  const dan = await new Visitor(server.origin).signUp("Dan");
  const fields = { about: "I read licences." };
  const { location } = await dan.fillIn("/account/profile", "/account/profile", fields);
  const heard = await listen(dan, "/live");
  await heard.next("inbox");
  expect((await dan.get("/account")).body).not.toContain('class="flash"');
  expect((await dan.get(location!)).body).toContain('class="flash"');
});

test("told to stop, the forum ends every stream with a time to come again, and does not wait for them", async () => {
  const other = await startServer();
  const eve = await new Visitor(other.origin).signUp("Eve");
  const streams = [await listen(eve, "/live"), await listen(eve, "/live")];
  for (const stream of streams) await stream.next("inbox");
  const began = performance.now();
  expect(await other.stop()).toBe(0);
  expect(performance.now() - began).toBeLessThan(5_000);
  for (const stream of streams) {
    await stream.ended;
    expect(stream.text()).toMatch(/retry: [1-5]\d{3}\n\n$/);
  }
  expect(other.output()).not.toContain('"cut":true');
});

test("one address has twenty streams and no more, and one that leaves makes room", async () => {
  const strict = await startServer({ env: { LIMITS: "1" } });
  const fay = await new Visitor(strict.origin).signUp("Fay");
  const { id } = await startThread(fay);
  const visitor = new Visitor(strict.origin);
  const open = () => listen(visitor, `/live?thread=${id}&after=1`);
  const streams = [];
  for (let number = 0; number < 20; number += 1) streams.push(await open());
  const refused = await open();
  expect([refused.status, refused.headers["retry-after"]]).toEqual([503, "60"]);
  expect((await listen(fay, "/live")).status).toBe(200);
  streams[0]!.leave();
  await expect.poll(async () => (await open()).status).toBe(200);
  expect(await strict.stop()).toBe(0);
});
