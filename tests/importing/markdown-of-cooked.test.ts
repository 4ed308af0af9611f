/** HTML as Discourse lays posts out becomes Markdown that shows the same here. */
import { expect, test } from "vitest";
import { markdownOfCooked } from "#app/importing/markdown-of-cooked.ts";
import { markdownOfDiscourse } from "#app/importing/markdown-of-discourse.ts";
import { toHtml } from "#app/markdown/to-html.ts";

const origin = "https://birds.example";
const convert = (cooked: string) => markdownOfCooked(cooked, origin);

/** What a reader sees of it here. */
function show(cooked: string) {
  const { markdown, people, posts } = markdownOfDiscourse(convert(cooked)!, {
    ...{ origin, uploads: {} },
    nameHere: (name) => (name === "petrel" ? name : null),
    find: () => null,
  });
  return toHtml(markdown, { people, posts });
}

const cases: Record<string, [cooked: string, markdown: string][]> = {
  "a quotation is one of the post that it names": [
    [
      '<aside class="quote no-group" data-username="petrel" data-post="2" data-topic="5"><div class="title"><div class="quote-controls"></div><img class="avatar" src="/a.png"> petrel:</div><blockquote><p>One.</p>\n<p>Two.</p></blockquote></aside>\n<p>No.</p>',
      '[quote="petrel, post:2, topic:5"]\nOne.\n\nTwo.\n[/quote]\n\nNo.',
    ],
    [
      '<aside class="quote" data-username="pet&quot;], rel"><blockquote><p>One.</p></blockquote></aside>',
      '[quote="pet rel"]\nOne.\n[/quote]',
    ],
    ["<blockquote><p>One.</p></blockquote>", "[quote]\nOne.\n[/quote]"],
    [
      "<ul><li>a<blockquote><p>One.</p><p>Two.</p></blockquote></li></ul>",
      "- a\n\n  > One.\n  >\n  > Two.",
    ],
    [
      '<aside class="quote" data-post="1" data-topic="9"><div class="title"><a href="/t/nests/9">Nests</a></div><blockquote>An excerpt</blockquote></aside>',
      "[Nests](https://birds.example/t/nests/9)",
    ],
  ],
  "people, emoji and categories keep their names": [
    [
      '<p>Hi <a class="mention" href="/u/a_tern">@a_tern</a> <img src="/e.png" title=":smile:" class="emoji" alt=":smile:"></p>',
      "Hi @a_tern :smile:",
    ],
    [
      '<p><a class="hashtag-cooked" href="/c/nests/7"><span class="hashtag-icon-placeholder"><svg><title>x</title></svg></span><span>Nests</span></a></p>',
      "[Nests](https://birds.example/c/nests/7)",
    ],
  ],
  "pictures, films and previews become links": [
    [
      '<div class="lightbox-wrapper"><a class="lightbox" href="https://birds.example/big.png"><img src="https://birds.example/small.png" alt="A [nest]"><div class="meta"><span>image 3 KB</span></div></a></div>',
      "![A \\[nest\\]](https://birds.example/big.png)",
    ],
    ['<p><img src="/a (1).png" alt="A"></p>', "![A](https://birds.example/a%20%281%29.png)"],
    ['<p><img src="data:image/png;base64,x" alt="A"></p>', "(picture: A)"],
    [
      '<p><a href="https://x.example/"><img src="/a.png" alt="A"></a></p>',
      "[A](https://x.example/)",
    ],
    ['<iframe src="https://film.example/1"></iframe>', "<https://film.example/1>"],
    [
      '<aside class="onebox" data-onebox-src="https://x.example/a"><header>x.example</header><article><h3><a href="https://x.example/a">An article</a></h3><p>Its beginning</p></article></aside>',
      "[An article](https://x.example/a)",
    ],
    [
      '<p><a href="https://x.example/a" class="inline-onebox">An article</a></p>',
      "[An article](https://x.example/a)",
    ],
    ['<p><a href="https://x.example/a">https://x.example/a</a></p>', "<https://x.example/a>"],
    ['<p><a href="#top">up</a> <a href="javascript:x">no</a></p>', "up no"],
  ],
  "what folds, polls and task lists keep their words": [
    [
      "<details><summary>More &lt;words&gt;</summary><p>Inside.</p><ul><li>a</li></ul></details><p>After.</p>",
      "<details>\n<summary>More &lt;words></summary>\n\nInside.\n\n- a\n\n</details>\n\nAfter.",
    ],
    [
      '<div class="poll" data-poll-name="poll"><div class="poll-container"><ul><li data-poll-option-id="1">One</li><li>Two</li></ul></div><div class="poll-info">0 voters</div></div>',
      "- One\n- Two",
    ],
    [
      '<ul><li><span class="chcklst-box checked fa"></span> done</li><li><span class="chcklst-box fa"></span> open</li></ul>',
      "- [x] done\n- [ ] open",
    ],
  ],
  "code and formulas stay as they are": [
    [
      '<pre><code class="lang-js">let a = "[b]";\n\n```\n</code></pre>',
      '````js\nlet a = "[b]";\n\n```\n````',
    ],
    ['<pre><code class="lang-auto">a_b</code></pre>', "```\na_b\n```"],
    ["<p><code>a*`b</code></p>", "``a*`b``"],
    ['<p>is <span class="math">x_1 < y</span></p>', "is $x_1 < y$"],
    ['<div class="math">\na\n+b\n</div>', "$$\na\n+b\n$$"],
    [
      '<p><span class="katex"><span class="katex-mathml"><math><mi>x</mi><annotation encoding="application/x-tex">x^2</annotation></math></span><span class="katex-html">x2</span></span></p>',
      "$x^2$",
    ],
  ],
  "tables, lists, footnotes and marks": [
    [
      '<div class="md-table"><table><thead><tr><th>a</th><th style="text-align:right">b</th></tr></thead><tbody><tr><td>1 | 2</td><td><code>x|y</code><br>z</td></tr></tbody></table></div>',
      "| a | b |\n| --- | --: |\n| 1 \\| 2 | `x\\|y`<br>z |",
    ],
    ["<table><tr><td>a</td></tr></table>", "|  |\n| --- |\n| a |"],
    [
      '<ol start="3"><li><p>a</p><pre><code>x\n</code></pre></li><li>b<ul><li>c</li></ul></li></ol><ol><li>d</li></ol>',
      "3. a\n\n   ```\n   x\n   ```\n4. b\n   - c\n\n1) d",
    ],
    [
      '<p>A<sup class="footnote-ref"><a href="#footnote-142-1" id="footnote-ref-142-1">[1]</a></sup></p><hr class="footnotes-sep"><section class="footnotes"><ol class="footnotes-list"><li id="footnote-142-1" class="footnote-item"><p>One.</p><p>Two. <a href="#footnote-ref-142-1" class="footnote-backref">↩︎</a></p></li></ol></section>',
      "A[^1]\n\n[^1]: One.\n\n    Two.",
    ],
    [
      "<h2><a name=x class=anchor href=#x></a>A <b>title</b></h2><p><strong>b </strong><i>i</i><s>s</s> <kbd>X</kbd> H<sub>2</sub> m<sup>2</sup><br>n</p>",
      "## A **title**\n\n**b** *i*~~s~~ <kbd>X</kbd> H<sub>2</sub> m<sup>2</sup>  \nn",
    ],
  ],
};

for (const [name, pairs] of Object.entries(cases)) {
  test(`HTML of Discourse: ${name}`, () => {
    for (const [cooked, markdown] of pairs) expect(convert(cooked), cooked).toBe(markdown);
  });
}

test("signs that mean something in Markdown, or to Discourse, read as they read there", () => {
  const texts = [
    "*a* _b_ __c__ snake_case `d` ~~e~~ ~f~ [g](h) ![i](j) [^1] ^[k]",
    '[quote="petrel, post:1, topic:2"] [b]x[/b] [date=2024-01-01] [/quote] [spoiler]y[/spoiler] [code]z[/code]',
    "# one",
    "- two",
    "+ three",
    "4. four",
    "5) five",
    "> six",
    "---",
    "===",
    "| a | b |",
    "$x$ and $y$, 5$ or $6",
    "&amp; &lt; &#65; <b>x</b> <details> <!-- y -->",
    ":tada: 10:30:45 @petrel a\\ \\*b\\* https://x_y_z.example/_a_ www.a_b_.example",
    "[!AI] x",
  ];
  for (const text of texts) {
    const html = text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
    for (const cooked of [
      `<p>${html}</p>`,
      `<p>before<br>\n${html}</p>`,
      `<ul><li>${html}</li></ul>`,
    ]) {
      const shown = show(cooked);
      expect(shown).not.toMatch(/<(?!\/?(?:p|br|ul|li)\b)/);
      const words = shown.replace(/<[^>]*>/g, "").replace(/^\s*before/, "");
      expect(words.trim()).toBe(html);
    }
  }
});

test("signs next to links, code and names keep their meaning apart", () => {
  expect(show('<p>Wow!<a href="https://x.example/">here</a></p>')).toContain(">here</a>");
  expect(show("<p>a\\<code>b</code></p>")).toContain("a\\<code>b</code>");
  expect(show('<p>a\\<span class="math">b</span></p>')).toContain("<math");
  expect(show('<p><a class="mention" href="/u/petrel">@petrel</a></p>')).toContain(
    'class="mention"',
  );
});

test("HTML that nests too deep, has too many parts or never ends is given up, or converted quickly", () => {
  const many = 131_072;
  const nasty = [
    ...["<b>", "<div>", "<blockquote>", "<ul><li>", "<table><tr><td>", "<a href=x>", "<details>"],
    ...["<p>x", "<li>x", "<br>", "<b>x</b>", "<ol><li>x</ol>", "<pre>x</pre>", "<tr><td>x", "</p>"],
    ...["<", "&", "<!--", '<a href="', "<a ", "<script>", "<textarea>", "[", "`", "\\", "@a", ":a"],
    ...["\u00a0", " ", `${" ".repeat(299)}x`, "<aside class=quote data-username=a>x</aside>"],
  ].map((piece) => piece.repeat(Math.ceil(many / piece.length)).slice(0, many));
  const reopened = (name: string) =>
    `<p>${Array.from({ length: 50 }, (_, at) => `<${name} class=c${at}>`).join("")}${"<p>x".repeat(19_000)}`;
  nasty.push(...["b", "code", "i", "font", "u"].map(reopened));
  nasty.push(`<pre>${`${"\n".repeat(299)}x`.repeat(400)}</pre>`, `<p>${"\u00a0".repeat(60_000)}x`);
  expect(convert("<b>".repeat(40_000))).toBeNull();
  expect(convert("<br>".repeat(30_000))).toBeNull();
  for (const cooked of nasty) {
    const began = performance.now();
    convert(cooked);
    expect(performance.now() - began, cooked.slice(0, 30)).toBeLessThan(5_000);
  }
}, 60_000);
