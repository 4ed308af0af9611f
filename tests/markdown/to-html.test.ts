import { describe, expect, it } from "vitest";
import { TooMuch } from "#app/markdown/guards.ts";
import { toHtml } from "#app/markdown/to-html.ts";

describe("Raw HTML in a post", () => {
  it("is shown as text", () => {
    expect(toHtml("<div onclick=x>*so*</div> and <b>bold</b>")).toBe(
      "<p>&lt;div onclick=x&gt;<em>so</em>&lt;/div&gt; and &lt;b&gt;bold&lt;/b&gt;</p>\n",
    );
    expect(toHtml("<script>alert(1)</script>\n\n<!-- note -->")).toBe(
      "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n<p>&lt;!-- note --&gt;</p>\n",
    );
  });

  it("may be a bare br, sub, sup, kbd or hr, and always ends where its paragraph ends", () => {
    expect(toHtml("H<sub>2</sub>O<br>x<sup>2\n\n<KBD>Esc</KBD>\n\n<hr>")).toBe(
      "<p>H<sub>2</sub>O<br />x<sup>2</sup></p>\n<p><kbd>Esc</kbd></p>\n<hr />\n",
    );
    expect(toHtml("<sub class=x>2</sub>")).toBe("<p>&lt;sub class=x&gt;2</p>\n");
  });

  it("may be a part that opens, with Markdown inside", () => {
    const html =
      "<details>\n<summary>The <em>log</em></summary>\n<ul>\n<li>one</li>\n</ul>\n</details>\n";
    expect(toHtml("<details><summary>The *log*</summary>\n\n- one\n\n</details>")).toBe(html);
    expect(toHtml("<details>\nopen for ever")).toBe("<p>&lt;details&gt;\nopen for ever</p>\n");
  });

  it("gives no element an id or a name", () => {
    const html = toHtml("<a id=__remixContext>\n\n<img name=cookie>\n\n<form id=body>");
    expect(html).not.toMatch(/<(?!\/?p>)/);
  });
});

describe("Headings of a post", () => {
  it("begin below the page's own and skip no level", () => {
    expect(toHtml("# One\n\n### Two\n\n## Three\n\n###### Four\n\n# Five")).toBe(
      "<h3>One</h3>\n<h4>Two</h4>\n<h4>Three</h4>\n<h5>Four</h5>\n<h3>Five</h3>\n",
    );
  });

  it("are left out when they are empty", () => {
    expect(toHtml("#\n\ntext")).toBe("<p>text</p>\n");
  });
});

describe("Tables, tasks and numbers of a post", () => {
  it("scroll in a box that can be reached by key", () => {
    const html = toHtml("| a | |\n|:-:|-|\n| 1 | 2 |");
    expect(html).toMatch(/^<div class="table" role="group" tabindex="0" aria-label="Table">/);
    expect(html).toContain('<th align="center">a</th>');
    expect(html).toContain("<td></td>\n</tr>\n</thead>");
  });

  it("show a task as done or not, without letting anybody tick it", () => {
    expect(toHtml("- [x] read\n- [ ] reply")).toBe(
      '<ul>\n<li><input type="checkbox" disabled="disabled" checked aria-label="Done" /> read</li>\n' +
        '<li><input type="checkbox" disabled="disabled" aria-label="To do" /> reply</li>\n</ul>\n',
    );
  });

  it("count a list from where it begins", () => {
    expect(toHtml("7. seven")).toBe('<ol start="7">\n<li>seven</li>\n</ol>\n');
  });
});

describe("Signs in a post", () => {
  it("are decoded once, and only where Markdown has a reference", () => {
    expect(toHtml("&copy; &amp;lt; &notanentity; &#65; \\&amp; `&lt;`")).toBe(
      "<p>© &amp;lt; &amp;notanentity; A &amp;amp; <code>&amp;lt;</code></p>\n",
    );
  });

  it("that no page and no feed may hold are replaced", () => {
    expect(toHtml("a\0b\u0007c &#1; \ud800 \ufffe")).toBe("<p>a�b�c � � �</p>\n");
  });
});

describe("A text that asks for too much", () => {
  const refusalOf = (markdown: string) => {
    try {
      toHtml(markdown);
    } catch (error) {
      if (error instanceof TooMuch) return error.said.key;
      throw error;
    }
    return null;
  };

  it("is refused if it is longer than any import", () => {
    expect(refusalOf("a ".repeat(70_000))).toBe("markdown.too-long");
  });

  it("is refused if its tables multiply", () => {
    const bomb = `${"|a".repeat(2000)}\n${"|-".repeat(2000)}\n${"|\n".repeat(2000)}`;
    expect(refusalOf(bomb)).toBe("markdown.too-many-cells");
  });

  it("is refused if its page would be far longer than the text itself", () => {
    const cells = `${"|a".repeat(100)}\n${"|-".repeat(100)}\n${"|\n".repeat(190)}`;
    expect(refusalOf(cells)).toBe("markdown.too-large");
    const links = `${"[a][x]".repeat(9000)}\n\n[x]: https://a.example/${"b".repeat(200)}`;
    expect(refusalOf(links)).toBe("markdown.too-large");
  });

  it("is left as text where it nests deeper than anybody reads", () => {
    const html = toHtml(`${"> ".repeat(200)}deep`);
    expect(html.match(/<blockquote>/g)).toHaveLength(30);
    expect(html).toContain("&gt; &gt; deep");
    expect(toHtml(`${"*".repeat(4000)}a${"*".repeat(4000)}`)).toContain("*a*");
  });

  it("is not seen in what people do write", () => {
    for (const markdown of [
      "-".repeat(60),
      "* ".repeat(60),
      `Name: ${"_".repeat(80)}`,
      `${"*".repeat(60)} NOTE ${"*".repeat(60)}`,
      `${"~".repeat(50)}\n${"> ".repeat(100)}\n${"~".repeat(50)}`,
      `${" ".repeat(150)}centred`,
      `| ${"column | ".repeat(60)}\n|${"-|".repeat(60)}\n| ${"cell | ".repeat(60)}`,
      ">".repeat(45),
    ]) {
      expect(refusalOf(markdown)).toBeNull();
    }
  });
});
