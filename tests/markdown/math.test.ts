import { describe, expect, it } from "vitest";
import { toMathml } from "#app/markdown/mathml.ts";
import { toHtml } from "#app/markdown/to-html.ts";

const mathml = (tex: string, isDisplay = false) => toMathml({ tex, isDisplay }, 100_000);
const formulasIn = (markdown: string) =>
  [...toHtml(markdown).matchAll(/x-tex">([^<]*)</g)].map(([, tex]) => tex);

describe("A formula", () => {
  it("is MathML with its TeX beside it, in a line or on lines of its own", () => {
    expect(toHtml("Then $x^2 < 1$.")).toBe(
      "<p>Then <math><semantics><mrow><msup><mi>x</mi><mn>2</mn></msup><mo>&lt;</mo><mn>1</mn></mrow>" +
        '<annotation encoding="application/x-tex">x^2 &lt; 1</annotation></semantics></math>.</p>\n',
    );
    expect(toHtml("So\n$$\na\n\n- b\n$$\nholds, $$y$$ too.")).toMatch(
      /^<p>So<\/p>\n<div class="formula" role="group" tabindex="0" aria-label="Formula"><math display="block">.*<\/math><\/div>\n<p>holds, <math display="block">.*<\/math> too\.<\/p>\n$/s,
    );
  });

  it("is found by its dollars, and what costs dollars is none", () => {
    expect(formulasIn("$a$ ($b$), *$c*d$* the $n$th $k$s, **$e$** and $f_1$, $g_2$")).toEqual([
      ...["a", "b", "c*d", "n", "k", "e", "f_1", "g_2"],
    ]);
    expect(
      formulasIn("$5$, $2n$, $3 \\text{ or } 4$, $0 < x < 1$, $1 + ab + c$, $5 km$, $7-2$"),
    ).toHaveLength(7);
    expect(formulasIn("so $$ x^2 $$ and $$ \\alpha or $$ and $$n$$")).toEqual([
      "x^2",
      "\\alpha or",
      "n",
    ]);
    for (const text of [
      "It costs $5 and $10, or US$5 to US$9, or 5$ or 10$, $1,000-$2,000.",
      "It went from $5 to 6$. Paid $50, now $45.50; earned 5$. $5,- und 6,-$, $5/month vs 10$/month.",
      "Between $3 (cheap) and 4$, and *$5* vs *7$*: I lost $$ on it and $$ on that.",
      "Set $PATH and $HOME, $PATH:$HOME, $PATH:$_",
      "$ a $ and $a $ and \\$a$ and `$a$` and $a`$` and $$ and $$$a$$$",
      "    $a$\n\n```\n$a$\n$$\nb\n$$\n```",
      "$a\n\nb$",
    ]) {
      expect(formulasIn(text)).toEqual([]);
    }
    expect(toHtml("\\$a\\$ and $5 and $6")).toBe("<p>$a$ and $5 and $6</p>\n");
  });

  it("alone keeps stress from beginning or ending in it; prices keep none", () => {
    const stressed =
      "<p>cost <strong>$5</strong> or <strong>$6</strong>, <em>$5</em> vs <em>$7</em></p>\n";
    expect(toHtml("cost **$5** or **$6**, *$5* vs *$7*")).toBe(stressed);
    expect(formulasIn("*so $a*b$ and $$c*d$$ are* x$*y*$ **$e$**")).toEqual(["a*b", "c*d", "e"]);
  });

  it("that is wrong, too long or defines commands is shown as it was written", () => {
    expect(toHtml("$\\frac{$")).toMatch(
      /^<p><code class="language-tex" title="This formula could not be set[^"]*">\$\\frac\{\$<\/code><\/p>\n$/,
    );
    for (const tex of ["\\def\\a{x}", "\\newcommand{\\a}{x}", "\\unknowable", "\\let\\a=b"]) {
      expect(mathml(tex)).toBeNull();
    }
    expect(toMathml({ tex: "a+b", isDisplay: false }, 20)).toBeNull();
    expect(mathml("{".repeat(100) + "x^{".repeat(100) + "}".repeat(200))).toBeNull();
  });

  it("of its own may stand after every line without the lines being read again for each", () => {
    const begun = performance.now();
    // What comes of it is too long for a page, which shows only once it is read.
    expect(() => toHtml("a\n$$\n".repeat(16_000))).toThrow("too-large");
    expect(performance.now() - begun).toBeLessThan(2_500);
    expect(toHtml("a\nb\n===\nc\n---")).toBe("<h3>a\nb</h3>\n<h4>c</h4>\n");
    expect(toHtml(`${"a\n".repeat(600)}b\n===\n`)).not.toContain("<h3>");
  });

  it("has no address, style, colour, picture or HTML in it", () => {
    for (const tex of [
      "\\href{javascript:alert(1)}{x}",
      "\\url{https://evil.example}",
      "\\includegraphics{https://evil.example/x.png}",
      "\\class{fixed}{x}\\id{body}{y}\\style{color:red}{z}\\data{a=b}{c}",
      "\\color{red}{x}\\colorbox{red}{y}\\textcolor{#f00}{z}",
      "\\text{<img src=x onerror=alert(1)>}",
      "\\text{</math><script>alert(1)</script>}",
      "\\mathrm{<mglyph>}\\unicode{x3c}\\char`<",
      "\\ref{a}\\label{b}\\tag{<i>}",
      "x\\raisebox{999em}{y}\\rule{999em}{999em}\\kern-999em z\\hspace{-99em}",
    ]) {
      const tags = (mathml(tex) ?? "").match(/<[^>]*>/g)?.join("") ?? "";
      expect(
        tags.replace(/ (?:class="tml-[a-z -]+"|encoding="application\/x-tex")/g, ""),
      ).not.toMatch(
        / style=|href|src=|color|background|class=| id=|<(?!\/?(?:m[a-z]+|semantics|annotation)[ >])|\d{3}em/,
      );
    }
  });

  it("has no character that no page and no feed may hold", () => {
    const html = toHtml("$a\u0001b$ $\\text{\ud800\ufffe}$ $\\wrong\u0007$\n\n$$\n\udc00\n$$");
    expect(html).toContain("\ufffd");
    expect(html).not.toMatch(/[\u0000-\u0008\ufffe]|\p{Surrogate}/u);
  });

  it("stays within what a text may become; the rest is shown as it was written", () => {
    const html = toHtml("$\\frac{a}{b}$ ".repeat(2000));
    expect(html.length).toBeLessThan(8 * 2000 * 14 + 100);
    expect(html).toMatch(/<\/math> \$\\frac\{a\}\{b\}\$ .*<\/p>\n$/s);
  });

  it("of anybody's own making stays text", () => {
    const html = toHtml(
      '<math><mi>x</mi></math> <span class="formula-0">x</span> $y$ &lt;math&gt;',
    );
    expect(html.match(/<math>/g)).toHaveLength(1);
    expect(html).toContain('&lt;span class="formula-0"&gt;x');
  });

  it("in a link's words or a picture's label is text, so that it hides no address", () => {
    expect(toHtml("[$x$](/a) ![$x$](https://a.example/)")).not.toContain("<math");
    expect(toHtml("[$\\text{bank}$.example](https://evil.example/)")).toContain("$\\text{bank}$");
  });

  it("stands in tables, lists, quotations, footnotes, folded parts and summaries alike", () => {
    for (const markdown of [
      "| a |\n|-|\n| $x$ |",
      "- $x$\n- $$\n  y\n  $$",
      "> $x$\n>\n> $$y$$",
      "a^[$x$]",
      "<details><summary>$x$</summary>\n\n$$\ny\n$$\n\n</details>",
      "```ai\n$x$\n```",
      "# $x$",
    ]) {
      expect(toHtml(markdown)).toMatch(/<math/);
      expect(toHtml(markdown)).not.toMatch(/formula-\d|\$/);
    }
  });
});
