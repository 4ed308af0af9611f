import { expect, test } from "vitest";
import { isSameOrigin } from "#app/http/same-origin.ts";

const forum = "https://forum.example";
const here = "http://127.0.0.1:3000";

test.each([
  [forum, "https://forum.example", "same-origin", true],
  [forum, "https://forum.example", undefined, true],
  [forum, undefined, "same-origin", true],
  [forum, undefined, "none", true],
  [forum, undefined, undefined, false],
  [forum, "https://forum.example", "none", false],
  [forum, "https://forum.example", "same-site", false],
  [forum, "https://forum.example", "cross-site", false],
  [forum, undefined, "cross-site", false],
  [forum, undefined, "", false],
  [forum, "null", undefined, false],
  [forum, "null", "same-origin", false],
  [forum, "", undefined, false],
  [forum, "http://forum.example", undefined, false],
  [forum, "https://forum.example:444", undefined, false],
  [forum, "https://forum.example.evil.example", undefined, false],
  [forum, "https://www.forum.example", undefined, false],
  [forum, "https://forum.example/", undefined, false],
  [forum, "http://localhost", undefined, false],
  [here, "http://localhost:3000", undefined, true],
  [here, "http://[::1]:3000", "same-origin", true],
  [here, "http://localhost:3001", undefined, false],
  [here, "https://localhost:3000", undefined, false],
  [here, "http://192.168.0.7:3000", undefined, false],
  [here, "http://127.0.0.1.example:3000", undefined, false],
])(
  "at %s a form with origin %o and site %o is the forum's own: %o",
  (own, origin, secFetchSite, is) => {
    expect(isSameOrigin({ origin, secFetchSite }, own)).toBe(is);
  },
);
