/** The sets on which substance is measured: pairs of texts of which the first gives its reader more. */

export interface WorthRow {
  readonly text: string;
  readonly text_b?: string;
  readonly topic?: string | number;
  readonly substance?: number;
  readonly expect?: string;
  readonly labels?: Readonly<Record<string, unknown>>;
}

export type Pair = readonly [better: string, worse: string];

export interface WorthSet {
  readonly name: string;
  readonly files: readonly string[];
  readonly pairsOf: (rows: readonly WorthRow[]) => Pair[];
  readonly reach?: string;
  readonly aim?: string;
}

/** All pairs of rows whose levels differ, the higher first. */
const byLevel =
  (levelOf: (row: WorthRow) => number | undefined, within: (row: WorthRow) => unknown = () => 0) =>
  (rows: readonly WorthRow[]): Pair[] => {
    const levels = rows.map(levelOf);
    const groups = rows.map(within);
    const pairs: Pair[] = [];
    for (const [one, { text }] of rows.entries())
      for (const [other, { text: worse }] of rows.entries())
        if (groups[one] === groups[other] && levels[one]! > levels[other]!)
          pairs.push([text, worse]);
    return pairs;
  };

const asGiven = (rows: readonly WorthRow[]): Pair[] =>
  rows.map(({ text, text_b = "", labels }) =>
    labels?.more_convincing === "a" ? [text, text_b] : [text_b, text],
  );

const number = (name: string) => (row: WorthRow) => row.labels?.[name] as number;
/** Clearly good, clearly bad, and what is between, which is left out. */
const clearly = (row: WorthRow) => {
  const quality = number("combined")(row);
  if (row.labels?.is_argument !== 1) return undefined;
  return quality > 0.5 ? 1 : quality < -0.5 ? 0 : undefined;
};

export const worthSets: readonly WorthSet[] = [
  {
    name: "socc_ctc, constructive",
    files: ["eval-only/socc_ctc.dev.jsonl.gz"],
    pairsOf: byLevel(number("constructive")),
    reach: ".70",
    aim: ".75",
  },
  {
    name: "ukp_pairs, more convincing (topics not learnt from)",
    files: ["train-ok/ukp_pairs.dev.jsonl.gz"],
    pairsOf: asGiven,
    reach: ".68",
    aim: ".75",
  },
  {
    name: "challenge, a higher level of substance",
    files: ["challenge-dev.jsonl"],
    pairsOf: byLevel(({ substance }) => substance),
    reach: ".80",
    aim: ".90",
  },
  {
    name: "challenge, civil texts alone",
    files: ["challenge-dev.jsonl"],
    pairsOf: (rows) =>
      byLevel(({ substance }) => substance)(rows.filter(({ expect }) => expect === "civil")),
  },
  {
    name: "webis_argq20, clearly good against clearly bad, of one topic",
    files: ["eval-only/webis_argq20.train.jsonl.gz", "eval-only/webis_argq20.dev.jsonl.gz"],
    pairsOf: byLevel(clearly, ({ topic }) => topic),
  },
  {
    name: "appropriateness, appropriate",
    files: ["eval-only/appropriateness.dev.jsonl.gz"],
    pairsOf: byLevel((row) => 1 - number("inappropriateness")(row)),
  },
];
