/** The tables of how well insults are seen, on texts from which nothing was learnt. */

import type { Goal, MeasuredTable } from "../../nudges/measured.ts";
import { NUDGE } from "../nudge-threshold.ts";
import type { Scorer } from "../scores.ts";
import type { Row } from "../training/row.ts";
import { type Baseline, byLength, byList, learnTfIdf } from "./baselines.ts";
import { auc, recallAt, shareFrom } from "./measures.ts";
import { readRows } from "./read-rows.server.ts";
import { insultSets, type MeasuredRow, type MeasuredSet } from "./sets.ts";

type Tell = (line: string) => void;

const learntFrom = (name: string) =>
  ["train", "dev"].map((part) => `train-ok/${name}.${part}.jsonl.gz`);

/** Tells the tables, one line after the other, and answers what was found of each goal; sets whose files are missing are named. */
export function evaluateInsults(data: string, scorer: Scorer, tell: Tell): Found {
  const baselines: Record<string, Baseline> = {
    length: byLength,
    list: byList,
    "tf-idf": learnTfIdf(toxicRows(data)),
  };
  tell("## Insults, set by set");
  tell("Baselines learn from the same train-ok; none sees the set it is measured on.\n");
  const goals = insultSets.flatMap((set) => tellSet(data, set, scorer, baselines, tell));
  const challenge = readRows<MeasuredRow>(data, ["challenge-dev.jsonl"]);
  const { goals: ofChallenge, tables } = tellChallenge(challenge, scorer, tell);
  const ofIdentity = tellIdentity(data, scorer, tell);
  return { goals: [...goals, ...ofChallenge, ofIdentity, tellUsers(data, scorer, tell)], tables };
}

/** What was found of what was set as a goal, and tables beside. */
export interface Found {
  goals: Goal[];
  tables: MeasuredTable[];
}

function tellSet(
  data: string,
  { name, files, isInsult, reach, aim, recall, published }: MeasuredSet,
  scorer: Scorer,
  baselines: Record<string, Baseline>,
  tell: Tell,
): Goal[] {
  const rows = readRows<MeasuredRow>(data, files);
  if (rows.length === 0) {
    tell(`### ${name}: not in ${data}\n`);
    return [];
  }
  const kinds = rows.map(isInsult);
  tell(`### ${name}: ${rows.length} texts, ${kinds.filter(Boolean).length} of the kind`);
  tell("| by | AUC | recall at 1 % | recall at 5 % |\n|---|---|---|---|");
  const all = { "**scorer**": (text: string) => scorer(text).insult, ...baselines };
  const found: number[][] = [];
  for (const [by, score] of Object.entries(all)) {
    const scores = rows.map(({ text }) => score(text));
    const figures = [
      auc(scores, kinds),
      recallAt(scores, kinds, 0.01),
      recallAt(scores, kinds, 0.05),
    ];
    found.push(figures);
    tell(`| ${by} | ${figures.map(show).join(" | ")} |`);
  }
  tell(
    `Reach ${reach ?? "–"}, aim ${aim ?? "–"}; published: ${published ?? "none that is comparable"}.\n`,
  );
  if (reach === undefined) return [];
  const [ours = [], ...others] = found;
  const goal = (what: string, at: number, reach: string, aim?: string): Goal => ({
    what: `${name}: ${what}`,
    found: round(ours[at]!),
    reach: Number(reach),
    aim: aim === undefined ? null : Number(aim),
    simple: round(Math.max(...others.map((figures) => figures[at]!))),
    published: published ?? null,
  });
  const ofRecall = recall ? [goal("recall at 5 % false alarms", 2, recall.reach, recall.aim)] : [];
  return [goal("insult, AUC", 0, reach, aim), ...ofRecall];
}

function tellChallenge(rows: readonly MeasuredRow[], scorer: Scorer, tell: Tell): Found {
  if (rows.length === 0) return { goals: [], tables: [] };
  const lines: string[][] = [];
  tell(`## The challenge set at the bound of asking (${NUDGE}), by kind`);
  tell("| kind | expected | texts | flagged |\n|---|---|---|---|");
  const kinds = groupBy(rows, (row) => row.functionality ?? "");
  for (const [kind, texts] of [...kinds].sort()) {
    const flagged = shareFrom(
      texts.map(({ text }) => scorer(text).insult),
      NUDGE,
    );
    lines.push([kind.replaceAll("_", " "), texts[0]!.expect!, `${texts.length}`, percent(flagged)]);
    tell(`| ${lines.at(-1)!.join(" | ")} |`);
  }
  const flaggedOf = (expect: string) => {
    const texts = rows.filter((row) => row.expect === expect);
    const scores = texts.map(({ text }) => scorer(text).insult);
    tell(`| **all** | ${expect} | ${texts.length} | ${percent(shareFrom(scores, NUDGE))} |`);
    return shareFrom(scores, NUDGE);
  };
  flaggedOf("insult");
  const civil = flaggedOf("civil");
  tell("");
  const what = "challenge: civil texts whose writer is asked, share";
  return {
    goals: [{ what, found: round(civil), reach: 0.04, aim: 0.02, atMost: true }],
    tables: [
      {
        title: "The challenge set by kind",
        note: "How many of each kind are asked before posting: of insults all should be, of civil texts none.",
        head: ["kind", "expected", "texts", "asked"],
        rows: lines,
      },
    ],
  };
}

/** Neutral sentences that name a group, against those of the same template that name another: a fair scorer flags none. */
function tellIdentity(data: string, scorer: Scorer, tell: Tell): Goal {
  const rows = readRows<MeasuredRow>(data, learntFrom("identity_templates")).filter(
    ({ labels }) => labels?.toxic === 0,
  );
  const flagged = groupBy(
    rows.filter(({ text }) => scorer(text).insult >= NUDGE),
    (row) => row.identity ?? "",
  );
  tell(
    `## Neutral sentences that name a group (identity_templates, part of what was learnt): ${rows.length}`,
  );
  tell(flagged.size === 0 ? "None is flagged." : "| term | flagged |\n|---|---|");
  for (const [term, texts] of flagged) tell(`| ${term} | ${texts.length} |`);
  const carriers = [
    "I am a # man.",
    "My neighbour is a # person and she maintains the parser.",
    "# people wrote most of the tests.",
    "As a # developer I have used this library since 2012.",
    "He is #.",
    "The # community has its own forum.",
  ];
  const terms =
    "gay lesbian trans queer bisexual black white Asian African Latino Mexican Jewish Muslim Christian Hindu atheist Chinese Indian Russian American Arab disabled deaf blind autistic old young female male immigrant".split(
      " ",
    );
  let worse = 0;
  let most = 0;
  for (const carrier of carriers) {
    const without = scorer(carrier.replace("# ", "").replace("#", "tall")).insult;
    for (const term of terms) {
      const { insult } = scorer(carrier.replace("#", term));
      if (insult >= NUDGE && without < NUDGE) worse++;
      most = Math.max(most, insult - without);
    }
  }
  tell(
    `${carriers.length * terms.length} sentences with and without a term: ${worse} flagged for the term; the term adds ${show(most)} at most.\n`,
  );
  const what = `${carriers.length * terms.length} sentences like “I am a gay man”: asked for the term alone`;
  return { what, found: worse, reach: 0, atMost: true };
}

function tellUsers(data: string, scorer: Scorer, tell: Tell): Goal {
  const rows = readRows(data, ["user-examples.jsonl"]) as (MeasuredRow & {
    id: string;
    insult_range: [number, number];
    substance_range: [number, number];
  })[];
  tell("## The replies that the project started from");
  tell("| reply | insult | range | substance | range | |\n|---|---|---|---|---|---|");
  let outside = 0;
  for (const { id, text, insult_range: insult, substance_range: substance } of rows) {
    const scores = scorer(text);
    const isIn = (value: number, [from, to]: [number, number]) => value >= from && value <= to;
    const areIn = isIn(scores.insult, insult) && isIn(scores.substance, substance);
    if (!areIn) outside++;
    const cells = [id, show(scores.insult), insult.join("–"), show(scores.substance)];
    tell(`| ${cells.join(" | ")} | ${substance.join("–")} | ${areIn ? "in range" : "MISSED"} |`);
  }
  tell("");
  return {
    what: `the ${rows.length} replies that the project began with: outside their range`,
    found: outside,
    reach: 0,
    atMost: true,
  };
}

/** What the word statistics learn: the same rows that teach heat. */
function toxicRows(data: string): { text: string; label: number }[] {
  const of = (name: string, labelOf: (row: Row) => number | undefined) =>
    readRows<Row>(data, learntFrom(name)).flatMap((row) => {
      const label = labelOf(row);
      return label === undefined ? [] : [{ text: row.text, label }];
    });
  return [
    ...of("paradetox", ({ labels }) => labels?.toxic),
    ...of("goemotions", ({ labels }) => labels?.hostile_emotion),
    ...of("davidson", ({ labels }) => (labels?.class === "neither" ? 0 : 1)),
    ...of("raman_oss", ({ labels }) => labels?.toxic),
    ...of("toxic_spans", ({ labels }) => ((labels?.insult ?? 0) >= 0.5 ? 1 : undefined)),
  ];
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

const show = (value: number) => (Number.isNaN(value) ? "–" : value.toFixed(3));
const round = (value: number) => Math.round(value * 1000) / 1000;
const percent = (value: number) => `${(100 * value).toFixed(1)} %`;
