/** Moving, backing up and restoring from the command line: each says itself how it went and answers the exit code. */
import { statSync } from "node:fs";
import { constants, setPriority } from "node:os";
import path from "node:path";
import { isAway } from "#db/trouble.ts";
import { hidePassword } from "./address.ts";
import { backupForum } from "./backup-forum.server.ts";
import { CannotMove, Stopped } from "./cannot-move.ts";
import { writeSums } from "./compare-sums.ts";
import type { Sum } from "./copy-tables.server.ts";
import { moveForum } from "./move-forum.server.ts";
import { Progress } from "./progress.server.ts";
import { type Act, fileOfBackup, readArguments, usages } from "./read-arguments.server.ts";
import { restoreForum } from "./restore-forum.server.ts";

export interface Surroundings {
  databaseUrl: string;
  backupDir: string | null;
  /** Where the command was given: files that are named begin there. */
  from: string;
  milliseconds(): number;
}

type Command = (given: string[], here: Surroundings, progress: Progress) => Promise<number>;

/** What each act takes, and how it is done. */
const commands: Record<Act, { least: number; most: number; run: Command }> = {
  move: {
    least: 2,
    most: 2,
    async run([from = "", to = ""], _here, progress) {
      const moved = await moveForum(from, to, progress);
      const names = namesOf(from, to);
      process.stdout.write(`${writeSums(moved.from, moved.to, names)}\n`);
      if (moved.isEqual) {
        say(`Moved ${count(moved.from)}. To go on there: DATABASE_URL=${hidePassword(to)}`);
        return 0;
      }
      throw new CannotMove("The two differ, so nothing was kept. Run the same command again.");
    },
  },
  backup: {
    least: 0,
    most: 1,
    async run([named], here, progress) {
      // The forum that is served comes first.
      setPriority(constants.priority.PRIORITY_LOW);
      const stamp = stampOf(here.milliseconds());
      const file = fileOfBackup(named, { ...here, folder: here.backupDir, stamp });
      const now = Math.floor(here.milliseconds() / 1000);
      const { sums } = await backupForum(here.databaseUrl, file, now, progress);
      const size = (statSync(file).size / 1e6).toFixed(1);
      say(`Backed up ${count(sums)} to ${file} (${size} MB).`);
      return 0;
    },
  },
  restore: {
    least: 1,
    most: 1,
    async run([named = ""], here, progress) {
      const backup = path.resolve(here.from, named);
      const milliseconds = here.milliseconds();
      const when = { stamp: stampOf(milliseconds), now: Math.floor(milliseconds / 1000) };
      const restored = await restoreForum(backup, here.databaseUrl, when, progress);
      const at = new Date(restored.madeAt * 1000).toISOString().slice(0, 19).replace("T", " ");
      const kept = restored.kept ? ` What was there is now ${restored.kept}.` : "";
      const { letters } = restored;
      const held =
        letters > 0
          ? ` Letters that waited may have been sent since: ${letters} are set aside, see /admin/letters.`
          : "";
      say(`Restored ${count(restored.sums)} from the backup of ${at} UTC.${kept}${held}`);
      return 0;
    },
  },
};

/** Does what was asked; throws WrongArguments and CannotMove. */
export async function moveByCommand(
  act: Act,
  given: string[],
  here: Surroundings,
): Promise<number> {
  const { least, most, run } = commands[act];
  const words = readArguments(act, given, least, most);
  if (words === "help") {
    say(usages[act]);
    return 0;
  }
  const progress = new Progress(here.milliseconds, { isQuiet: act !== "move" });
  try {
    return await run(words, here, progress);
  } catch (error) {
    if (error instanceof Stopped) {
      process.stderr.write(
        "Stopped: everything is as it was. To go on, run the same command again.\n",
      );
      return 130;
    }
    if (isFromEngine(error)) {
      const why = (error as Error).message.replace(/\s+/g, " ");
      throw new CannotMove(
        `It could not go on: ${why}. Everything is as it was; mend that, then run the same command again.`,
      );
    }
    throw error;
  } finally {
    progress.end();
  }
}

/** Engines and the system give their errors a code; a connection that is cut has words alone. */
const isFromEngine = (error: unknown) =>
  error instanceof Error &&
  (isAway(error) ||
    typeof (error as { code?: unknown }).code === "string" ||
    /^Connection terminated|^Client has encountered/.test(error.message));

const say = (words: string) => process.stdout.write(`${words}\n`);

const count = (sums: readonly Sum[]) =>
  `${sums.length} tables with ${sums.reduce((sum, { rows }) => sum + rows, 0)} rows`;

const engineOf = (address: string) => (address.startsWith("file:") ? "SQLite" : "PostgreSQL");

function namesOf(from: string, to: string): [string, string] {
  const [one, other] = [engineOf(from), engineOf(to)];
  return one === other ? ["from", "to"] : [one, other];
}

/** A time as it stands in names of files, in UTC. */
const stampOf = (milliseconds: number) =>
  new Date(milliseconds).toISOString().slice(0, 19).replaceAll(/[-:]/g, "").replace("T", "-");
