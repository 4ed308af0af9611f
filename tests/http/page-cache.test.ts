import { expect, test } from "vitest";
import { PageCache } from "#app/http/page-cache.server.ts";

function open(mostBytes = 1_000) {
  const cache = new PageCache<string>(mostBytes);
  const made: string[] = [];
  const make =
    (page: string, bytes: number | null = 100) =>
    async () => {
      made.push(page);
      return { page, bytes };
    };
  return { cache, made, make };
}

test("a page is made once, whoever asks for it meanwhile or after", async () => {
  const { cache, made, make } = open();
  const asked = Array.from({ length: 50 }, () => cache.take("/", "1", make("front")));
  expect(new Set(await Promise.all(asked))).toEqual(new Set(["front"]));
  expect(await cache.take("/", "1", make("again"))).toBe("front");
  expect(made).toEqual(["front"]);
});

test("another version is another page, and takes the place of the former", async () => {
  const { cache, make } = open();
  await cache.take("/", "1", make("before"));
  expect(cache.find("/", "2")).toBeNull();
  expect(await cache.take("/", "2", make("after"))).toBe("after");
  expect(cache.find("/", "1")).toBeNull();
});

test("what could not be made is tried again by the next who asks", async () => {
  const { cache, make } = open();
  const fail = async () => {
    throw new Error("away");
  };
  await expect(cache.take("/", "1", fail)).rejects.toThrow("away");
  expect(await cache.take("/", "1", make("front"))).toBe("front");
});

test("pages are kept up to so many bytes, and the longest unasked goes first", async () => {
  const { cache, make } = open(1_000);
  for (const address of ["/a", "/b", "/c"]) await cache.take(address, "1", make(address, 300));
  cache.find("/a", "1");
  await cache.take("/d", "1", make("/d", 300));
  expect(cache.find("/b", "1")).toBeNull();
  expect(cache.find("/a", "1")).toBe("/a");
  expect(cache.bytes).toBeLessThanOrEqual(1_000);
});

test("a page that grows counts as it has grown", async () => {
  const { cache, make } = open(1_000);
  await cache.take("/a", "1", make("/a", 400));
  await cache.take("/b", "1", make("/b", 400));
  cache.resize("/b", "/b", 800);
  expect(cache.find("/a", "1")).toBeNull();
  expect(cache.find("/b", "1")).toBe("/b");
});

test("a page that is larger than all that may be kept is given out and not kept", async () => {
  const { cache, make } = open(1_000);
  await cache.take("/small", "1", make("small", 300));
  expect(await cache.take("/", "1", make("large", 5_000))).toBe("large");
  expect(cache.find("/", "1")).toBeNull();
  expect(cache.find("/small", "1")).toBe("small");
});

test("a page that is not to be kept is given out once", async () => {
  const { cache, make } = open();
  await cache.take("/", "1", make("error", null));
  expect(cache.find("/", "1")).toBeNull();
});
