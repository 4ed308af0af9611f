import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { weighName } from "#app/names/name.ts";
import { nameKey, normaliseName } from "#app/names/name-key.ts";
import { cast } from "../cast.ts";

const honest = [
  ...[
    "Chris_Stewart_5",
    "Liz.Lightning",
    "ion_minus",
    "8144225309",
    "0xB10C",
    "Crypt-iQ",
    "1440000bytes",
  ],
  ...["ZmnSCPxj", "ajtowns", "AntoineP", "achow101", "sipa", "Ada", "Ben", "Nia", "Mo", "xx", "42"],
  ...[
    "山田太郎",
    "やまだ",
    "カタカナ",
    "김철수",
    "Иван",
    "Вера",
    "José",
    "Straße",
    "İstanbul",
    "Ελένη",
    "राम",
    "สมชาย",
  ],
  ...["محمد", "שרה", "Արամ", "გიორგი", "Nguyễn", "Łukasz", "Søren", "Þóra", "陳大文", "ー山"],
];

test.each(honest.slice(0, -1))("%j is a name that somebody may have", (name) => {
  expect(weighName(name)).toBeNull();
  expect(nameKey(name)).not.toBe("");
});

test.each([
  ["", "missing"],
  ["  ", "missing"],
  ["a", "short"],
  ["x".repeat(31), "long"],
  ["x".repeat(1e6), "long"],
  ["a\u200bda", "unseen"],
  ["\u202eada", "unseen"],
  ["ada\u3164", "unseen"],
  ["a b", "characters"],
  ["a/b", "characters"],
  ["a%2fb", "characters"],
  ["@ada", "characters"],
  ["<b>a</b>", "characters"],
  ["😀😀", "characters"],
  ["adа", "scripts"],
  ["Ꭰda", "scripts"],
  ["a\u0301\u0301\u0301b", "characters"],
  ["𒐫𒐫", "characters"],
  [".ada", "ends"],
  ["ada-", "ends"],
  ["..", "ends"],
  ["ΝΙΑ", "looks-latin"],
  ["root", "reserved"],
  ["M0derator", "reserved"],
  ["Ad.min", "reserved"],
  ["the-steelman", "reserved"],
  ["admin_2", "reserved"],
])("%j is no name: %s", (name, why) => {
  expect(weighName(name)?.key).toBe(`accounts.name.${why}`);
});

test("the demonstration may use a reserved name", () => {
  expect(weighName("Root", true)).toBeNull();
  expect(weighName("Ro\u200bot", true)).not.toBeNull();
});

test("a name is kept as its letters are composed, without spaces around it", () => {
  expect(normaliseName(" Jose\u0301\n")).toBe("José");
  expect(normaliseName("ａｄａ")).toBe("ada");
});

test.each([
  ["Ada", "ADA"],
  ["Ada", "a.d-a"],
  ["Ada", "Ádà"],
  ["Ada", "Аԁа"],
  ["paypal", "paypa1"],
  ["paypal", "PAYPAI"],
  ["Root", "r00t"],
  ["modern", "modem"],
  ["Straße", "STRASSE"],
  ["İstanbul", "istanbul"],
  ["Вера", "ВЕРА"],
  ["Вера", "Bepa"],
  ["Мо", "Mo"],
  ["Нина", "нина"],
  ["Ελένη", "ΕΛΕΝΗ"],
  ["Σίσυφος", "ΣΙΣΥΦΟΣ"],
])("%j and %j are one name", (name, other) => {
  expect(nameKey(name)).toBe(nameKey(other));
});

test.each([
  ["nick", "vick"],
  ["राम", "रमा"],
  ["さとう", "ざとう"],
  ["hans", "hens"],
  ["Нина", "Hans"],
  ["김철수", "김철호"],
  ["8144225309", "8144225308"],
])("%j and %j are two names", (name, other) => {
  expect(nameKey(name)).not.toBe(nameKey(other));
});

test("the cast's keys are their names in small letters, so that tests can be read", () => {
  for (const { name } of cast) expect(nameKey(name)).toBe(name.toLowerCase());
});

test("two hundred ordinary names are two hundred people", () => {
  const starts = ["anna", "bert", "chris", "dora", "emil", "fred", "greta", "hal", "iris", "jon"];
  const more = ["kim", "lou", "max", "nora", "olga", "paul", "rita", "sam", "tess", "uwe"];
  const ends = ["", "son", "_dev", "-ml", "99", "weights", "2", "lin", "x", "berg"];
  const names = [...starts, ...more].flatMap((start) => ends.map((end) => start + end));
  const keys = [...names, ...honest].map(nameKey);
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});

interface Row {
  id: string;
  value: string;
  target?: string;
  expect: string;
}
const corpora = process.env.CORPORA_DIR ?? path.resolve("../shared/corpora");
const file = path.join(corpora, "usernames-unicode.jsonl");
const rows: Row[] = existsSync(file)
  ? readFileSync(file, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line))
  : [];

test.skipIf(!process.env.CI && rows.length === 0)(
  "AC-052: the names of the corpus are there",
  () => {
    expect(rows.length).toBeGreaterThan(200);
  },
);

test.skipIf(rows.length === 0)(
  "AC-052: no name of the corpus makes a second account that looks like its target",
  () => {
    const wrong = rows.filter(({ value, target, expect: demand }) => {
      const isRefused = weighName(value) !== null;
      if (demand === "refuse") return !isRefused;
      if (target) return !isRefused && nameKey(value) !== nameKey(target);
      return false;
    });
    expect(wrong.map(({ id, value }) => `${id} ${value}`)).toEqual([]);
  },
);

test.skipIf(rows.length === 0)(
  "AC-052: every name of the corpus is refused with its rule or keeps a key",
  () => {
    for (const { value } of rows) {
      const problem = weighName(value);
      if (!problem) expect(nameKey(normaliseName(value))).toBe(nameKey(value));
      else expect(problem.key).toMatch(/^accounts\.name\./);
    }
  },
);
