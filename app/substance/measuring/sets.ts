/** The sets on which insults are measured, and how each is read. */

export interface MeasuredRow {
  readonly text: string;
  readonly expect?: string;
  readonly functionality?: string;
  readonly identity?: string;
  readonly labels?: Readonly<Record<string, unknown>>;
}

export interface MeasuredSet {
  readonly name: string;
  /** Files below the folder of data; those that are there are read one after the other. */
  readonly files: readonly string[];
  readonly isInsult: (row: MeasuredRow) => boolean;
  /** What the project wants: to reach, and to aim at. */
  readonly reach?: string;
  readonly aim?: string;
  /** The same for the recall at 5 % false alarms. */
  readonly recall?: { readonly reach: string; readonly aim: string };
  readonly published?: string;
}

const label = (name: string) => (row: MeasuredRow) => row.labels?.[name] === 1;
const both = (name: string) => [
  `eval-only/${name}.train.jsonl.gz`,
  `eval-only/${name}.dev.jsonl.gz`,
];

export const insultSets: readonly MeasuredSet[] = [
  {
    name: "challenge",
    files: ["challenge-dev.jsonl"],
    isInsult: ({ expect }) => expect === "insult",
    reach: ".90",
    aim: ".95",
    recall: { reach: ".65", aim: ".80" },
  },
  {
    name: "kaggle_insults",
    files: both("kaggle_insults"),
    isInsult: label("insult"),
    reach: ".87",
    aim: ".92",
  },
  {
    name: "gh_incivility uncivil",
    files: both("gh_incivility"),
    isInsult: label("uncivil"),
    reach: ".74",
    aim: ".82",
  },
  {
    name: "gh_incivility personal",
    files: both("gh_incivility"),
    isInsult: label("personal"),
    reach: ".80",
    aim: ".87",
  },
  {
    name: "ucc hostile",
    files: both("ucc"),
    isInsult: label("hostile"),
    reach: ".78",
    aim: ".84",
    published: ".84, BERT trained on it",
  },
  {
    name: "ucc antagonise",
    files: both("ucc"),
    isInsult: label("antagonise"),
    reach: ".74",
    aim: ".82",
    published: ".82, BERT trained on it",
  },
  {
    name: "ucc dismissive",
    files: both("ucc"),
    isInsult: label("dismissive"),
    reach: ".68",
    aim: ".78",
    published: ".78, BERT trained on it",
  },
  {
    name: "ucc condescending",
    files: both("ucc"),
    isInsult: label("condescending"),
    reach: ".68",
    aim: ".76",
    published: ".76, BERT trained on it",
  },
  { name: "toxicr", files: both("toxicr"), isInsult: label("toxic"), reach: ".85", aim: ".92" },
  { name: "olid", files: both("olid"), isInsult: label("offensive"), reach: ".85", aim: ".88" },
  { name: "ethos", files: both("ethos"), isInsult: label("hate") },
  { name: "appdia", files: both("appdia"), isInsult: label("offensive") },
];
