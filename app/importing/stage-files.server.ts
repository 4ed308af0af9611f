import { readRow, rowsOf } from "./discourse.ts";
import { readFile } from "./read-files.server.ts";
import { type Counts, type Voice, type Wish, whereOf } from "./run.ts";
import type { Staging } from "./staging.server.ts";

/** Reads every file once and stages what may be imported; each row that may not is told with its line and counted. */
export async function stageFiles(wish: Wish, staging: Staging, voice: Voice, counts: Counts) {
  for (const file of wish.files) {
    await readFile(file, {
      take(value, line) {
        const rows = rowsOf(value);
        for (const [index, outer] of rows.entries()) {
          const name = rows.length > 1 ? `${file.name}, post ${index + 1}` : file.name;
          const where = { file: name, line };
          counts.rows += 1;
          const read = readRow(outer, wish);
          if ("reason" in read) {
            voice.tell(whereOf(where), read.reason);
            skip(counts, read.reason.key);
            if (read.place) staging.leaveOut(read.place);
            if (read.gone) staging.addGone(read.gone, where);
            if (read.closed) staging.closeThread(read.closed, read.reason.key, where);
          } else staging.add(read, where);
        }
      },
      fault(line, said) {
        voice.tell(whereOf({ file: file.name, line }), said);
        skip(counts, said.key);
      },
      isStopped: voice.isStopped,
    });
    if (voice.isStopped()) break;
  }
  staging.choose();
  counts.found = staging.countPosts();
  for (const outdone of staging.outdone()) {
    const { outerId, keptFile, keptLine } = outdone;
    const key = outdone.isGone ? "import.skip.gone" : "import.skip.outdone";
    const kept = whereOf({ file: keptFile, line: keptLine });
    voice.tell(whereOf(outdone), { key, values: { id: String(outerId), kept } });
    skip(counts, key);
  }
  for (const { reason, ...where } of staging.shut()) {
    voice.tell(whereOf(where), { key: reason });
    skip(counts, reason);
  }
}

function skip({ skipped }: Counts, key: string) {
  skipped.set(key, (skipped.get(key) ?? 0) + 1);
}
