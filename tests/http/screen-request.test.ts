import { expect, test } from "vitest";
import { screenRequest } from "#app/http/screen-request.ts";
import { sayIt } from "#app/strings/say.ts";

const origin = "https://forum.example";
const form = { origin, "content-type": "application/x-www-form-urlencoded; charset=UTF-8" };

/** The status of a refusal, or null for a request that may go on. */
const statusOf = (method: string, url: string, headers: Record<string, string> = {}) =>
  screenRequest({ method, url, headers }, origin)?.status ?? null;

test.each([
  ["/", null],
  ["/threads/1-a?order=new&after=1.2", null],
  ["/people/%E6%A8%A1%E5%9E%8B", null],
  ["/search?q=%00", 400],
  ["/threads/%00", 400],
  ["/threads/%E0%A4%A", 400],
  ["/threads/%", 400],
  ["//evil.example", 400],
  ["/\\evil.example", 400],
  ["/%5C", 400],
  ["/%2f%2Fevil.example", 400],
  ["http://evil.example/", 400],
  ["*", 400],
  ["/a b", 400],
  ["/\u00e4", 400],
  [`/${"a".repeat(8 * 1024)}`, 414],
])("GET %s: %o", (url, status) => {
  expect(statusOf("GET", url)).toBe(status);
  expect(statusOf("HEAD", url)).toBe(status);
});

test.each([
  [
    `/search?q=${"a".repeat(10_000)}`,
    "error.414.title",
    /^That is too long to search for. Up to 500 /,
  ],
  [`/threads/${"a".repeat(10_000)}`, "error.414.title", /^No address of the forum is as long/],
  ["/?after=%00", "error.400.title", /^It holds something that no address of the forum has/],
  ["/threads/%", "error.400.title", /^It holds something that no address of the forum has/],
])("an address that is refused is told why: number %#", (url, title, words) => {
  const screened = screenRequest({ method: "GET", url, headers: {} }, origin)!;
  expect([screened.title, sayIt(screened.text)]).toEqual([title, expect.stringMatching(words)]);
});

const token = `7.digest.${"aB-_".repeat(11).slice(1)}`;
const press = { "content-length": "26", "sec-fetch-site": "cross-site" };

test.each(["multipart/form-data; boundary=x", "application/x-www-form-urlencoded"])(
  "a mail program may stop letters from anywhere, with %s",
  (type) => {
    const sent = { ...press, origin: "https://mail.example", "content-type": type };
    expect(statusOf("POST", `/unsubscribe/${token}`, sent)).toBeNull();
    expect(statusOf("POST", `/unsubscribe/${token}`, { "content-type": type })).toBeNull();
  },
);

test.each([
  "/",
  "/unsubscribe",
  "/unsubscribe/",
  `/unsubscribe/${token}/more`,
  `/unsubscribe/${token}?x=1`,
  `/unsubscribe/${token}.data`,
  `/unsubscribe//${token}`,
  `/unsubscribe/${token}%2f..`,
  `/Unsubscribe/${token}`,
  `/x/unsubscribe/${token}`,
  "/account/letters",
  "/account/email",
  "/forgot-password",
  "/confirm-email/x",
  "/reset-password/x",
  "/follow",
  "/sign-out",
])("no form from elsewhere is taken at %s", (url) => {
  const type = "application/x-www-form-urlencoded";
  const sent = { ...press, origin: "https://mail.example", "content-type": type };
  expect(statusOf("POST", url, sent)).toBe(403);
  expect(statusOf("POST", url, { "content-type": type })).toBe(403);
});

test.each(["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"])("%s is refused", (method) => {
  expect(statusOf(method, "/", form)).toBe(405);
});

test.each([
  ["a form", form, null],
  [
    "a form with the browser's word for it",
    { ...form, origin: "", "sec-fetch-site": "same-origin" },
    403,
  ],
  ["a form without origin", { "content-type": form["content-type"] }, 403],
  ["a form from elsewhere", { ...form, origin: "https://evil.example" }, 403],
  ["a form of a sibling site", { ...form, "sec-fetch-site": "same-site" }, 403],
  ["JSON", { ...form, "content-type": "application/json" }, 415],
  ["text", { ...form, "content-type": "text/plain" }, 415],
  ["files", { ...form, "content-type": "multipart/form-data; boundary=x" }, 415],
  ["nothing said of what it is", { origin, "content-length": "3" }, 415],
  ["an empty form", { origin, "content-length": "0" }, null],
  ["a compressed form", { ...form, "content-encoding": "gzip" }, 415],
])("POST of %s: %o", (_, headers, status) => {
  expect(statusOf("POST", "/threads/new", headers as Record<string, string>)).toBe(status);
});
