/** The tables of how well insults are seen, on texts from which nothing was learnt. */
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

/** Tells the tables, one line after the other; sets whose files are missing are named. */
export function evaluateInsults(data: string, scorer: Scorer, tell: Tell): void {
  const baselines: Record<string, Baseline> = {
    length: byLength,
    list: byList,
    "tf-idf": learnTfIdf(toxicRows(data)),
  };
  tell("## Insults, set by set");
  tell("Baselines learn from the same train-ok; none sees the set it is measured on.\n");
  for (const set of insultSets) tellSet(data, set, scorer, baselines, tell);
  tellChallenge(readRows<MeasuredRow>(data, ["challenge-dev.jsonl"]), scorer, tell);
  tellIdentity(data, scorer, tell);
  tellUsers(data, scorer, tell);
}

function tellSet(
  data: string,
  { name, files, isInsult, reach, aim, published }: MeasuredSet,
  scorer: Scorer,
  baselines: Record<string, Baseline>,
  tell: Tell,
): void {
  const rows = readRows<MeasuredRow>(data, files);
  if (rows.length === 0) {
    tell(`### ${name}: not in ${data}\n`);
    return;
  }
  const kinds = rows.map(isInsult);
  tell(`### ${name}: ${rows.length} texts, ${kinds.filter(Boolean).length} of the kind`);
  tell("| by | AUC | recall at 1 % | recall at 5 % |\n|---|---|---|---|");
  const all = { "**scorer**": (text: string) => scorer(text).insult, ...baselines };
  for (const [by, score] of Object.entries(all)) {
    const scores = rows.map(({ text }) => score(text));
    const figures = [
      auc(scores, kinds),
      recallAt(scores, kinds, 0.01),
      recallAt(scores, kinds, 0.05),
    ];
    tell(`| ${by} | ${figures.map(show).join(" | ")} |`);
  }
  tell(
    `Reach ${reach ?? "–"}, aim ${aim ?? "–"}; published: ${published ?? "none that is comparable"}.\n`,
  );
}

function tellChallenge(rows: readonly MeasuredRow[], scorer: Scorer, tell: Tell): void {
  if (rows.length === 0) return;
  tell(`## The challenge set at the bound of asking (${NUDGE}), by kind`);
  tell("| kind | expected | texts | flagged |\n|---|---|---|---|");
  const kinds = groupBy(rows, (row) => row.functionality ?? "");
  for (const [kind, texts] of [...kinds].sort()) {
    const flagged = shareFrom(
      texts.map(({ text }) => scorer(text).insult),
      NUDGE,
    );
    tell(`| ${kind} | ${texts[0]!.expect} | ${texts.length} | ${percent(flagged)} |`);
  }
  for (const expect of ["insult", "civil"]) {
    const texts = rows.filter((row) => row.expect === expect);
    tell(
      `| **all** | ${expect} | ${texts.length} | ${percent(
        shareFrom(
          texts.map(({ text }) => scorer(text).insult),
          NUDGE,
        ),
      )} |`,
    );
  }
  tell("");
}

/** Neutral sentences that name a group, against those of the same template that name another: a fair scorer flags none. */
function tellIdentity(data: string, scorer: Scorer, tell: Tell): void {
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
}

function tellUsers(data: string, scorer: Scorer, tell: Tell): void {
  const rows = readRows(data, ["user-examples.jsonl"]) as (MeasuredRow & {
    id: string;
    insult_range: [number, number];
    substance_range: [number, number];
  })[];
  tell("## The replies that the project started from");
  tell("| reply | insult | range | substance | range | |\n|---|---|---|---|---|---|");
  for (const { id, text, insult_range: insult, substance_range: substance } of rows) {
    const scores = scorer(text);
    const isIn = (value: number, [from, to]: [number, number]) => value >= from && value <= to;
    const told =
      isIn(scores.insult, insult) && isIn(scores.substance, substance) ? "in range" : "MISSED";
    tell(
      `| ${id} | ${show(scores.insult)} | ${insult.join("–")} | ${show(scores.substance)} | ${substance.join("–")} | ${told} |`,
    );
  }
  tell("");
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
const percent = (value: number) => `${(100 * value).toFixed(1)} %`;
