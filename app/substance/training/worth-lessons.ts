/** Which rows of the data sets teach substance, and what they say of it. */

import { chance, type Graded, type Lessons, type Pair } from "./worth-learning.ts";
import { padding } from "./worth-padding.ts";

/** A row of a data set or of our own sentences, as far as it is read here. */
export interface WorthRow {
  readonly text: string;
  readonly text_b?: string;
  readonly topic?: string;
  readonly labels?: {
    readonly more_convincing?: string;
    readonly emotions?: readonly string[];
    readonly thanks?: number;
    readonly quality_pct?: number;
  };
  readonly substance?: number;
  readonly insult?: number;
  readonly group?: string;
}

export interface WorthRows {
  readonly pairs: readonly WorthRow[];
  readonly emotions: readonly WorthRow[];
  readonly own: readonly WorthRow[];
  /** Comments of any kind, read for their words alone. */
  readonly comments: readonly WorthRow[];
}

/** What a text of level 0, 1, 2 and 3 should score. */
export const levels = [0.06, 0.44, 0.71, 0.87] as const;
const words = (text: string) => text.split(/\s+/).filter(Boolean).length;

/** True where the longer of two texts has at most `times` the words of the other. */
export function areAsLong(one: string, other: string, times = 1.25): boolean {
  const [few, many] = [words(one), words(other)].sort((a, b) => a - b) as [number, number];
  return many <= times * few;
}

/** The lessons in a fixed order. */
export function lessonsOf({ pairs, emotions, own, comments }: WorthRows): Lessons {
  const graded: Graded[] = [];
  const compared: Pair[] = [];
  for (const { text, text_b = "", labels } of pairs) {
    const first = labels?.more_convincing === "a";
    compared.push({ better: first ? text : text_b, worse: first ? text_b : text, importance: 1 });
  }
  addOwn(own, graded, compared);
  addEmotions(emotions, graded, compared);
  addPadded(own, graded);
  return {
    graded,
    pairs: compared,
    comments: [...emotions, ...comments].map(({ text }) => text),
  };
}

function addOwn(own: readonly WorthRow[], graded: Graded[], compared: Pair[]): void {
  const groups = new Map<string, WorthRow[]>();
  for (const row of own) {
    // What insults alone is left to the score of insults, which takes it out of this one.
    if (row.substance === undefined || !row.text || (row.insult && row.substance === 0)) continue;
    graded.push({ text: row.text, level: levels[row.substance]!, importance: 1 });
    if (!row.group) continue;
    const group = groups.get(row.group);
    if (group) group.push(row);
    else groups.set(row.group, [row]);
  }
  for (const group of groups.values())
    for (const one of group)
      for (const other of group)
        if (one.substance! > other.substance! && areAsLong(one.text, other.text, 1.5))
          compared.push({ better: one.text, worse: other.text, importance: 0.3 });
}

/** Padded, a text is worth what it was worth before; padding alone is worth nothing. */
function addPadded(own: readonly WorthRow[], graded: Graded[]): void {
  const draw = chance(11);
  for (const { text, substance } of own) {
    if (substance === undefined || !text || draw() > 0.15) continue;
    const pad = padding(draw);
    const alone = draw() < 0.4;
    graded.push({
      text: alone ? pad : `${text}${draw() < 0.3 ? "\n\n" : " "}${pad}`,
      level: levels[alone ? 0 : substance]!,
      importance: 1,
    });
  }
}

const feeling = new Set(
  "admiration amusement joy love gratitude excitement anger annoyance disgust pride relief sadness caring".split(
    " ",
  ),
);
const thinking = new Set("realization curiosity confusion disapproval approval".split(" "));

/** Feeling alone is less than thought of the same length; thanks are next to nothing. */
function addEmotions(rows: readonly WorthRow[], graded: Graded[], compared: Pair[]): void {
  const draw = chance(5);
  const byLength = new Map<number, string[]>();
  for (const { text, labels } of rows) {
    const count = words(text);
    if (count < 6 || !labels?.emotions?.every((emotion) => thinking.has(emotion))) continue;
    const same = byLength.get(count);
    if (same) same.push(text);
    else byLength.set(count, [text]);
  }
  let thanks = 0;
  let felt = 0;
  for (const { text, labels } of rows) {
    if (labels?.emotions?.length !== 1 || !feeling.has(labels.emotions[0]!)) continue;
    if (labels.thanks && words(text) < 12 && thanks++ < 1500)
      graded.push({ text, level: levels[0], importance: 0.3 });
    const thoughts = byLength.get(words(text));
    if (!thoughts || felt >= 4000 || draw() < 0.6) continue;
    felt++;
    compared.push({
      better: thoughts[Math.floor(draw() * thoughts.length)]!,
      worse: text,
      importance: 0.15,
    });
  }
}
