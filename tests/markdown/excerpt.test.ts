import { describe, expect, it } from "vitest";
import { excerpt } from "#app/markdown/excerpt.ts";
import { toHtml } from "#app/markdown/to-html.ts";
import { countWords } from "#app/markdown/words.ts";

const of = (markdown: string, limit?: number) => excerpt(toHtml(markdown), limit);

describe("An excerpt", () => {
  it("is the first sentences that fit", () => {
    expect(of("The clause is *wide*. It covers evaluation.\n\nSo what?", 50)).toBe(
      "The clause is wide. It covers evaluation. So what?",
    );
    expect(of("The clause is wide. It covers evaluation.", 30)).toBe("The clause is wide.");
  });

  it("ends at a word when even one sentence is too long", () => {
    expect(of("one two three four five six", 16)).toBe("one two three…");
    expect(of("x".repeat(300))).toBe(`${"x".repeat(219)}…`);
    expect(of("😀".repeat(300))).toBe(`${"😀".repeat(109)}…`);
  });

  it("does not stop at a greeting", () => {
    expect(of("Hi all! One two three four five six seven.", 30)).toBe(
      "Hi all! One two three four…",
    );
  });

  it("leaves out headings, quotations, code and tables if other words are there", () => {
    const parts = "# Title\n\n> Somebody said.\n\n```\ncode\n```\n\n| a |\n|-|\n| b |\n\n";
    expect(of(`${parts}My own words.`)).toBe("My own words.");
    expect(of(parts)).toBe("Title Somebody said. code a b");
    expect(of("")).toBe("");
  });

  it("leaves out what a model wrote, footnotes and their numbers, and says a formula once", () => {
    const markdown =
      "It is $O(n^2)$[^1] at best.\n\n```ai Tern 3\nNot mine.\n```\n\n[^1]: A note.\n";
    expect(of(markdown)).toBe("It is O(n^2) at best.");
    expect(of("> [!AI Tern 3]\n> Not mine.")).toBe("");
  });

  it("is text and never decoded twice", () => {
    expect(of("Say &lt;b&gt; and &amp;lt;img&amp;gt;.")).toBe("Say <b> and &lt;img&gt;.");
  });

  it("turns no text around it", () => {
    expect(of("A \u202ereversed\u2066 word.")).toBe("A reversed word.");
  });
});

describe("The words of a post", () => {
  it("are its author's, without quotations and code", () => {
    expect(
      countWords(toHtml("Don't *re*use this, it is 3.5 of 4.\n\n> Not mine.\n\n`nor this`")),
    ).toBe(8);
    expect(countWords("")).toBe(0);
  });

  it("are counted in footnotes, and not in formulas and what a model wrote", () => {
    const markdown =
      "See $x + y$ here[^1].\n\n[^1]: Two words.\n\n```ai Tern 3\nNot mine.\n```\n\n> [!AI]\n> Nor this.";
    expect(countWords(toHtml(markdown))).toBe(4);
    expect(countWords(toHtml("One[^1] two[^1] three[^1].\n\n[^1]: Four"))).toBe(4);
  });
});
