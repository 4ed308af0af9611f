import { expect, test } from "vitest";
import { explainLook, explainPost, type StoredPost } from "#app/ranking/explain-post.ts";
import { placeOf } from "#app/ranking/place.ts";
import { noSums } from "#app/ranking/worth.ts";
import { START } from "../forum.ts";

const HOUR = 3_600;
const BILLION = 1_000_000_000;
const length = { slope: 0.05, middle: 4 };

/** A reply of a hundred words on which so many voted, each finding it worth reading or not, all in the middle. */
function stored(voters: number, found: number, more: Partial<StoredPost> = {}): StoredPost {
  const { insult = 0, words = 100, isOpening = false } = more;
  const half = BILLION / 2;
  const only = ((voters - found) * half) / 2;
  const sums = {
    worthLeft: found * half,
    worthRight: found * half,
    onlyLeft: only,
    onlyRight: only,
  };
  const place = placeOf(
    {
      ...{ sums: voters === 0 ? noSums() : sums, insult, words, voters, isOpening },
      ...{ postedAt: START, shownAt: null, threadVotes: voters, isWithdrawn: false },
    },
    { prior: 0.5, length },
    START + HOUR,
  );
  const { substance, shownAt, dueAt } = place;
  return {
    ...{ voters, found, insult, words, substance, postedAt: START, shownAt, dueAt },
    ...{ isOpening, isFitted: false, ...more },
  };
}

const pointsOf = (post: StoredPost) => explainPost(post, length).map(({ points }) => points);

test("the points add up to what the post stands by, and each part tells its own", () => {
  const cases = [
    stored(8, 6),
    stored(9, 1),
    stored(40, 40, { words: 900 }),
    stored(12, 7, { insult: BILLION }),
    stored(12, 7, { insult: 0.4 * BILLION, words: 3 }),
    stored(7, 3, { words: null }),
  ];
  for (const post of cases) {
    const points = pointsOf(post) as number[];
    const total = points.pop()!;
    expect(points.reduce((sum, each) => sum + each, 0)).toBe(total);
    expect(total).toBe(Math.round(post.substance / 10_000_000));
  }
  // (6 + 1.5) / (7 + 3) of a hundred, and a hundred words are longer than usual.
  expect(pointsOf(stored(8, 6))).toEqual([75, -3, 0, 72]);
  expect(pointsOf(stored(8, 6, { words: 900 }))[1]).toBeLessThan(-3);
  expect(pointsOf(stored(8, 6, { words: 5 }))[1]).toBeGreaterThan(0);
  const [, , lost, left] = pointsOf(stored(8, 6, { insult: BILLION })) as number[];
  expect(lost! / (left! - lost!)).toBeCloseTo(-0.8, 1);
});

test("while counts are hidden nothing is told by which a vote could be guessed", () => {
  const silent = stored(0, 0);
  for (const voters of [1, 2, 3, 4]) {
    for (let found = 0; found <= voters; found += 1) {
      const post = stored(voters, found);
      expect(post.shownAt).toBeNull();
      expect(explainPost(post, length)).toEqual(explainPost(silent, length));
      expect(explainLook(post)).toEqual(explainLook(silent));
    }
  }
  expect(pointsOf(silent)).toEqual([null, null, null]);
  expect(pointsOf(stored(5, 2)).at(-1)).toBeGreaterThan(0);
});

test("a reply is told until when it is lifted; an opening post has no order to be lifted in", () => {
  expect(explainLook(stored(0, 0))).toMatchObject({ until: START + 168 * HOUR });
  expect(explainLook(stored(5, 3))).toMatchObject({ until: START + 168 * HOUR });
  expect(explainLook(stored(6, 3))).toMatchObject({ until: START + 48 * HOUR });
  expect(explainLook(stored(6, 3, { dueAt: null }))).toMatchObject({ until: null });
  expect(explainLook(stored(6, 3, { isOpening: true }))).toBeNull();
});

test("a page says whether readers are told apart", () => {
  const label = (isFitted: boolean) =>
    explainPost(stored(6, 3, { isFitted }), length)[0]!.label.key;
  expect(label(true)).toBe("why.worth.label.sides");
  expect(label(false)).toBe("why.worth.label");
});
