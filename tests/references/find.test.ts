import { describe, expect, it } from "vitest";
import { findReferences } from "#app/references/find.ts";

const namesIn = (markdown: string) => findReferences(markdown).names;

describe("What a text may refer to", () => {
  it("is whoever is named after an @, each once, without the sentence's marks", () => {
    expect(namesIn("@Ada's point, (@Ben.B), *@Nia*, _@Mo_. Ask @Ada. @Zoë-Marie…")).toEqual([
      ...["Ada", "Ben.B", "Nia", "Mo", "Zoë-Marie"],
    ]);
  });

  it("is also the name that stands between letters of a script without spaces", () => {
    expect(
      namesIn("你好@Ada你好,@小明hello、@Adaさん @Zoë-Marie. @小明2号 @Ada.님 @ルーナ"),
    ).toEqual([
      ...[
        "Ada你好",
        "Ada",
        "小明hello",
        "小明",
        "Adaさん",
        "Zoë-Marie",
        "小明2号",
        "Ada.님",
        "ルーナ",
      ],
    ]);
    expect(namesIn("@Adaпривет ü@Ada")).toEqual(["Adaпривет"]);
  });

  it("is nobody where an @ is part of an address or stands alone", () => {
    expect(namesIn("ada@a.example x.@b https://s.example/@ada a @ b @@ada @-x @x")).toEqual([]);
  });

  it("is each post whose link has a colon behind it", () => {
    const markdown =
      "> [Ada](/posts/12): a\n\n[x](/posts/13)\n\n- > [B](/posts/14):\n> [A](/posts/12):";
    expect(findReferences(markdown).postIds).toEqual([12, 14]);
    expect(findReferences("[a](/posts/0): [a](/posts/1e3): [a](/posts/-1):").postIds).toEqual([]);
  });

  it("is no more than fifty of each, found quickly in any text", () => {
    const many = Array.from(
      { length: 9000 },
      (_, number) => `@p${number} [a](/posts/${number + 1}):`,
    );
    const { names, postIds } = findReferences(many.join(" "));
    expect([names.length, postIds.length]).toEqual([50, 50]);
    const begun = performance.now();
    for (const piece of ["@", "@a", "a@", "@a.", "@@a", "](/posts/1", "](/posts/1)"]) {
      findReferences(piece.repeat(131_072 / piece.length));
    }
    expect(performance.now() - begun).toBeLessThan(500);
  });
});
