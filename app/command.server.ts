/** What is done from the command line: `migrate`, `seed`, `import`, `fill`, `move`, `backup`, `restore`, `score`, `evaluate`, `train`, `rank`, `simulate`. */
import { randomInt } from "node:crypto";
import { inspect } from "node:util";
import { migrate } from "#db/migrate.server.ts";
import { CannotOpen, type Db, openDatabase } from "#db/open.server.ts";
import { Busy, cannotWrite } from "#db/write.server.ts";
import { beginForum } from "./begin-forum.server.ts";
import { fillForum } from "./demonstration/fill-forum.server.ts";
import * as filling from "./filling/cannot-fill.ts";
import { fillByCommand } from "./filling/fill-by-command.server.ts";
import { readArguments as readFilling } from "./filling/read-arguments.server.ts";
import { importByCommand } from "./importing/import-by-command.server.ts";
import { readArguments, usage, WrongArguments } from "./importing/read-arguments.server.ts";
import { stopRendering } from "./markdown/render.server.ts";
import { moveByCommand } from "./moving/by-command.server.ts";
import { CannotMove } from "./moving/cannot-move.ts";
import * as moving from "./moving/read-arguments.server.ts";
import { rankByCommand } from "./ranking/rank-by-command.server.ts";
import { readSettings, WrongSetting } from "./settings.ts";
import { simulateByCommand } from "./simulating/simulate-by-command.server.ts";
import { say } from "./strings/say.ts";
import { evaluateByCommand } from "./substance/measuring/evaluate-by-command.server.ts";
import { scorer } from "./substance/score.server.ts";
import { scoreByCommand } from "./substance/score-by-command.server.ts";
import { trainByCommand } from "./substance/training/train-by-command.server.ts";

const now = () => Math.floor(Date.now() / 1000);

const commands: Record<string, (db: Db) => Promise<string>> = {
  async migrate(db) {
    const count = await migrate(db);
    return count === 0 ? "The database is up to date." : `Applied ${count} migrations.`;
  },
  async seed(db) {
    await beginForum(db, now());
    const before = await countPosts(db);
    await fillForum(db, now());
    const added = (await countPosts(db)) - before;
    return added > 0
      ? `The demonstration forum is there, with ${added} posts.`
      : "This database has people already, so it was left as it is.";
  },
};

async function countPosts(db: Db) {
  const { count } = await db
    .selectFrom("post")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}

/** Brings in the debates of another forum; says itself how it went and answers the exit code. */
async function runImport(given: string[]): Promise<number> {
  const wish = readArguments(given, givenFrom(), now());
  if (wish === "help") {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  return withDatabase(async (db) => {
    await beginForum(db, now());
    return importByCommand(db, wish, Date.now);
  });
}

/** Makes a large forum; says itself how it went and answers the exit code. */
async function runFilling(given: string[]): Promise<number> {
  const wish = readFilling(given);
  if (wish === "help") {
    process.stdout.write(`${say("fill.usage")}\n`);
    return 0;
  }
  return withDatabase(async (db) => {
    await beginForum(db, now());
    return fillByCommand(db, wish, { milliseconds: Date.now, draw: randomInt });
  });
}

/** Where the command was given: npm runs everything in the folder of the forum and keeps that. */
const givenFrom = () => process.env.INIT_CWD ?? process.cwd();

function runMoving(act: moving.Act, given: string[]): Promise<number> {
  const { databaseUrl, backupDir } = readSettings(process.env);
  const here = { databaseUrl, backupDir, from: givenFrom(), milliseconds: Date.now };
  return moveByCommand(act, given, here);
}

const isMoving = (name: string): name is moving.Act => Object.hasOwn(moving.usages, name);

/** What the scorer and the formulas of rank say, and what the scorer learns; none of it opens the database. */
const withoutDatabase: Record<string, (given: string[]) => number | Promise<number>> = {
  score: () => scoreByCommand(scorer()!, process.stdin, process.stdout),
  evaluate: (given) =>
    evaluateByCommand(scorer()!, given, process.env, now(), (line) =>
      process.stdout.write(`${line}\n`),
    ),
  train: (given) => trainByCommand(given, process.env),
  rank: () =>
    rankByCommand(process.stdin, process.stdout, (line) => process.stderr.write(`${line}\n`)),
  simulate: (given) =>
    simulateByCommand(given, process.env, () => process.cpuUsage().user / 1000, {
      tell: (line) => process.stdout.write(`${line}\n`),
      complain: (line) => process.stderr.write(`${line}\n`),
    }),
};

async function run(name: string): Promise<number> {
  const command = commands[name];
  if (!command) {
    const names = [
      ...Object.keys(commands),
      "import",
      "fill",
      ...Object.keys(moving.usages),
      ...Object.keys(withoutDatabase),
    ].join(", ");
    throw new WrongSetting(`There is no command "${name}"; there are: ${names}.`);
  }
  process.stdout.write(`${await withDatabase(command)}\n`);
  return 0;
}

/** Opens the database for a deed and closes it however that ends, with the workers that render: they keep a process alive. */
async function withDatabase<Answer>(deed: (db: Db) => Promise<Answer>): Promise<Answer> {
  const db = openDatabase(readSettings(process.env).databaseUrl);
  try {
    return await deed(db);
  } finally {
    await db.destroy();
    await stopRendering();
  }
}

/** What is said of an error: one line where whoever gave the command can mend it. */
function wordsOf(error: unknown): string {
  if (error instanceof WrongArguments) return `${error.message}\n\n${usage}`;
  if (error instanceof moving.WrongArguments || error instanceof CannotMove) return error.message;
  if (error instanceof filling.WrongArguments || error instanceof filling.CannotFill) {
    return error.message;
  }
  if (error instanceof WrongSetting || error instanceof CannotOpen) return error.message;
  if (error instanceof Busy) return `${error.message} Stop that first; then run this again.`;
  if (error instanceof Error && cannotWrite(error)) {
    return `The database takes nothing more: ${error.message}. Give it room and rights to write; then run this again.`;
  }
  return inspect(error);
}

try {
  const [name = "", ...given] = process.argv.slice(2);
  if (name === "import") process.exitCode = await runImport(given);
  else if (name === "fill") process.exitCode = await runFilling(given);
  else if (Object.hasOwn(withoutDatabase, name))
    process.exitCode = await withoutDatabase[name]!(given);
  else process.exitCode = await (isMoving(name) ? runMoving(name, given) : run(name));
} catch (error) {
  process.stderr.write(`${wordsOf(error)}\n`);
  const wrong = [WrongArguments, moving.WrongArguments, filling.WrongArguments];
  process.exit(wrong.some((kind) => error instanceof kind) ? 2 : 1);
}
