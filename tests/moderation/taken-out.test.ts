/** Passages are taken out of a text and put back, in whatever order, while its author goes on. */
import { expect, test } from "vitest";
import { applyCuts, findCuts } from "#app/moderation/cut-passage.ts";
import { putBack, type Taking, type Text, versionsOf } from "#app/moderation/taken-out.ts";
import { dice } from "../moving/random-rows.ts";

const OUT = "[out]";

/** A word and the takings out that it went with. */
interface Word {
  word: string;
  takenBy: Taking[];
}

const isShown = ({ takenBy }: Word) => takenBy.every(({ backAt }) => backAt !== null);

/** A text of different words that changes at random, beside what it must say. */
class Story {
  readonly words: Word[];
  readonly texts: Text[];
  readonly takings: Taking[] = [];
  readonly #draw: (below: number) => number;
  // Of as many letters each, so that none is a part of another.
  #written = 1_000;

  constructor(draw: (below: number) => number) {
    this.#draw = draw;
    this.words = Array.from({ length: 12 }, () => this.#write());
    this.texts = [{ version: 1, body: this.words.map(({ word }) => word).join(" ") }];
  }

  #write = (): Word => ({ word: `word${this.#written++}`, takenBy: [] });

  get body() {
    return this.texts.at(-1)!.body;
  }

  /** What is to be read of it, without what shows in the place of passages. */
  get wanted() {
    return this.words.filter(isShown).map(({ word }) => word);
  }

  #become(body: string) {
    this.texts.push({ version: this.texts.length + 1, body });
  }

  /** Takes some words out that follow one another, with what was taken out between them. */
  takeOut() {
    const shown = this.words.filter(isShown);
    if (shown.length < 2) return;
    const first = this.#draw(shown.length);
    const last = Math.min(first + this.#draw(3), shown.length - 1);
    const from = this.body.indexOf(shown[first]!.word);
    const { word } = shown[last]!;
    const passage = this.body.slice(from, this.body.indexOf(word) + word.length);
    const cuts = findCuts(this.body, passage, OUT)!;
    const taking: Taking = { version: this.texts.length, cuts, backAt: null };
    this.takings.push(taking);
    const taken = [this.words.indexOf(shown[first]!), this.words.indexOf(shown[last]!)] as const;
    for (const one of this.words.slice(taken[0], taken[1] + 1)) one.takenBy.push(taking);
    this.#become(applyCuts(this.body, cuts));
  }

  /** Undoes one of the takings out. */
  putBack() {
    const standing = this.takings.filter(({ backAt }) => backAt === null);
    if (standing.length === 0) return;
    standing[this.#draw(standing.length)]!.backAt = this.texts.length;
    const versions = versionsOf(this.takings, this.texts.length);
    const texts = this.texts.filter(({ version }) => versions.includes(version));
    const body = putBack(texts, this.takings);
    if (body !== this.body) this.#become(body);
  }

  /** Its author adds a word behind another, or strikes one. */
  edit() {
    const shown = this.words.filter(isShown);
    if (shown.length === 0) return;
    const one = shown[this.#draw(shown.length)]!;
    const place = this.words.indexOf(one);
    if (this.#draw(2) === 0 && shown.length > 3) {
      this.words.splice(place, 1);
      this.#become(
        this.body
          .split(" ")
          .filter((word) => word !== one.word)
          .join(" "),
      );
      return;
    }
    const added = this.#write();
    this.words.splice(place + 1, 0, added);
    const words = this.body.split(" ");
    words.splice(words.indexOf(one.word) + 1, 0, added.word);
    this.#become(words.join(" "));
  }
}

const read = (body: string) => body.split(" ").filter((word) => word !== OUT && word !== "");

test.each(["as it was", "while its author edits it"])(
  "a text, %s, says again what was put back, wherever and in whatever order",
  { timeout: 30_000 },
  (how) => {
    for (let seed = 1; seed <= 100; seed++) {
      const draw = dice(seed);
      const story = new Story(draw);
      const first = story.body;
      for (let turn = 0; turn < 14; turn++) {
        const deed = draw(how === "as it was" ? 2 : 3);
        if (deed === 0) story.takeOut();
        else if (deed === 1) story.putBack();
        else story.edit();
        expect(read(story.body), `seed ${seed}, turn ${turn}`).toEqual(story.wanted);
      }
      while (story.takings.some(({ backAt }) => backAt === null)) story.putBack();
      expect(story.body, `seed ${seed}`).toBe(story.words.map(({ word }) => word).join(" "));
      if (how === "as it was") expect(story.body).toBe(first);
    }
  },
);

test("where its author wrote something else in a gap's place, that stays", () => {
  const body = "Good. You fool. End.";
  const cuts = findCuts(body, "You fool.", OUT)!;
  const texts = [
    { version: 1, body },
    { version: 2, body: "Good. [out] End." },
    { version: 3, body: "Good. I was wrong. End." },
  ];
  expect(putBack(texts, [{ version: 1, cuts, backAt: 3 }])).toBe("Good. I was wrong. End.");
});

test("a passage comes back at each place where it stood", () => {
  const body = "You fool. No. **You** fool! Yes.";
  const cuts = findCuts(body, "You fool", OUT)!;
  const texts = [
    { version: 1, body },
    { version: 2, body: applyCuts(body, cuts) },
    { version: 3, body: `${applyCuts(body, cuts)} And more.` },
  ];
  expect(putBack(texts, [{ version: 1, cuts, backAt: 3 }])).toBe(`${body} And more.`);
});

test("to put something back takes the versions at which something was taken out or put back, however many there are between", () => {
  const takings = [
    { version: 3, backAt: null },
    { version: 40, backAt: 90 },
    { version: 91, backAt: 2_000 },
  ];
  expect(versionsOf(takings, 2_000)).toEqual([3, 4, 40, 41, 90, 91, 92, 2_000]);
});

test("a passage comes back where its mark stands, although its author wrote all the rest anew", () => {
  const body = "Good. You fool. End.";
  const cuts = findCuts(body, "You fool.", OUT)!;
  const texts = [
    { version: 1, body },
    { version: 9, body: "[out] And so a, b, c, d, e, f." },
  ];
  expect(putBack(texts, [{ version: 1, cuts, backAt: 9 }])).toBe(
    "You fool. And so a, b, c, d, e, f.",
  );
});

test("of texts that take too long to be compared, a passage comes back at the first place that shows its mark", () => {
  const words = (letter: string) => Array.from({ length: 9_000 }, (_, at) => letter + at).join(" ");
  const body = `${words("a")} You fool. ${words("b")}`;
  const cuts = findCuts(body, "You fool.", OUT)!;
  const [before, after] = [words("c"), `${words("d")} [out]`];
  const texts = [
    { version: 1, body },
    { version: 9, body: `${before} [out] ${after}` },
  ];
  const given = putBack(texts, [{ version: 1, cuts, backAt: 9 }], 1);
  expect(given === `${before} You fool. ${after}`).toBe(true);
});
