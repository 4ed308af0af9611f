/** What is done from the command line: `migrate`, `seed`, `import`. */
import { migrate } from "#db/migrate.server.ts";
import { CannotOpen, type Db, openDatabase } from "#db/open.server.ts";
import { fillForum } from "./demonstration/fill-forum.server.ts";
import { importByCommand } from "./importing/import-by-command.server.ts";
import { readArguments, usage, WrongArguments } from "./importing/read-arguments.server.ts";
import { stopRendering } from "./markdown/render.server.ts";
import { readSettings, WrongSetting } from "./settings.ts";
import { addStarterTopics } from "./topics/add-starter-topics.server.ts";

const now = () => Math.floor(Date.now() / 1000);

const commands: Record<string, (db: Db) => Promise<string>> = {
  async migrate(db) {
    const count = await migrate(db);
    return count === 0 ? "The database is up to date." : `Applied ${count} migrations.`;
  },
  async seed(db) {
    await migrate(db);
    await addStarterTopics(db, now());
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
  // npm runs everything in the folder of the forum and keeps here where it was called.
  const wish = readArguments(given, process.env.INIT_CWD ?? process.cwd(), now());
  if (wish === "help") {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  const db = openDatabase(readSettings(process.env).databaseUrl);
  await migrate(db);
  await addStarterTopics(db, now());
  const code = await importByCommand(db, wish, Date.now);
  await db.destroy();
  await stopRendering();
  return code;
}

async function run(name: string): Promise<number> {
  const command = commands[name];
  if (!command) {
    const names = [...Object.keys(commands), "import"].join(", ");
    throw new WrongSetting(`There is no command "${name}"; there are: ${names}.`);
  }
  const db = openDatabase(readSettings(process.env).databaseUrl);
  process.stdout.write(`${await command(db)}\n`);
  await db.destroy();
  await stopRendering();
  return 0;
}

try {
  const [name = "", ...given] = process.argv.slice(2);
  process.exitCode = await (name === "import" ? runImport(given) : run(name));
} catch (error) {
  if (error instanceof WrongArguments) {
    process.stderr.write(`${error.message}\n\n${usage}\n`);
    process.exit(2);
  }
  if (!(error instanceof WrongSetting || error instanceof CannotOpen)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
