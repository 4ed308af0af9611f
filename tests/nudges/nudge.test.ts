import { expect, test } from "vitest";
import { weighWords } from "#app/nudges/nudge.ts";
import type { Scorer } from "#app/substance/scores.ts";
import { CIVIL, INSULT, scorer } from "./scorer.ts";

const ask = (body: string, former?: string) =>
  weighWords(scorer, { body }, former === undefined ? null : { body: former }).nudge;

test("a passage that may read as an insult is asked about, marked where it stands", () => {
  expect(ask(INSULT)).toEqual({
    rule: "name",
    count: 1,
    excerpts: [
      {
        field: "body",
        pieces: [
          { text: "The licence forbids it. ", isMarked: false },
          { text: "Only a dunce reads it as you do.", isMarked: true },
          { text: " See section 3.", isMarked: false },
        ],
      },
    ],
  });
});

test("nothing is asked of a civil text, of nothing, of a language that cannot be judged, or without a scorer", () => {
  for (const body of [CIVIL, "", " \n ", `${INSULT} hélas`]) expect(ask(body)).toBeNull();
  expect(weighWords(undefined, { body: INSULT })).toMatchObject({ nudge: null, advice: [] });
});

test("what stood there before is not asked about again, however its lines end", () => {
  expect(ask(INSULT, INSULT)).toBeNull();
  expect(ask(`${INSULT}\r\nMore.`, `${INSULT}\nLess.`)).toBeNull();
  const words = { body: `${INSULT} A dunce wrote that.` };
  const { passages, standing } = weighWords(scorer, words, { body: INSULT });
  expect(passages).toEqual(["A dunce wrote that."]);
  expect(standing).toEqual(["Only a dunce reads it as you do.", "A dunce wrote that."]);
});

test("a title is asked about as well", () => {
  const { nudge } = weighWords(scorer, { title: "Dunces and a dunce", body: INSULT });
  expect(nudge?.excerpts.map(({ field }) => field)).toEqual(["title", "body"]);
  expect(nudge?.count).toBe(2);
});

test("the heaviest passages are shown, at most three, in the order of the text", () => {
  const weights = [0.2, 0.9, 0.5, 0.8, 0.7];
  const many: Scorer = () => ({
    ...{ insult: 1, substance: 0, judged: true },
    passages: weights.map((weight, index) => ({
      ...{ start: 10 * index, end: 10 * index + 5, kind: "insult", reason: `r${index}`, weight },
    })),
  });
  const body = "abcde fgh ".repeat(5).replace(/abcde/g, () => "abcde");
  const { nudge } = weighWords(many, { body });
  expect(nudge).toMatchObject({ rule: "r1", count: 3 });
  const marked = nudge!.excerpts[0]!.pieces.filter(({ isMarked }) => isMarked);
  expect(marked).toHaveLength(3);
});

test("passages of substance are no reason to ask", () => {
  const other: Scorer = () => ({
    ...{ insult: 0.9, substance: 1, judged: true },
    passages: [{ start: 0, end: 3, kind: "substance", reason: "source", weight: 1 }],
  });
  expect(weighWords(other, { body: "See https://example.org." }).nudge).toBeNull();
});
