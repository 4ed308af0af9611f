import { describe, expect, test } from "vitest";
import { holdsSecret, pathForLog, withoutSecrets } from "#app/http/path-for-log.ts";

const pages = ["reset-password", "confirm-email", "unsubscribe", "admin/first"];

describe.each(pages)("the token of /%s", (page) => {
  const first = `%${page.charCodeAt(0).toString(16)}`;
  test.each([
    ["as it is sent", `/${page}/SECRET`],
    ["in capitals", `/${page.toUpperCase()}/SECRET`],
    ["with a letter by its number", `/${first}${page.slice(1)}/SECRET`],
    ["with every letter by its number", `/${page.replace(/\w/g, asNumber)}/SECRET`],
    ["with two slashes", `/${page.replace("/", "//")}//SECRET`],
    ["with slashes of the other kind", `/${page.replace("/", "\\")}\\SECRET`],
    ["with slashes by their number", `/${page.replace("/", "%2F")}%2fSECRET`],
    ["with steps that stay", `/${page.replace("/", "/%2e/")}/./SECRET`],
  ])("%s is not written down", (_name, url) => {
    expect(pathForLog(url)).not.toContain("SECRET");
    expect(holdsSecret(url)).toBe(true);
  });
});

const asNumber = (letter: string) => `%${letter.charCodeAt(0).toString(16)}`;

test.each(["reset-password/SECRET", "following/feed.json?key=SECRET"])(
  "a report of a browser is written down without the token of %s, and else as it is",
  (address) => {
    const report = { "document-uri": `https://forum.example/${address}`, "blocked-uri": "inline" };
    const texts = [JSON.stringify(report), JSON.stringify(report).replaceAll("/", "\\/")];
    for (const text of texts) {
      expect(withoutSecrets(text)).not.toContain("SECRET");
      expect(JSON.parse(withoutSecrets(text))).toMatchObject({ "blocked-uri": "inline" });
    }
  },
);

test("a path without a token is written down as it is, without its query", () => {
  expect(pathForLog("/threads/1-on%20gannets?after=2")).toBe("/threads/1-on%20gannets");
  expect(holdsSecret("/threads/1?next=/following/feed-key")).toBe(false);
});
