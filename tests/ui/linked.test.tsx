import { expect, test } from "vitest";
import { drawHtml } from "#app/drawing/draw-html.ts";
import { Linked } from "#app/ui/linked.tsx";

test("addresses of the forum in a refusal are links, and nothing else is", () => {
  const text = "Appeal at /log/12, or write at /account/mailbox. See https://example.org/x, a/b.";
  expect(drawHtml(<Linked text={text} />)).toBe(
    'Appeal at <a href="/log/12">/log/12</a>, or write at <a href="/account/mailbox">/account/mailbox</a>. See https://example.org/x, a/b.',
  );
});
