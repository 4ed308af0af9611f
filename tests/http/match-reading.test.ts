import { expect, test } from "vitest";
import { KnownAddresses } from "#app/http/known-addresses.ts";
import { ORIGIN } from "../routes/visit.ts";
import { match } from "./reading-forum.ts";

test.each([
  ["/", "/?order=best&after=null"],
  ["/?order=new&utm=1", "/?order=new&after=null"],
  ["/threads/5", "/threads/5?order=best&after=null&branch=null"],
  ["/threads/5-any-words?order=old&x=y", "/threads/5?order=old&after=null&branch=null"],
  ["/topics/LICENCES-", "/topics/licences?order=best&after=null"],
  ["/people/Ada?show=replies", "/people/Ada?show=replies&after=null"],
  ["/rules", "/rules"],
  ["/threads/5?branch=7#post-7", "/threads/5?order=best&after=null&branch=7"],
])("%s is one page for all addresses that ask for it", (url, address) => {
  expect(match(url)?.address).toBe(address);
});

test.each([
  ...["/threads/new", "/threads/5.md", "/threads/5-any-words.md", "/threads/5-any-words.json"],
  ...["/threads/5/reply", "/threads/5.data", "/threads/x", "/sign-in", "/people", "/topics/a/b"],
  ...["/people/%E0%A4%A", "//rules", "/rules/", "/threads/"],
])("%s goes on to the other pages", (url) => {
  expect(match(url)).toBeNull();
});

test("addresses that are invented take no memory for long", () => {
  const known = new KnownAddresses(100);
  const ask = (url: string) =>
    known.find({ method: "GET", url, headers: {} } as never, ORIGIN, match);
  const before = process.memoryUsage().heapUsed;
  for (let place = 0; place < 3_000; place += 1) {
    expect(ask(`/people/Ada?${place}=${"~".repeat(6_000)}`)).not.toBeNull();
  }
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(100_000_000);
  expect(ask("/threads/5")).toBe(ask("/threads/5"));
  expect(ask(`/threads/5?${"~".repeat(9_000)}`)).toBeNull();
});

test("an address that many ask for is taken apart once, until more others were asked for than are kept", () => {
  const taken: string[] = [];
  const noting = (url: string) => {
    taken.push(url);
    return match(url);
  };
  const known = new KnownAddresses(2);
  const ask = (url: string) =>
    known.find({ method: "GET", url, headers: {} } as never, ORIGIN, noting);
  for (const url of ["/", "/rules", "/", "/rules", "/log", "/rules", "/"]) ask(url);
  expect(taken).toEqual(["/", "/rules", "/log", "/"]);
});
