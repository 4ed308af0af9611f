import { expect, test } from "vitest";
import { inParts } from "#app/http/build-in-parts.ts";

const paths = ["threads/new", "threads/:thread", "posts/:post", "feed.xml", "*"];
const routes = Object.fromEntries([
  ["root", { id: "root" }],
  ["front", { id: "front", parentId: "root" }],
  ...paths.map((path) => [path, { id: path, parentId: "root", path }]),
]);
const build = { routes, assets: { version: "1", routes: { ...routes } } };

function open() {
  const made: string[][] = [];
  const find = inParts(build, (part) => {
    expect(Object.keys(part.assets.routes)).toEqual(Object.keys(part.routes));
    made.push(Object.keys(part.routes));
    return Object.keys(part.routes).filter((id) => !["root", "front", "*"].includes(id));
  });
  return { made, find };
}

test("a request is answered by the routes that begin like its path, besides those that begin with anything", () => {
  const { made, find } = open();
  expect(find("/threads/12-a-question")).toEqual(["threads/new", "threads/:thread"]);
  expect(find("/posts/1")).toEqual(["posts/:post"]);
  expect(find("/feed.xml")).toEqual(["feed.xml"]);
  for (const part of made) expect(part).toEqual(expect.arrayContaining(["root", "front", "*"]));
});

test("the same path asked for as data is answered by the same routes", () => {
  const { find } = open();
  expect(find("/threads/12/reply.data")).toEqual(["threads/new", "threads/:thread"]);
  expect(find("/threads.data")).toEqual(["threads/new", "threads/:thread"]);
});

test("each part is made once, and what begins like no route shares one", () => {
  const { made, find } = open();
  for (const path of ["/threads/1", "/threads/2", "/", "/nothing", "/other.php"]) find(path);
  expect(find("/nothing/there")).toEqual([]);
  expect(made).toHaveLength(2);
});

test.each(["/Threads/1", "/thr%65ads/1", "//threads/1", "/__manifest", "/_root.data", "/thréads"])(
  "%s is left to all routes, which take it for what it stands for",
  (path) => {
    expect(open().find(path)).toHaveLength(4);
  },
);
