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
});
