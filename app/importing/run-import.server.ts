/** What `npm run import` does: reads everything, then writes thread by thread, so that it may be stopped anywhere and run again. */
import type { Db } from "#db/open.server.ts";
import { addPeople } from "./add-people.server.ts";
import { keepOrigin } from "./keep-origin.server.ts";
import { linkLater } from "./link-later.server.ts";
import { loadThread } from "./load-thread.server.ts";
import { publishImport } from "./publish-import.server.ts";
import { type Counts, noCounts, type Voice, type Wish } from "./run.ts";
import { stageFiles } from "./stage-files.server.ts";
import { Staging } from "./staging.server.ts";
import { withdrawGone } from "./withdraw-gone.server.ts";

/** Imports what the files hold and is not here yet; answers what was counted. */
export async function runImport(db: Db, wished: Wish, voice: Voice): Promise<Counts> {
  const counts = noCounts();
  const wish = await keepOrigin(db, wished);
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
    await publishImport(db, wish);
    return counts;
  } finally {
    staging.close();
  }
}
