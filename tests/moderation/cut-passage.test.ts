import { expect, test } from "vitest";
import { applyCuts, findCuts } from "#app/moderation/cut-passage.ts";

const cases: [what: string, markdown: string, passage: string, left: string | null][] = [
  ["plain words", "Good. You fool. End.", "You fool.", "Good. [out] End."],
  ["emphasised ones", "Good. You *utter* **fool**. End.", "You utter fool.", "Good. [out] End."],
  [
    "from the middle of an emphasis",
    "You **an utter fool** here",
    "utter fool",
    "You **an [out]** here",
  ],
  [
    "across the end of an emphasis",
    "You *utter fool* and liar.",
    "fool and liar",
    "You *utter [out]*.",
  ],
  [
    "over lines of a quotation",
    "> You are\n> a fool.\n\nEnd.",
    "You are a fool.",
    "> [out]\n\nEnd.",
  ],
  ["at every place", "You fool. No. you fool!", "You fool", "[out]. No. [out]!"],
  ["with other quotation marks", "That “fool” again.", 'That "fool"', "[out] again."],
  ["with escapes", "You \\*fool\\* there.", "You *fool*", null],
  [
    "within a link's words",
    "See [you fool](https://a.example).",
    "you fool",
    "See [[out]](https://a.example).",
  ],
  ["beyond a link's words", "See [you](https://a.example) fool.", "you fool", null],
  ["with code in it", "You `fool` there.", "You fool", null],
  [
    "among words that hold it",
    "An oxymoron is what a moron says; a Kamoronian.",
    "moron",
    "An oxymoron is what a [out] says; a Kamoronian.",
  ],
  ["and no spaces are passed over", "Mo rony.", "moron", null],
  [
    "of an emphasis in another",
    "**You fool and *liar* too**",
    "You fool and liar",
    "**[out] too**",
  ],
  ["where nothing parts words", "你真是个傻瓜吗", "傻瓜", "你真是个[out]吗"],
  ["that is not there", "Nothing.", "You fool", null],
  ["of no letters", "Nothing.", " ** ", null],
  [
    "with letters outside of the plane",
    "You \u{1F921} clown \u{1F921}!",
    "\u{1F921} clown \u{1F921}",
    "You [out]!",
  ],
];

test.each(cases)("a passage is taken out of %s", (_what, markdown, passage, left) => {
  const cuts = findCuts(markdown, passage, "[out]");
  expect(cuts && applyCuts(markdown, cuts)).toBe(left);
});
