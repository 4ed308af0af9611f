import { expect, test } from "vitest";
import { form, textOf } from "./forms.ts";

const page = `<!doctype html><title>Reply</title><h1>Reply to  Ada</h1><script>no()</script>
<form action="/search"><input name="q" value="weights"></form>
<form method="post" action="/threads/1/reply">
<input type="hidden" name="key" value="a&amp;b"><textarea name="body">
 1 &lt; 2
</textarea><input type="checkbox" name="draft"><input type="checkbox" name="follow" checked>
<input type="radio" name="kind" value="reply"><input type="radio" name="kind" value="question" checked>
<select name="order"><option>best<option selected>new</select><select name="first"><option value="1">x</select>
<input name="gone" value="1" disabled><button name="preview" value="1">Preview</button></form>`;

test("a form is read as a browser would send it", () => {
  expect(form(page, "/threads/1/reply")).toEqual({
    key: "a&b",
    body: " 1 < 2\n",
    follow: "on",
    kind: "question",
    order: "new",
    first: "1",
  });
});

test("a form that is not there is missed by its address", () => {
  expect(() => form(page, "/sign-in")).toThrow("it has: /search, /threads/1/reply");
});

test("the text of a page is what somebody reads", () => {
  expect(textOf(page)).toMatch(/^Reply to Ada 1 < 2/);
});
