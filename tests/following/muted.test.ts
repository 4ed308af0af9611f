import { expect, test, vi } from "vitest";
import {
  foldWord,
  heldWords,
  holdsWord,
  isMuted,
  MOST_WORDS,
  type Mutes,
  type Muting,
  shownText,
} from "#app/following/muted.ts";

const holds = (text: string, ...typed: string[]) => holdsWord(text, typed.map(foldWord));

test.each([
  ["Gannet", "The GANNET letters."],
  ["gannet", "gannet"],
  ["gannet", "(gannet)"],
  ["open source", "Open-Source, they say"],
  ["open   SOURCE", "It is open\nsource."],
  ["don’t", "We don't"],
  ["straße", "Die STRASSE."],
  ["STRASSE", "die straße"],
  ["istanbul", "İSTANBUL"],
  ["İstanbul", "istanbul"],
  ["ısı", "ISI"],
  ["ΟΔΟΣ", "οδος"],
  ["ｆｕｌｌ", "full width"],
  ["ﬁne", "A FINE."],
  ["licence", "li\u00adcen\u200bce"],
  ["C++", "Written in C++, alas"],
  ["c#", "some C#"],
  ["数据", "训练数据集"],
  ["データ", "学習データの出所"],
  ["ข้อมูล", "ชุดข้อมูลเปิด"],
  ["🤖", "written by a 🤖!"],
  ["٣٤", "٣٤ بند"],
  ["किताब", "एक किताब।"],
])("who mutes “%s” does not read “%s”", (word, text) => {
  expect(holds(text, word)).toBe(true);
});

test.each([
  ["gannet", "gannets"],
  ["ann", "annexe"],
  ["open source", "source open"],
  ["open source", "open to any source"],
  ["C", "C++"],
  ["c++", "C"],
  ["résumé", "resume"],
  ["数据", "数 据"],
  ["i", "1"],
  ["🤖", "🦾"],
])("who mutes “%s” still reads “%s”", (word, text) => {
  expect(holds(text, word)).toBe(false);
});

test("signs alone are no word, and nothing is muted by none", () => {
  for (const typed of ["", "  ", "…", "--", "\u200b", "$"]) expect(foldWord(typed)).toBe("");
  expect(holdsWord("anything", [])).toBe(false);
  expect(holdsWord("", ["a"])).toBe(false);
});

test("what a post shows is looked through, not its addresses and tags", () => {
  const html = '<p>A <a href="/gannet">link</a>, li<em>cence</em></p>\n<p>&lt;b&gt; &amp; more</p>';
  expect(shownText(html)).toBe("A link, licence\n<b> & more");
  expect(holds(shownText(html), "gannet")).toBe(false);
  expect(holds(shownText(html), "licence")).toBe(true);
});

test("a long page is looked through for all words in little time", () => {
  const words = Array.from({ length: MOST_WORDS }, (_, place) =>
    foldWord(`${"ab".repeat(20)}${place}${place % 2 ? " and more" : ""}`),
  );
  const page = "Some words that say little, é here and there. ".repeat(5_000);
  const before = process.cpuUsage().user;
  expect(holdsWord(page, words)).toBe(false);
  expect((process.cpuUsage().user - before) / 1000).toBeLessThan(1_000);
});

const none: Mutes = {
  ...{ topics: new Set(), threads: new Set(), branches: new Set(), people: new Set() },
  ...{ words: [], keptThreads: new Set(), keptBranches: new Set() },
};
const post: Muting = {
  ...{ threadId: 1, topicIds: [10, 11], authorId: 5, branchIds: [100, 101, 102] },
  text: "The Gannet letters",
};

test.each<[string, Partial<Mutes>, boolean]>([
  ["nothing", {}, false],
  ["its author", { people: new Set([5]) }, true],
  ["another person", { people: new Set([6]) }, false],
  ["a word of it", { words: ["gannet"] }, true],
  ["its thread", { threads: new Set([1]) }, true],
  ["one of its topics", { topics: new Set([11]) }, true],
  ["its branch", { branches: new Set([101]) }, true],
  [
    "its topic, and follows its thread",
    { topics: new Set([10]), keptThreads: new Set([1]) },
    false,
  ],
  [
    "its thread, and follows its branch",
    { threads: new Set([1]), keptBranches: new Set([100]) },
    false,
  ],
  [
    "its branch, and follows one within",
    { branches: new Set([100]), keptBranches: new Set([102]) },
    false,
  ],
  [
    "a branch within one that is followed",
    { branches: new Set([102]), keptBranches: new Set([100]) },
    true,
  ],
  [
    "its author, and follows its thread and branch",
    { people: new Set([5]), keptThreads: new Set([1]), keptBranches: new Set([102]) },
    true,
  ],
  ["a word of it, and follows its thread", { words: ["gannet"], keptThreads: new Set([1]) }, true],
])("of a post, who mutes %s", (_what, mutes, expected) => {
  expect(isMuted({ ...none, ...mutes }, post)).toBe(expected);
});

test("of many words those that a text holds are found, and the text is taken apart once", () => {
  const words = Array.from({ length: 2_000 }, (_, place) => foldWord(`wörd${place}`));
  const text = `Wörd7 and WÖRD299, not wörd7000. ${words.join(" and ")}`;
  const folding = vi.spyOn(String.prototype, "normalize");
  expect(heldWords(text, words)).toEqual(words);
  expect(folding).toHaveBeenCalledTimes(2);
  folding.mockRestore();
  expect(heldWords("Wörd7 and WÖRD299, not wörd7000.", words)).toEqual(["wörd7", "wörd299"]);
  expect(heldWords("One, two and three.", ["two and", "two three", "three four", "three"])).toEqual(
    ["two and", "three"],
  );
  expect(heldWords("Nothing.", words)).toEqual([]);
  expect(heldWords("Nothing.", [])).toEqual([]);
});
