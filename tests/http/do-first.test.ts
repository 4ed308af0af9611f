import { type ActionFunctionArgs, type AppLoadContext, data, redirect } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";
import { expect, test } from "vitest";
import { doFirst } from "#app/http/do-first.server.ts";
import { matchDeed } from "#app/http/match-deed.ts";
import siteMap from "#app/routes.ts";

const ORIGIN = "https://forum.example";

/** The paths of the site map, in their order. */
const paths = (siteMap as { path?: string }[]).flatMap(({ path }) => path ?? []);
const routes = [...paths, "*"].map((path) => ({ path, module: {} }));

test.each([
  ...paths.map((path) => `/${path.replace(/:\w+/g, "12-a-name")}`),
  ...["/", "/threads", "/threads/new/reply", "/nothing/there", "/threads/1/reply/", "/Threads/1"],
  ...["/threads/NEW", "/posts/1%32/vote", "/threads//reply", "/log/report", "/log/undo/undo"],
])("%s is of the route that Remix finds for it, or left to Remix", (path) => {
  const found = matchDeed(routes)(path);
  const [match] = matchRoutes(routes, path) ?? [];
  if (found) expect([found.route, found.params]).toEqual([match!.route, match!.params]);
  else expect(match!.route.path === "*" || /[.%A-Z]|\/\/|\/$/.test(path)).toBe(true);
});

test("every path of the site map has fixed and named parts alone, a fixed one first, or ends in a form, but for what nothing else takes", () => {
  const others = paths.filter((path) => !/^[\w-]+(?:\/:?[\w-]+)*$/.test(path));
  expect(others.filter((path) => !/\.[a-z]+$/.test(path))).toEqual(["*"]);
  expect(siteMap.filter(({ children }) => children !== undefined)).toEqual([]);
});

/** A build of one deed, Remix's part of which only calls what it is given; with what was called. */
function open(action: (args: ActionFunctionArgs) => Promise<Response | object>) {
  const called: string[] = [];
  const deed = async (args: ActionFunctionArgs) => {
    called.push(`deed of ${args.params.post} says ${await args.request.text()}`);
    return action(args);
  };
  const routes = { vote: { path: "posts/:post/vote", module: { action: deed } } };
  const answer = doFirst({ routes }, (build) => async (request, context) => {
    called.push(`page by ${request.method}`);
    const args = { request, context: context as AppLoadContext, params: { post: "1" } };
    const told = await (build.routes.vote.module.action as typeof deed)(args);
    return new Response(JSON.stringify(told));
  });
  const send = (address: string) => {
    const request = new Request(`${ORIGIN}${address}`, { method: "POST", body: "worth=1" });
    return answer(request, {} as AppLoadContext);
  };
  return { called, send };
}

test("a deed that leads on is done once, and no page is made", async () => {
  const { called, send } = open(async () => redirect("/threads/1#post-2"));
  const answer = await send("/posts/7/vote");
  expect([answer.status, answer.headers.get("Location")]).toEqual([302, "/threads/1#post-2"]);
  expect(called).toEqual(["deed of 7 says worth=1"]);
});

test("what comes of any other deed is shown by its page, and is not done again", async () => {
  const { called, send } = open(async () => ({ refused: "not twice" }));
  expect(await (await send("/posts/7/vote")).json()).toEqual({ refused: "not twice" });
  expect(called).toEqual(["deed of 7 says worth=1", "page by POST"]);
});

test("what a deed throws is thrown to its page, and what leads on is none of it", async () => {
  const failing = open(async () => Promise.reject(data(null, { status: 413 })));
  await expect(failing.send("/posts/7/vote")).rejects.toMatchObject({ init: { status: 413 } });
  expect(failing.called).toHaveLength(2);
  const leading = open(async () => Promise.reject(redirect("/sign-in")));
  expect((await leading.send("/posts/7/vote")).headers.get("Location")).toBe("/sign-in");
  expect(leading.called).toHaveLength(1);
});

test.each(["/posts/7/vote?index", "/posts/7/vote.data", "/posts/7%37/vote", "/other"])(
  "%s is left to Remix",
  async (address) => {
    const { called, send } = open(async () => redirect("/"));
    await send(address).catch(() => {});
    expect(called[0]).toBe("page by POST");
  },
);
