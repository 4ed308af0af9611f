/** What `npm run import` does: reads everything, then writes thread by thread, so that it may be stopped anywhere and run again. */
import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { recordEvent } from "../events/record.server.ts";
import { say } from "../strings/say.ts";
import { addPeople } from "./add-people.server.ts";
import { linkLater } from "./link-later.server.ts";
import { loadThread } from "./load-thread.server.ts";
import { type Counts, noCounts, type Voice, type Wish } from "./run.ts";
import { stageFiles } from "./stage-files.server.ts";
import { Staging } from "./staging.server.ts";
import { withdrawGone } from "./withdraw-gone.server.ts";

/** Imports what the files hold and is not here yet; answers what was counted. */
export async function runImport(db: Db, wish: Wish, voice: Voice): Promise<Counts> {
  const counts = noCounts();
  const staging = new Staging();
  try {
    await stageFiles(wish, staging, voice, counts);
    counts.isCutShort = voice.isStopped();
    if (counts.isCutShort) return counts;
    const people = await addPeople(db, wish, staging, voice, counts);
    const setting = { db, wish, staging, people, voice, counts };
    await withdrawGone(setting);
    for (const thread of staging.threads()) {
      if (voice.isStopped()) break;
      await loadThread(setting, thread);
    }
    await linkLater(setting);
    counts.isCutShort = voice.isStopped();
    if (counts.posts.added + counts.posts.changed > 0) await publish(db, wish, counts);
    return counts;
  } finally {
    staging.close();
  }
}

/** Lets everybody read in the log what came from where. */
function publish(db: Db, { source, now }: Wish, { posts, threads }: Counts) {
  return write(db, (trx) =>
    recordEvent(trx, {
      kind: "imported",
      at: now,
      reason: say("import.reason", {
        source,
        added: posts.added,
        changed: posts.changed,
        threads: threads.added,
      }),
      details: { before: null, after: source },
    }),
  );
}
