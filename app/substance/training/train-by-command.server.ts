/** `npm run train`: learns the weights again from what may be learnt from. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { learnInsults } from "./learn.ts";
import { learnTone, type ToneExample } from "./learn-tone.ts";
import { type Read, readRow, sources } from "./lessons.ts";
import { readOwn, readSet, trainingFolder } from "./read-rows.server.ts";
import type { Row } from "./row.ts";
import { learnWorth } from "./worth-learning.ts";
import { lessonsOf } from "./worth-lessons.ts";
import { readWorthRows } from "./worth-rows.server.ts";

const WEIGHTS = "app/substance/weights";

/** Learns and writes the weights, those of one file if it is named, or with `--check` compares them with those that are there; answers the exit code. */
export function trainByCommand(given: readonly string[], environment: NodeJS.ProcessEnv): number {
  const folder = trainingFolder(environment);
  if (!existsSync(folder)) {
    process.stderr.write(
      `There is no folder ${folder}: STEELMAN_DATA names the folder that holds train-ok.\n`,
    );
    return 2;
  }
  const files = {
    "insult.bin": insults(folder),
    "tone.json": tones(folder),
    "worth.bin": worths(folder),
  };
  let same = true;
  const only = given.find((name) => name in files);
  for (const [name, learn] of Object.entries(files)) {
    if (only && name !== only) continue;
    const bytes = learn();
    const file = path.join(WEIGHTS, name);
    const isSame = existsSync(file) && readFileSync(file).equals(bytes);
    same &&= isSame;
    const digest = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
    const told = isSame ? "as before" : given.includes("--check") ? "DIFFERENT" : "written";
    if (!isSame && !given.includes("--check")) writeFileSync(file, bytes);
    process.stdout.write(`${name}  ${bytes.length} bytes  ${digest}  ${told}\n`);
  }
  return same || !given.includes("--check") ? 0 : 1;
}

const insults = (folder: string) => () => {
  const reads: Read[] = [];
  for (const source of sources) {
    const rows = source === "own" ? readOwn<Row>() : readSet<Row>(folder, source);
    const before = reads.length;
    for (const row of rows) {
      const read = readRow(source, row);
      if (read) reads.push(read);
    }
    process.stdout.write(`${source}: ${reads.length - before} texts\n`);
  }
  return learnInsults(reads);
};

/** The tone of an issue that went wrong, and of our own sentences. */
const tones = (folder: string) => () => {
  const issues = readSet<Row>(folder, "raman_oss");
  const examples: ToneExample[] = [];
  for (const { text, labels } of issues)
    examples.push({ text, label: labels?.toxic ?? 0, weight: labels?.toxic ? 8 : 1 });
  for (const { text, insult } of readOwn<Row>())
    if (insult !== undefined) examples.push({ text, label: insult, weight: 0.1 });
  const common = [...issues, ...readSet<Row>(folder, "goemotions")].map(({ text }) => text);
  return Buffer.from(`${JSON.stringify(learnTone(examples, common), null, 1)}\n`);
};

const worths = (folder: string) => () => learnWorth(lessonsOf(readWorthRows(folder)));
