/** What pages say of their feeds. */
import { createElement } from "react";
import { expect, test } from "vitest";
import { drawHtml } from "#app/drawing/draw-html.ts";
import { HeadTags } from "#app/drawing/head-tags.tsx";
import { feedLinks } from "#app/feeds/feed-links.ts";
import { pageHead } from "#app/ui/page-head.ts";

test("the head of a list names its feed in each form, and the page keeps its one title", () => {
  const alternates = feedLinks("/topics/licences", "Licences & more", { order: "new" });
  const head = pageHead({ title: "Licences", alternates });
  const html = drawHtml(createElement(HeadTags, { head }));
  expect(html.match(/<title>/g)).toHaveLength(1);
  expect(html).toContain(
    '<link rel="alternate" type="application/atom+xml" href="/topics/licences/feed.xml?order=new" title="Licences &amp; more (Atom)"/>',
  );
  expect(html).toContain(
    '<link rel="alternate" type="application/feed+json" href="/topics/licences/feed.json?order=new" title="Licences &amp; more (JSON Feed)"/>',
  );
});
