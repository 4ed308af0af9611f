import { expect, test } from "vitest";
import { markdownOfDiscourse, type Surroundings } from "#app/importing/markdown-of-discourse.ts";
import { findUploads } from "#app/importing/pictures.ts";
import { findPlaces, placeKey } from "#app/importing/places.ts";
import { toHtml } from "#app/markdown/to-html.ts";

const names: Record<string, string> = {
  petrel: "petrel",
  gannet: "gannet-birds",
  ada: "Ada-birds",
};
const around: Surroundings = {
  origin: "https://birds.example",
  uploads: { abc123: "https://birds.example/uploads/original/1X/abc.png" },
  nameHere: (name) => names[name.toLowerCase()] ?? null,
  find: ({ thread, number }) =>
    thread === 5
      ? {
          path: number ? `/posts/${number * 10}` : "/threads/50",
          title: "On [nests]",
          postId: number && number * 10,
          author: number ? "petrel" : null,
        }
      : null,
};
const convert = (raw: string, given: Partial<Surroundings> = {}) =>
  markdownOfDiscourse(raw, { ...around, ...given }).markdown;

const cases: Record<string, [raw: string, markdown: string][]> = {
  "a quotation of a post that is here leads to it": [
    [
      '[quote="petrel, post:2, topic:5"]\nOne.\n\nTwo.\n[/quote]\nNo.',
      "> [petrel](/posts/20):\n> One.\n>\n> Two.\n\nNo.",
    ],
    ['[quote="petrel, post:2, topic:5, full:true"]One.[/quote]', "> [petrel](/posts/20):\n> One."],
    [
      '[quote="A Petrel, post:2, topic:5, username:petrel"]\nOne.\n[/quote]',
      "> [petrel](/posts/20):\n> One.",
    ],
    [
      "[quote=“petrel, post:2, topic:5”]\nOne.\n[/quote]\n\nText",
      "> [petrel](/posts/20):\n> One.\n\nText",
    ],
  ],
  "a quotation of a post that is not here leads there, else it names its author": [
    [
      '[quote="petrel, post:2, topic:9"]\nOne.\n[/quote]',
      "> [petrel](https://birds.example/t/9/2) wrote:\n>\n> One.",
    ],
    ['[quote="gannet"]\nOne.\n[/quote]', "> **gannet-birds** wrote:\n>\n> One."],
    ["[quote]One.[/quote]\nTwo.", "> One.\n\nTwo."],
  ],
  "quotations stand in quotations, and what has no end stays text": [
    [
      '[quote="petrel, post:3, topic:5"]\n[quote="gannet"]\nDeep.\n[/quote]\nMiddle.\n[/quote]\nOut.',
      "> [petrel](/posts/30):\n> > **gannet-birds** wrote:\n> >\n> > Deep.\n>\n> Middle.\n\nOut.",
    ],
    ['[quote="petrel"]\nNo end.', '[quote="petrel"]\nNo end.'],
    ["No beginning.\n[/quote]", "No beginning.\n[/quote]"],
    ["[quote]\n[details]\nMixed.\n[/quote]", "> [details]\n> Mixed."],
  ],
  "code and formulas stay as they are": [
    ["`@ada [b]x[/b]` and $L[b]$", "`@ada [b]x[/b]` and $L[b]$"],
    ["```\n[quote]\n@ada\n[/quote]\n```\n@ada", "```\n[quote]\n@ada\n[/quote]\n```\n@Ada-birds"],
    [
      '[quote="gannet"]\n```js\nlet a;\n\nlet b;\n```\n[/quote]',
      "> **gannet-birds** wrote:\n>\n> ```js\n> let a;\n> \n> let b;\n> ```",
    ],
    ["[quote]\n```\nnever closed\n[/quote]\nAfter.", "> ```\n> never closed\n> ```\n\nAfter."],
    ["$$\n@ada \\\\ [b]\n$$", "$$\n@ada \\\\ [b]\n$$"],
    ["Text\n\n    @ada [quote]\n\nText", "Text\n\n    @ada [quote]\n\nText"],
    ["[code]\nlet a;\n[/code]", "```\nlet a;\n```"],
    ["<pre>a &lt; b</pre>", "```\na < b\n```"],
  ],
  "people are called as they are here, and names that nobody brought mention nobody": [
    ["@petrel, @gannet's and @Ada.", "@petrel, @gannet-birds's and @Ada-birds."],
    ["@stranger and a@b.example", "\\@stranger and a@b.example"],
    ["https://m.example/@ada", "https://m.example/@ada"],
  ],
  "uploads become pictures and files with their addresses, or words": [
    [
      "![A nest|690x306, 50%](upload://abc123.png)",
      "![A nest](https://birds.example/uploads/original/1X/abc.png)",
    ],
    ["![A nest|690x306](upload://other.png)", "(picture: A nest)"],
    ["![|10x10](upload://other.png)", "(picture)"],
    [
      '<img src="upload://abc123.png" width="3">',
      "![](https://birds.example/uploads/original/1X/abc.png)",
    ],
    ["[![A](upload://abc123.png)](https://x.example/a)", "[A](https://x.example/a)"],
    ["[url=https://x.example/]![A|1x1](upload://abc123.png)[/url]", "[A](https://x.example/)"],
    [
      "[notes.pdf|attachment](upload://abc123.pdf) (1 MB)",
      "[notes.pdf](https://birds.example/uploads/original/1X/abc.png) (1 MB)",
    ],
  ],
  "links into the outer forum lead to what is here": [
    ["[it](https://birds.example/t/nests/5/7?u=x)", "[it](/posts/70)"],
    ["https://birds.example/t/5", "[On \\[nests\\]](/threads/50)"],
    ["See <https://birds.example/t/nests/5/7>.", "See [On \\[nests\\]](/posts/70)."],
    ["(https://birds.example/t/nests/5/7)", "([On \\[nests\\]](/posts/70))"],
    ["https://birds.example/t/other/9/1", "https://birds.example/t/other/9/1"],
    ["[a]: https://birds.example/t/nests/5", "[a]: /threads/50"],
    ["https://other.example/t/nests/5", "https://other.example/t/nests/5"],
  ],
  "parts that fold, spoilers, polls and dates keep their words": [
    [
      '[details="More & <more>"]\n- one\n[/details]\nEnd',
      "<details>\n<summary>More & &lt;more></summary>\n\n- one\n\n</details>\n\nEnd",
    ],
    ["It was [spoiler]him[/spoiler].", "It was him."],
    ["[poll type=regular]\n* a\n* b\n[/poll]", "* a\n* b"],
    [
      '[date=2024-05-01 time=10:00:00 timezone="Europe/Paris"]',
      "2024-05-01 10:00:00 (Europe/Paris)",
    ],
  ],
  "other tags in brackets and in HTML become Markdown": [
    ["[b]bold[/b] [i] x [/i] [s]no[/s] [u]u[/u]", "**bold**  *x*  ~~no~~ u"],
    ["[url=https://x.example/a b]words[/url]", "[url=https://x.example/a b]words[/url]"],
    ["[url=https://x.example/a]words[/url] [b]open", "[words](https://x.example/a) [b]open"],
    ["<h2>A title</h2>\n<p>Words <b>bold</b></p>", "## A title\n\nWords **bold**"],
    ["<ul>\n  <li>one</li>\n  <li>two</li>\n</ul>", "- one\n- two"],
    ["<ol><li>one</li><li>two</li></ol>", "1. one\n1. two"],
    [
      '<a href="https://x.example/">it</a> <kbd>X</kbd> H<sub>2</sub>',
      "[it](https://x.example/) <kbd>X</kbd> H<sub>2</sub>",
    ],
    ['<div data-theme-toc="true"> </div>\n\nText', "Text"],
    ["if a <b and c> d then <invalid_sig>", "if a <b and c> d then <invalid_sig>"],
    ["text<!-- not said --> more", "text more"],
  ],
  "what needs no change has none": [
    ["A[^1] ~~b~~ :smile: | c |\n\n[^1]: d", "A[^1] ~~b~~ :smile: | c |\n\n[^1]: d"],
    [
      "arr[i] = arr[b]; [x] [ ] [here](https://x.example/)",
      "arr[i] = arr[b]; [x] [ ] [here](https://x.example/)",
    ],
  ],
};

for (const [name, pairs] of Object.entries(cases)) {
  test(name, () => {
    for (const [raw, markdown] of pairs) expect(convert(raw), raw).toBe(markdown);
  });
}

test("addresses stay as they are where a name stands in them, and what is none does not hide a name", () => {
  for (const [raw, markdown] of [
    ["https://y.org/?q=@bob or @bob", "https://y.org/?q=@bob or \\@bob"],
    ["[x](https://y.org/a,@petrel)@bob", "[x](https://y.org/a,@petrel)\\@bob"],
    ["https://=@bob xhttps://y.org/=@bob", "https://=\\@bob xhttps://y.org/=\\@bob"],
  ] as const) {
    expect(convert(raw)).toBe(markdown);
  }
});

test("a text says whom and what it refers to, and whether it waits for something", () => {
  const raw = '[quote="petrel, post:2, topic:5"]\nOne.\n[/quote]\n@ada https://birds.example/t/x/9';
  const { people, posts, waits } = markdownOfDiscourse(raw, around);
  expect({ people, posts, waits }).toEqual({
    people: ["Ada-birds"],
    posts: [{ id: 20, author: "petrel" }],
    waits: true,
  });
  expect(findPlaces(raw, around.origin).map(placeKey)).toEqual(["5/2", "9/"]);
  expect(markdownOfDiscourse("Words.", around).waits).toBe(false);
});

test("quotations read as quotations of ours, with their author's name", () => {
  const raw = '[quote="petrel, post:2, topic:5"]\n* One.\n\n1) Two.\n[/quote]\nHi @ada and @root.';
  const { markdown, ...known } = markdownOfDiscourse(raw, around);
  const html = toHtml(markdown, known);
  expect(html).toContain('<blockquote class="quotation">');
  expect(html).toMatch(/<a href="\/posts\/20"[^>]*>petrel<\/a>:/);
  expect(html).toMatch(/<a href="\/people\/Ada-birds"[^>]*class="mention"/);
  expect(html).toContain("and @root.");
});

test("the addresses of uploads are found in the HTML, the largest picture first", () => {
  const cooked =
    '<a class="lightbox" href="https://b.example/big.png" title="x"><img src="https://b.example/small.png" alt="x" data-base62-sha1="aaa"></a>' +
    '<img src="/uploads/b.png?x=1&amp;y=2" data-base62-sha1="bbb"><a class="attachment" href="/uploads/short-url/ccc.pdf">f</a>' +
    '<img src="//cdn.example/d.png" data-base62-sha1="ddd">';
  expect(findUploads(cooked, "https://b.example")).toEqual({
    aaa: "https://b.example/big.png",
    bbb: "https://b.example/uploads/b.png?x=1&y=2",
    ccc: "https://b.example/uploads/short-url/ccc.pdf",
    ddd: "https://cdn.example/d.png",
  });
  expect(Object.keys(findUploads(cooked, null))).toEqual(["aaa", "ddd"]);
});

test("HTML made to be slow is searched for uploads quickly, and only its first million characters", () => {
  const nasty = [
    '<a class="lightbox" '.repeat(3_000),
    '<a class="lightbox" href="x">'.repeat(100_000),
    "<img ".repeat(800_000),
    `<img ${'src="'.repeat(800_000)}`,
    `<a class="lightbox">${" ".repeat(4_000_000)}<img>`,
  ];
  for (const cooked of nasty) {
    const began = performance.now();
    findUploads(cooked, "https://b.example");
    expect(performance.now() - began, cooked.slice(0, 30)).toBeLessThan(500);
  }
  const picture = '<img src="https://b.example/a.png" data-base62-sha1="aaa">';
  expect(findUploads(`${"<p>".repeat(400_000)}${picture}`, null)).toEqual({});
});

test("an upload that is called as no upload can be is a picture without an address", () => {
  expect(convert("![a nest](upload://constructor)")).toBe("(picture: a nest)");
});

test("texts made to be slow are converted quickly", () => {
  const many = 20_000;
  const nasty = [
    "[quote]".repeat(many),
    "[/quote]".repeat(many),
    `${"[quote]\n".repeat(5_000)}${"[/quote]\n".repeat(5_000)}`,
    "[b]".repeat(many),
    "[spoiler]a[details]".repeat(5_000),
    "<b>".repeat(many),
    "<li>".repeat(many),
    "<details>".repeat(many),
    "`".repeat(131_000),
    "` `` ".repeat(many),
    "$a ".repeat(many),
    "$$".repeat(many),
    "@a".repeat(many),
    "![".repeat(many),
    "[![a](upload://".repeat(5_000),
    "<img ".repeat(many),
    "<a href=x ".repeat(10_000),
    "https://birds.example/t/".repeat(5_000),
    "https://a.a".repeat(10_000),
    `https://${"a.".repeat(60_000)}`,
    "https://birds.example/t/1".repeat(5_000),
    " \n".repeat(60_000),
    `x${" ".repeat(131_000)}x`,
    `[quote]${" ".repeat(65_000)}x${"\n".repeat(65_000)}[/quote]`,
    `<p>${" ".repeat(131_000)}x`,
    "<summary>".repeat(many),
    "[u]".repeat(many),
    "[quote=".repeat(many),
    "[date=2024-01-01 ".repeat(many),
    "<ol><li>".repeat(many),
    "\n```\n[quote]".repeat(10_000),
    "`a\n\n``b\n\n".repeat(10_000),
    "[url=".repeat(many),
    "<!--".repeat(many),
    "[code]".repeat(many),
    "<pre>".repeat(many),
    "<h1>".repeat(many),
    "<b a=".repeat(many),
    `<b${" a=x".repeat(30_000)}`,
    ` a="<b a='" a='`.repeat(9_000),
    "<a/href=".repeat(many),
    `<a ${"href=".repeat(90)}${"x".repeat(2_000)}`.repeat(50),
    `<img ${"src=https:".repeat(45)}${"x".repeat(2_000)}`.repeat(50),
    `<img ${"src=upload://".repeat(20)}${"a".repeat(500)}`.repeat(160),
    `![](upload://${"a".repeat(500)}`.repeat(250),
  ];
  for (const raw of nasty) {
    const began = performance.now();
    convert(raw.slice(0, 131_072));
    expect(performance.now() - began, raw.slice(0, 30)).toBeLessThan(1_000);
  }
});
