import { expect, test } from "vitest";
import { bringOtherView } from "#app/posts/other-view.ts";

/** Replies as "leaning substance" in tenths. */
const replies = (...all: [leaning: number, substance: number][]) =>
  all.map(([leaning, substance], index) => ({
    place: index + 1,
    leaning: leaning / 10,
    substance: substance / 10,
  }));

type Pair = [number, number];
const six: Pair[] = [
  [5, 9],
  [4, 9],
  [9, 9],
  [3, 9],
  [6, 9],
  [7, 5],
];
const sixOthers = six.map(([leaning, substance]): Pair => [-leaning, substance]);
const [, , , fourth] = six;

test.each<[string, Pair[], number | null]>([
  ["nobody else is there", six, null],
  ["the other side's only one", [...six, [-3, 5]], 7],
  ["the other side's only one, the sides exchanged", [...sixOthers, [3, 5]], 7],
  ["the best of the other side, not its first", [...six, [-5, 4.5], [-4, 4.8], [-9, 4.6]], 8],
  ["of equals the first", [...six, [-5, 4.5], [-5, 4.5]], 7],
  ["one with just enough substance", [...six, [-5, 4.01]], 7],
  ["one with too little substance", [...six, [-5, 3.9]], null],
  ["one that is nobody's", [...six, [-2.9, 5], [0, 5]], null],
  ["one of the same side", [...six, [8, 5]], null],
  ["the other side is among the first already", [...six.slice(0, 5), [-5, 5], [-6, 5]], null],
  ["one of the first is nobody's", [...six.slice(0, 5), [2.9, 5], [-6, 5]], null],
  ["the sixth is all there is", [...six.slice(0, 5), fourth!], null],
  ["positions are not used", Array<Pair>(9).fill([0, 5]), null],
])(
  "where six of one side stand first, the strongest of the other comes fourth: %s",
  (_, all, brought) => {
    const given = replies(...all);
    const shown = bringOtherView(given);
    expect(shown.brought?.place ?? null).toBe(brought);
    const rest = given.map(({ place }) => place).filter((place) => place !== brought);
    const wanted = brought === null ? rest : [...rest.slice(0, 3), brought, ...rest.slice(3)];
    expect(shown.replies.map(({ place }) => place)).toEqual(wanted);
  },
);
