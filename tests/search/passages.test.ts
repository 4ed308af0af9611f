import { expect, test } from "vitest";
import { findPassage, markWords, type Piece } from "#app/search/passages.ts";
import { stem } from "#app/search/stem.ts";

const terms = (...texts: string[]) => texts.map((text) => ({ text, isLeftOut: false }));
/** The pieces as one text, marks in brackets. */
const told = (pieces: Piece[]) =>
  pieces.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join("");

test("words are marked whole, whatever their endings, case and marks; phrases as one", () => {
  const text = "Licences, licensed: a LICENCE. Überlegungen zur Überlegung.";
  expect(told(markWords(text, terms("licence")))).toBe(
    "[Licences], licensed: a [LICENCE]. Überlegungen zur Überlegung.",
  );
  expect(told(markWords(text, terms("uberlegung")))).toContain("zur [Überlegung].");
  expect(told(markWords("open weights, open, weights", terms("open weights")))).toBe(
    "[open weights], [open, weights]",
  );
  expect(told(markWords("none", []))).toBe("none");
});

test("what is left out is not marked", () => {
  expect(markWords("open", [{ text: "open", isLeftOut: true }])).toEqual([
    { text: "open", isMarked: false },
  ]);
});

test("a passage is what can be seen, never HTML", () => {
  const html =
    '<p>A <a href="/gannet" title="gannet">&lt;b&gt;gull</a> &amp; a <strong>gannet</strong></p>\n<pre><code>x &lt; gannet</code></pre>';
  expect(told(findPassage(html, terms("gannet")))).toBe("A <b>gull & a [gannet] x < [gannet]");
});

test("of a long post the passage is where most of the words stand together", () => {
  const rest = "Other words go on and on. ".repeat(60);
  const html = `<p>A gannet alone. ${rest}Here a gannet met a gull and a fork. ${rest}</p>`;
  const passage = told(findPassage(html, terms("gannet", "gull", "fork")));
  expect(passage).toMatch(/^… /);
  expect(passage).toContain("a [gannet] met a [gull] and a [fork]");
  expect(passage).toMatch(/ …$/);
  expect(passage.length).toBeLessThan(320);
  expect(told(findPassage(html, terms("absent")))).toMatch(/^A gannet alone\./);
});

test("however often words stand in a text, a passage takes the same time for each of them", () => {
  const text = "a".repeat(64);
  const took = (times: number) => {
    const html = `<p>${`${text} gannet `.repeat(times)}</p>`;
    const began = process.cpuUsage().user;
    for (let turn = 0; turn < 20; turn += 1) findPassage(html, terms("gannet", text, "a b", "a a"));
    return process.cpuUsage().user - began;
  };
  took(50);
  expect(took(4_000)).toBeLessThan(20 * took(50) + 50_000);
  expect(markWords("a a a a a", terms("a a")).filter(({ isMarked }) => isMarked)).toHaveLength(2);
});

test("endings go as they go in the index", () => {
  const stems: Record<string, string> = {
    ...{ caresses: "caress", ponies: "poni", cats: "cat", agreed: "agre", plastered: "plaster" },
    ...{ motoring: "motor", sing: "sing", conflated: "conflat", hopping: "hop", falling: "fall" },
    ...{ hissing: "hiss", filing: "file", happy: "happi", sky: "sky", relational: "relat" },
    ...{ conditional: "condit", digitizer: "digit", operator: "oper", feudalism: "feudal" },
    ...{ hopefulness: "hope", formality: "formal", triplicate: "triplic", electrical: "electr" },
    ...{ revival: "reviv", adoption: "adopt", effective: "effect", rate: "rate", cease: "ceas" },
    ...{ controlling: "control", rolling: "roll", naïve: "naïve", v2: "v2", is: "is" },
  };
  for (const [word, expected] of Object.entries(stems)) {
    expect([word, stem(word)]).toEqual([word, expected]);
  }
});
