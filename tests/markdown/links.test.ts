import { describe, expect, it } from "vitest";
import { readTarget, realHost } from "#app/markdown/addresses.ts";
import { toHtml } from "#app/markdown/to-html.ts";

const link = (href: string, words: string) =>
  `<a href="${href}" rel="nofollow ugc noopener">${words}</a>`;
const beside = (host: string) => ` \u2068(${host})\u2069`;

describe("A link", () => {
  it("leads to the web, to mail or within the forum", () => {
    expect(toHtml("[a](https://a.example/b) <mailto:ada@a.example>")).toBe(
      `<p>${link("https://a.example/b", "a")} ${link("mailto:ada@a.example", "mailto:ada@a.example")}</p>\n`,
    );
    expect(toHtml("[b](/threads/7) [c](#post-9)")).toBe(
      `<p>${link("/threads/7", "b")} ${link("#post-9", "c")}</p>\n`,
    );
  });

  it("to anywhere else is shown as text", () => {
    expect(toHtml("[a](javascript:alert(1))")).toBe("<p>a (javascript:alert(1))</p>\n");
    for (const address of [
      ...["//evil.example", "/\\evil.example", "\\\\evil.example", "/\t/evil.example", "/.//evil"],
      ...[
        "data:text/html,x",
        "vbscript:x",
        "java\nscript:x",
        "ftp://a.example",
        "file.html",
        "?x",
        "",
      ],
    ]) {
      expect(readTarget(address)).toBeNull();
    }
    expect(toHtml("[a](&#106;ava&#10;script&colon;alert(1))")).not.toContain("<a");
    expect(toHtml("[a]: javascript:x\n\n[a] <javascript:x>")).not.toContain("<a");
  });

  it("is read as a browser reads it", () => {
    expect(readTarget("https:evil.example")?.href).toBe("https://evil.example/");
    expect(readTarget("HTTPS:\\\\evil.example\\x")?.href).toBe("https://evil.example/x");
  });

  it("without words shows its address", () => {
    const address = "https://a.example/";
    expect(toHtml(`[](${address})`)).toBe(`<p>${link(address, address)}</p>\n`);
  });
});

describe("A link that looks like another host than its own", () => {
  it("shows where it leads", () => {
    expect(toHtml("[https://bank.example](https://evil.example/x)")).toBe(
      `<p>${link("https://evil.example/x", "https://bank.example")}${beside("evil.example")}</p>\n`,
    );
    const misleading: [string, string, string][] = [
      ["bank.example", "https://evil.example/", "evil.example"],
      ["our **bank.example** page", "https://evil.example/", "evil.example"],
      ["bank&period;example", "https://evil.example/", "evil.example"],
      ["ba\u200bnk.example", "https://evil.example/", "evil.example"],
      ["bank。example", "https://evil.example/", "evil.example"],
      ["https://bank.example@evil.example", "https://bank.example@evil.example/", "evil.example"],
      ["https://b\u0430nk.example", "https://b\u0430nk.example/", "xn--bnk-6cd.example"],
      ["ceo@bank.example", "mailto:x@evil.example", "x@evil.example"],
    ];
    for (const [words, href, host] of misleading) {
      expect(toHtml(`[${words}](${href})`)).toContain(`</a>${beside(host)}`);
    }
  });

  it("is not taken for one when its words are honest", () => {
    const honest = (words: string, href: string) => realHost(words, new URL(href)) === null;
    expect(honest("https://www.a.example/b?c", "https://a.example/b?c")).toBe(true);
    expect(honest("the paper", "https://a.example/")).toBe(true);
    expect(honest("train.py", "https://a.example/train.py")).toBe(true);
    expect(honest("e.g. version 1.2 of it", "https://a.example/")).toBe(true);
    expect(honest("ada@a.example", "mailto:ada@a.example")).toBe(true);
  });
});

describe("A picture", () => {
  it("is a link with a label, for no page calls another host", () => {
    expect(toHtml("![A *plot* &lt;1&gt;](https://img.example/p.png)")).toBe(
      `<p>${link("https://img.example/p.png", "Picture: A plot &lt;1&gt; (img.example)")}</p>\n`,
    );
    expect(toHtml("![](https://img.example/p.png)")).toContain(">Picture (img.example)<");
  });

  it("inside a link is its words, and one that cannot be fetched is a label", () => {
    expect(toHtml("[![build](https://img.example/b.svg)](https://ci.example/)")).toBe(
      `<p>${link("https://ci.example/", "Picture: build")}</p>\n`,
    );
    expect(toHtml("![x](data:image/png;base64,AA) ![](upload://a.png)")).toBe(
      "<p>Picture: x Picture</p>\n",
    );
  });
});
