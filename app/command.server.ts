/** What is done from the command line: `migrate`, `seed`. */
import { migrate } from "#db/migrate.server.ts";
import { CannotOpen, type Db, openDatabase } from "#db/open.server.ts";
import { fillForum } from "./demonstration/fill-forum.server.ts";
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

try {
  const name = process.argv[2] ?? "";
  const command = commands[name];
  if (!command)
    throw new WrongSetting(
      `There is no command "${name}"; there are: ${Object.keys(commands).join(", ")}.`,
    );
  const db = openDatabase(readSettings(process.env).databaseUrl);
  process.stdout.write(`${await command(db)}\n`);
  await db.destroy();
  await stopRendering();
} catch (error) {
  if (!(error instanceof WrongSetting || error instanceof CannotOpen)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
