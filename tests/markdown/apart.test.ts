import { describe, expect, it } from "vitest";
import { toHtml } from "#app/markdown/to-html.ts";

const known = { people: ["Ada"], posts: [{ id: 12, author: "Nia" }] };

describe("What a model wrote", () => {
  it("stands apart under the model's name, as Markdown, and can be folded", () => {
    const block =
      '<details class="ai" open>\n<summary>Written by a model: \u2068Tern 3\u2069. Not counted as the author’s own words.</summary>\n' +
      "<h3>So</h3>\n<p>It <em>is</em>.</p>\n</details>\n";
    expect(toHtml("```ai Tern 3\n# So\nIt *is*.\n```\n\nMine.")).toBe(`${block}<p>Mine.</p>\n`);
    expect(toHtml("> [!AI Tern 3]\n> # So\n> It *is*.\n\nMine.")).toBe(`${block}<p>Mine.</p>\n`);
    expect(toHtml("~~~ AI\tTern 3\n# So\nIt *is*.\n~~~")).toBe(block);
  });

  it("says so if nobody named the model", () => {
    for (const markdown of ["```ai\nx\n```", "> [!AI]\n> x", "> [!ai ]\n> x"]) {
      expect(toHtml(markdown)).toContain("<summary>Written by a model that is not named.");
    }
  });

  it("is not what only begins like it", () => {
    for (const markdown of [
      "```ai2\nx\n```",
      "```aider x\nx\n```",
      "> [!AI\n> x",
      "> [!AIx]",
      "[!AI x]",
    ]) {
      expect(toHtml(markdown)).not.toContain('class="ai"');
    }
  });

  it("has no name that turns what is said beside it", () => {
    for (const name of ["x\u2069\u202egnorw", "\u200fx&#x2069;&#8238;gnorw\u2067"]) {
      for (const markdown of [`> [!AI ${name}]\n> y`, `\`\`\`ai ${name}\ny\n\`\`\``]) {
        expect(toHtml(markdown)).toContain(": \u2068xgnorw\u2069. Not");
      }
    }
    expect(toHtml("> [!AI \u202e]\n> y")).toContain("a model that is not named");
  });

  it("takes no HTML from the model's name", () => {
    expect(toHtml('```ai <b>"&lt;i&gt;\nx\n```')).toContain('\u2068&lt;b&gt;"&lt;i&gt;\u2069');
    expect(toHtml(`\`\`\`ai ${"x".repeat(500)}\nx\n\`\`\``)).toMatch(/\u2068x{80}\u2069/);
  });
});

describe("A quotation", () => {
  it("names its author and leads to the post, whatever was typed", () => {
    expect(toHtml("> [Somebody wrote](/posts/12):\n> It is.\n>\n> So.", known)).toBe(
      '<blockquote class="quotation">\n<p><a href="/posts/12" rel="nofollow ugc noopener">Nia</a>:</p>\n' +
        "<p>It is.</p>\n<p>So.</p>\n</blockquote>\n",
    );
  });

  it("of a post that is not there, or of no post, is an ordinary one", () => {
    for (const markdown of [
      "> [Nia](/posts/13):\n> x",
      "> [Nia](/posts/12)\n> x",
      "> x\n> [Nia](/posts/12):",
    ]) {
      expect(toHtml(markdown, known)).toMatch(/^<blockquote>/);
    }
    expect(toHtml("> [Nia](/posts/12):\n> x")).toMatch(/^<blockquote>/);
  });

  it("may stand in lists, folded parts and other quotations", () => {
    for (const around of [
      "- > [a](/posts/12):\n  > x",
      "> > [a](/posts/12):\n> > x",
      "<details>\n\n> [a](/posts/12):\n> x\n\n</details>",
    ]) {
      expect(toHtml(around, known)).toContain('<blockquote class="quotation">');
    }
  });
});
