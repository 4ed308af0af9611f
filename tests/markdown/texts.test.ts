import { describe, expect, it } from "vitest";
import { toHtml } from "#app/markdown/to-html.ts";

const known = { people: ["Ada", "Ben.B", "Zoë"], posts: [] };
const mention = (name: string, path = name) =>
  `<a href="/people/${path}" rel="nofollow ugc noopener" class="mention">@${name}</a>`;

describe("A mention", () => {
  it("leads to the person, by the name that the person has", () => {
    expect(toHtml("@ada's and @BEN.B., *@Zoë* and @a-d-a.", known)).toBe(
      `<p>${mention("Ada")}'s and ${mention("Ben.B")}., <em>${mention("Zoë", "Zo%C3%AB")}</em> and ${mention("Ada")}.</p>\n`,
    );
  });

  it("is none in an address, in code, in a link, in a quotation or in a model's words", () => {
    for (const markdown of [
      "x@Ada ada@Ada.example https://a.example/@Ada @Adam @@Ada \\@Ada",
      "`@Ada`\n\n    @Ada\n\n```\n@Ada\n```",
      "[@Ada](/x) ![@Ada](https://a.example/)",
      "> @Ada",
      "```ai\n@Ada\n```\n\n> [!AI]\n> @Ada ^[@Ada]",
    ]) {
      expect(toHtml(markdown, known)).not.toContain("mention");
    }
  });

  it("may stand between letters of a script without spaces, the longest known name first", () => {
    const people = ["Ada", "小明", "小明hello"];
    expect(
      toHtml("你好@Ada你好,@小明hello @小明Ada @Adaпривет ü@Ada @小明你好", { people, posts: [] }),
    ).toBe(
      `<p>你好${mention("Ada")}你好,${mention("小明hello", encodeURIComponent("小明hello"))} ${mention("小明", encodeURIComponent("小明"))}Ada @Adaпривет ü@Ada @小明你好</p>\n`,
    );
  });

  it("of somebody whom nobody knows stays text", () => {
    expect(toHtml("@Nia and @Ada")).toBe("<p>@Nia and @Ada</p>\n");
  });
});

describe("An emoji's code", () => {
  it("becomes the emoji", () => {
    expect(toHtml(":tada: :+1::Smile: [:tada:](/x) (:open_mouth:)")).toBe(
      '<p>🎉 👍😄 <a href="/x" rel="nofollow ugc noopener">🎉</a> (😮)</p>\n',
    );
  });

  it("stays as it is in code, in a time or ratio, escaped, or if there is none of that name", () => {
    expect(toHtml("`:tada:` 10:100:45 :unknown: \\:tada: a:tada: :constructor:")).toBe(
      "<p><code>:tada:</code> 10:100:45 :unknown: :tada: a:tada: :constructor:</p>\n",
    );
  });
});
