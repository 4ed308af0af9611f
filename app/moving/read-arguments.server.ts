import path from "node:path";
import { parseArgs } from "node:util";

/** Arguments that cannot be followed, with how they are given. */
export class WrongArguments extends Error {}

export const usages = {
  move: `npm run move -- FROM TO

Copies a whole forum from one database to another, and compares them table by table. An address is
file:PATH (SQLite) or postgres://NAME:PASSWORD@HOST:PORT/DATABASE. FROM is never changed; TO must be empty,
or a file that is not there yet. It may be stopped at any time: TO is then as it was; run it again.
Stop the forum first, or what is written meanwhile is not moved; afterwards set DATABASE_URL to TO.`,
  backup: `npm run backup -- [FILE]

Backs up the forum at DATABASE_URL into a new file, while people go on writing. Without FILE it gets a name
with the date in BACKUP_DIR. The file is SQLite on either engine, checks itself, and holds addresses of mail
and hashes of passwords: keep it where nobody else reads it.`,
  restore: `npm run restore -- FILE

Puts a backup in the place of the forum at DATABASE_URL, which must not run. The backup is checked first.
A file that was there is kept beside it under another name; rows that were in PostgreSQL are replaced.`,
} as const;

export type Act = keyof typeof usages;

/** The arguments of an act, or that its usage is to be said; throws WrongArguments unless there are as many as it takes. */
export function readArguments(act: Act, given: string[], least: number, most: number) {
  const { values, positionals } = parse(act, given);
  if (values.help) return "help";
  if (positionals.length >= least && positionals.length <= most) return positionals;
  throw new WrongArguments(`${takes[act]}\n\n${usages[act]}`);
}

const takes: Record<Act, string> = {
  move: "Say from which database to which.",
  backup: "Name one file.",
  restore: "Name the backup.",
};

function parse(act: Act, given: string[]) {
  try {
    return parseArgs({
      args: given,
      options: { help: { type: "boolean" } },
      allowPositionals: true,
    });
  } catch (error) {
    throw new WrongArguments(`${(error as Error).message}\n\n${usages[act]}`);
  }
}

/** The file of a backup: the one that is named, from where the command was given, else one with the time in its name. Throws WrongArguments where there is neither a name nor a folder. */
export function fileOfBackup(
  named: string | undefined,
  { from, folder, stamp }: { from: string; folder: string | null; stamp: string },
): string {
  if (named !== undefined) return path.resolve(from, named);
  if (folder !== null) return path.resolve(folder, `forum-${stamp}.db`);
  throw new WrongArguments(`Name a file, or set BACKUP_DIR.\n\n${usages.backup}`);
}
