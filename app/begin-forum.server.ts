import { migrate } from "#db/migrate.server.ts";
import type { Db } from "#db/open.server.ts";
import { addStarterRules } from "./rules/add-starter-rules.server.ts";
import { addStarterTopics } from "./topics/add-starter-topics.server.ts";

/** Does what every forum does at its first start, and nothing where it is done: the present version's tables, first topics and first rules. `now` is in epoch seconds; throws as `migrate` does. */
export async function beginForum(db: Db, now: number): Promise<void> {
  await migrate(db);
  await addStarterTopics(db, now);
  await addStarterRules(db, now);
}
