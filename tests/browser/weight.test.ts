/** What a page of the forum weighs on its way to a browser that has seen nothing of it yet. */
import type { Request } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { flatten } from "#app/demonstration/content.ts";
import { DEMO_PASSWORD } from "#app/demonstration/fill-forum.server.ts";
import { week } from "#app/demonstration/week.ts";
import { type RunningServer, startServer } from "../http/server.ts";
import { Visitor } from "../http/visitor.ts";
import { newPage } from "./chromium.ts";

/** For a page with its stylesheet, its script and its icon; the stream of what comes meanwhile has no end. */
const MOST_REQUESTS = 4;
/** In bytes, headers included. */
const MOST_BYTES = 25_000;
const POSTS = 20;

let server: RunningServer;
let ada: Visitor;
let thread: string;

beforeAll(async () => {
  server = await startServer({ env: { DEMO: "on" } });
  ada = await new Visitor(server.origin).signIn("Ada", DEMO_PASSWORD);
  thread = await writeThread();
});
afterAll(async () => {
  expect(await server.stop()).toBe(0);
});

/** A thread as long as many are, of posts that people might write. */
async function writeThread() {
  const texts = week.flatMap((one) => flatten(one).map(({ post }) => post.body));
  const fields = { title: "Twenty posts", topics: "Licences, Open weights", body: texts[0]! };
  const begun = await ada.fillIn("/threads/new", "/threads/new", fields);
  const path = begun.location!.replace(/#.*/, "");
  const action = `/threads/${/\d+/.exec(path)}/reply`;
  let parent = "";
  for (const [index, body] of texts.slice(1, POSTS).entries()) {
    const reply: Record<string, string> = index % 3 === 0 ? { body } : { body, parent };
    const answer = await ada.fillIn(path, action, reply);
    parent = /#post-(\d+)/.exec(answer.location!)![1]!;
  }
  return path;
}

const front = () => "/";
const twenty = () => thread;

test.each([
  ["the front page", "signed out", front],
  ["the front page", "signed in", front],
  ["a thread of 20 posts", "signed out", twenty],
  ["a thread of 20 posts", "signed in", twenty],
])("%s is light for somebody %s", async (name, who, path) => {
  const page = await newPage(server.origin, who === "signed in" ? { visitor: ada } : {});
  const requests: { path: string; kind: string; bytes: number }[] = [];
  const measuring: Promise<void>[] = [];
  const note = (request: Request) => {
    const measure = async () => {
      const { responseHeadersSize, responseBodySize } = await request.sizes();
      requests.push({
        path: new URL(request.url()).pathname,
        kind: request.resourceType(),
        bytes: responseHeadersSize + responseBodySize,
      });
    };
    measuring.push(measure());
  };
  page.on("requestfinished", note);
  const isLive = who === "signed in" || path() === thread;
  // A stream that is open is a request without an end.
  const heard = isLive ? page.waitForRequest(/\/live(\?|$)/) : null;
  await page.goto(path(), { waitUntil: isLive ? "load" : "networkidle" });
  await heard;
  page.off("requestfinished", note);
  await Promise.all(measuring);
  const bytes = requests.reduce((sum, request) => sum + request.bytes, 0);
  const parts = requests.map((request) => `${request.path} ${request.bytes}`);
  console.log(`${name}, ${who}: ${requests.length} requests, ${bytes} bytes: ${parts.join(", ")}`);
  expect(requests.length).toBeLessThanOrEqual(MOST_REQUESTS);
  expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
  const scripts = requests.filter(({ kind }) => kind === "script").map((request) => request.path);
  expect(scripts).toEqual(["/forum.js"]);
  expect(await page.locator("script:not([src], [type='application/ld+json'])").count()).toBe(0);
  if (path() === thread) expect(await page.getByRole("article").count()).toBe(POSTS);
});
