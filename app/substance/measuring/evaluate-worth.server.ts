/** The tables of how well substance is seen, among texts of one length. */
import type { Goal } from "../../nudges/measured.ts";
import type { Scorer } from "../scores.ts";
import { areAsLong } from "../training/worth-lessons.ts";
import { type Baseline, byLength, byList, learnTfIdf } from "./baselines.ts";
import { paddings } from "./paddings.ts";
import { readRows } from "./read-rows.server.ts";
import { type Pair, type WorthRow, type WorthSet, worthSets } from "./worth-sets.ts";

type Tell = (line: string) => void;

/** Tells the tables of substance, one line after the other, and answers what was found of each goal; sets whose files are missing are named. */
export function evaluateWorth(data: string, scorer: Scorer, tell: Tell): Goal[] {
  const baselines = {
    length: byLength,
    list: byList,
    "tf-idf": learnTfIdf(convincingRows(data)),
  };
  tell("## Substance, set by set");
  tell(
    "The share of pairs that are ranked rightly: those of one length (words within 1.25×), and all.\n",
  );
  const goals = worthSets.flatMap((set) => tellSet(data, set, scorer, baselines, tell));
  return [...goals, ...tellPadding(data, scorer, tell)];
}

function tellSet(
  data: string,
  { name, files, pairsOf, reach, aim }: WorthSet,
  scorer: Scorer,
  baselines: Record<string, Baseline>,
  tell: Tell,
): Goal[] {
  const pairs = pairsOf(readRows<WorthRow>(data, files));
  if (pairs.length === 0) {
    tell(`### ${name}: not in ${data}\n`);
    return [];
  }
  const asLong = pairs.filter(([one, other]) => areAsLong(one, other));
  tell(`### ${name}: ${asLong.length} pairs of one length, ${pairs.length} in all`);
  tell("| by | at one length | all |\n|---|---|---|");
  const all = { "**scorer**": (text: string) => scorer(text).substance, ...baselines };
  const found: number[] = [];
  for (const [by, score] of Object.entries(all)) {
    const known = new Map<string, number>();
    const scoreOf = (text: string) => {
      const before = known.get(text) ?? score(text);
      known.set(text, before);
      return before;
    };
    const right = rankedRightly(asLong, scoreOf);
    found.push(round(right));
    tell(`| ${by} | ${show(right)} | ${show(rankedRightly(pairs, scoreOf))} |`);
  }
  tell(`Reach ${reach ?? "–"}, aim ${aim ?? "–"}; published: none at one length.\n`);
  if (reach === undefined) return [];
  const [ours = 0, ...others] = found;
  const what = `${name}: pairs of one length ranked rightly, share`;
  const simple = Math.max(...others);
  return [{ what, found: ours, reach: Number(reach), aim: Number(aim), simple }];
}

/** The share of pairs in which the better text scores higher, ties as one half; NaN without pairs. */
export function rankedRightly(pairs: readonly Pair[], scoreOf: Baseline): number {
  let right = 0;
  for (const [better, worse] of pairs) {
    const by = scoreOf(better) - scoreOf(worse);
    right += by > 0 ? 1 : by === 0 ? 0.5 : 0;
  }
  return right / pairs.length;
}

/** What 200 empty words behind a text do to its substance. */
function tellPadding(data: string, scorer: Scorer, tell: Tell): Goal[] {
  const texts = readRows<WorthRow>(data, ["challenge-dev.jsonl"]).map(({ text }) => text);
  if (texts.length === 0) return [];
  const found: Goal[] = [];
  tell("## Two hundred empty words behind each text of the challenge set");
  tell("| empty words | raise substance by, mean | most |\n|---|---|---|");
  for (const [name, padding] of Object.entries(paddings)) {
    const raises = texts.map(
      (text) => scorer(`${text} ${padding}`).substance - scorer(text).substance,
    );
    const mean = raises.reduce((sum, raise) => sum + raise, 0) / raises.length;
    const what = `200 empty words (${name}): substance rises by, mean`;
    found.push({ what, found: round(mean), reach: 0.03, aim: 0, atMost: true });
    tell(`| ${name} | ${show(mean)} | ${show(Math.max(...raises))} |`);
  }
  tell("Reach .03, aim 0.\n");
  return found;
}

/** What the word statistics learn: which of two arguments convinced more. */
function convincingRows(data: string): { text: string; label: number }[] {
  return readRows<WorthRow>(data, ["train-ok/ukp_pairs.train.jsonl.gz"]).flatMap(
    ({ text, text_b = "", labels }) => {
      const first = labels?.more_convincing === "a" ? 1 : 0;
      return [
        { text, label: first },
        { text: text_b, label: 1 - first },
      ];
    },
  );
}

const show = (value: number) => (Number.isNaN(value) ? "–" : value.toFixed(3));
const round = (value: number) => Math.round(value * 1000) / 1000;
