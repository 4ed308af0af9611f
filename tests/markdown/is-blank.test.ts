import { afterAll, expect, test } from "vitest";
import { isBlank } from "#app/markdown/is-blank.ts";
import { renderMarkdown, stopRendering } from "#app/markdown/render.server.ts";

afterAll(stopRendering);

test.each([
  ["invisible letters", "\u200b\u3000"],
  ["a letter without a shape", "\u3164 \u2800 \u00ad"],
  ["a target of links alone", "[a]: http://x.example"],
  ["a block of code without code", "```\n```"],
  ["a line alone", "---"],
  ["a formula of a gap", "$\\,$"],
  ["a formula that keeps room for what is not shown", "$\\phantom{\\phantom{x}y}$"],
])("of %s nothing can be read", async (_what, body) => {
  expect(isBlank(await renderMarkdown(body, 1))).toBe(true);
});

test.each([
  ["one letter", "a"],
  ["a letter of another script", "\u0648"],
  ["an emoji", "\u{1f9e1}"],
  ["a mark", "?"],
  ["a formula", "$$\nx\n$$"],
  ["a formula that is wrong", "$\\nosuchcommand$"],
  ["a formula that shows something beside what it does not", "$\\phantom{x}y$"],
  ["a picture's link", "![](http://x.example/a.png)"],
  ["code", "```\nx\n```"],
])("of %s something can", async (_what, body) => {
  expect(isBlank(await renderMarkdown(body, 1))).toBe(false);
});
