import { expect, test } from "vitest";
import { agoWords } from "#app/drawing/ago-words.ts";

test("a page brings the words for how long ago something was, in each form of a number", () => {
  expect(agoWords).toEqual({
    "data-ago-now": "just now",
    "data-ago-minute": "one=# minute ago|other=# minutes ago",
    "data-ago-hour": "one=# hour ago|other=# hours ago",
    "data-ago-day": "one=# day ago|other=# days ago",
  });
});
