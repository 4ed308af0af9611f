import { describe, expect, it } from "vitest";
import { toHtml } from "#app/markdown/to-html.ts";

const idsIn = (html: string) => [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id!);

describe("A footnote", () => {
  it("is a number in the text that leads to the note, and the note leads back", () => {
    const html = toHtml("So it is[^why].\n\n[^why]: Because.\n");
    expect(html).toMatch(
      /^<p>So it is<sup class="footnote"><a href="#(fn-[0-9a-f]{8}-1)" rel="nofollow ugc noopener" aria-label="Footnote 1" id="(fn-[0-9a-f]{8}-ref1)">1<\/a><\/sup>\.<\/p>\n<div class="footnotes" role="group" aria-label="Footnotes">\n<ol>\n<li id="\1">\n<p>Because\. <a href="#\2" rel="nofollow ugc noopener" aria-label="Back to the text from footnote 1">↩︎<\/a><\/p>\n<\/li>\n<\/ol>\n<\/div>\n$/,
    );
  });

  it("is numbered in the order of the text, whatever its label, and may be written in place", () => {
    const html = toHtml("a[^z] b^[in *place*] c[^a] d[^Z]\n\n[^a]: A\n[^z]: Z\n[^b]: never cited");
    expect(html.match(/aria-label="Footnote \d"/g)?.join("")).toBe(
      [1, 2, 3, 1].map((number) => `aria-label="Footnote ${number}"`).join(""),
    );
    expect(html.replace(/<[^>]*>/g, "").replace(/\s+/g, " ")).toBe(
      "a1 b2 c3 d1 Z ↩︎ ↩︎2 in place ↩︎ A ↩︎ ",
    );
    expect(html).not.toContain("never");
  });

  it("may hold paragraphs, lists and code, if they are indented", () => {
    const html = toHtml(
      "a[^1]\n\n[^1]: One\n    goes on\n\n    - two\n\n    ```\n    code\n    ```\n\nNot part of it.",
    );
    expect(html).toMatch(/<p>One\ngoes on<\/p>\n<ul>\n<li>two<\/li>\n<\/ul>\n<pre/);
    expect(html).toContain("<p>Not part of it.</p>\n<div");
  });

  it("that is nowhere stays as it was typed", () => {
    expect(toHtml("a[^1] ^[] ^[open [^ 2]")).toBe("<p>a[^1] ^[] ^[open [^ 2]</p>\n");
    expect(toHtml("`[^1]` \\[^1]\n\n[^1]: x")).toBe("<p><code>[^1]</code> [^1]</p>\n");
  });

  it("belongs to the one who wrote it: nobody's note hangs on a quotation's words", () => {
    expect(toHtml("> quoted[^1]\n\n[^1]: mine")).toBe(
      "<blockquote>\n<p>quoted[^1]</p>\n</blockquote>\n",
    );
    const both = toHtml("```ai\na[^1]\n\n[^1]: its\n```\n\nb[^1]\n\n[^1]: mine");
    expect(both).toMatch(/its .*<\/details>\n<p>b<sup.*mine /s);
    expect(new Set(idsIn(both)).size).toBe(4);
  });

  it("has ids of its own text, and they are the only ones in a post", () => {
    const [one, other] = ["One", "Other"].map((word) => idsIn(toHtml(`${word}^[a] and^[b]`)));
    expect(one).toHaveLength(4);
    expect(one!.filter((id) => other!.includes(id))).toEqual([]);
    expect(toHtml("[a](#fn-00000000-1 'x')")).not.toContain(" id=");
  });

  it("in a link's words or a picture's label is text", () => {
    const html = toHtml("[a[^1] ^[b]](/x) ![c[^1] ^[d]](https://a.example/)\n\n[^1]: x");
    expect(html.match(/<a /g)).toHaveLength(2);
    expect(html).toContain(">a[^1] ^[b]</a>");
    expect(html).toContain(">Picture: c[^1] ^[d] (a.example)</a>");
  });
});
