import { expect, test } from "vitest";
import { safeRedirect } from "#app/http/safe-redirect.ts";

test.each([
  ["/", "/"],
  ["/threads/1-a?order=new", "/threads/1-a?order=new"],
  ["/threads/1#post-2", "/threads/1"],
  ["/a/../b", "/b"],
  ["/people/%E6%A8%A1", "/people/%E6%A8%A1"],
])("%o leads to %o", (wished, path) => {
  expect(safeRedirect(wished)).toBe(path);
});

test.each([
  null,
  undefined,
  "",
  "threads/1",
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\/evil.example",
  "/a\\..\\\\evil.example",
  "https://evil.example/",
  "javascript:alert(1)",
  "/\t/evil.example",
  "/\n/evil.example",
  " //evil.example",
  "/..//evil.example",
  "/.//evil.example",
  "/%2e%2e//evil.example",
])("%o leads nowhere but home", (wished) => {
  expect(safeRedirect(wished)).toBe("/");
});
