/** What time alone changes: counts that are shown after a while, looks that end, threads that are no longer new. */
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { write } from "#db/write.server.ts";
import { raiseLists } from "../events/list-version.server.ts";
import { readStandards } from "./read-standards.server.ts";
import { rememberThread } from "./remember-thread.server.ts";
import { setPlaces } from "./set-places.server.ts";

/** Posts that change together. */
const POSTS = 200;

/** Changes whatever is due, a batch at a time so that others write between; answers how many posts. */
export async function refreshDue(db: Db, now: number): Promise<number> {
  let done = 0;
  for (;;) {
    const posts = await duePosts.all(db, { now });
    if (posts.length === 0) break;
    const standards = await readStandards(db);
    const ids = posts.map(({ post_id }) => post_id);
    await write(db, async (trx) => {
      for (const threadId of await setPlaces(trx, ids, standards, now)) {
        await rememberThread(trx, threadId, true);
      }
    });
    done += ids.length;
  }
  await endFreshness(db, now);
  return done;
}

const duePosts = prepared((db, value: ValueOf<{ now: number }>) =>
  db
    .selectFrom("tally")
    .select("post_id")
    .where("due_at", "<=", value("now"))
    .orderBy("due_at")
    .limit(POSTS),
);

async function endFreshness(db: Db, now: number) {
  const old = await noLongerNew.all(db, { now });
  if (old.length === 0) return;
  await write(db, async (trx) => {
    for (const { id } of old) await endOf.all(trx, { id });
    await raiseLists(trx);
  });
}

const noLongerNew = prepared((db, value: ValueOf<{ now: number }>) =>
  db.selectFrom("thread").select("id").where("fresh_until", "<=", value("now")),
);

const endOf = prepared((db, value: ValueOf<{ id: number }>) =>
  db.updateTable("thread").set({ fresh_until: null }).where("id", "=", value("id")),
);
