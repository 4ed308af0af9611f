import type { Db, Trx } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { recordEvent } from "../events/record.server.ts";
import { say } from "../strings/say.ts";
import type { Wish } from "./run.ts";

/** Lets everybody read in the log what came from where since it was said last, by this run and by those before that ended before they said it; says nothing where nothing came. */
export function publishImport(db: Db, { source, now }: Wish): Promise<void> {
  return write(db, async (trx) => {
    const sums = await sumUntold(trx, source);
    if (sums.added + sums.changed === 0) return;
    await recordEvent(trx, {
      kind: "imported",
      at: now,
      reason: say("import.reason", { source, ...sums }),
      details: { before: null, after: source },
    });
  });
}

async function sumUntold(trx: Trx, source: string) {
  const after = await findLastTold(trx, source);
  const sums = { added: 0, changed: 0, threads: 0 };
  const events = await selectDetails(trx, "posts-imported").where("id", ">", after).execute();
  for (const { details } of events) {
    const told = JSON.parse(details ?? "{}") as { source?: string } & Partial<typeof sums>;
    if (told.source !== source) continue;
    sums.added += told.added ?? 0;
    sums.changed += told.changed ?? 0;
    sums.threads += told.threads ?? 0;
  }
  return sums;
}

async function findLastTold(trx: Trx, source: string): Promise<number> {
  const events = await selectDetails(trx, "imported").orderBy("id", "desc").execute();
  return events.find(({ details }) => JSON.parse(details ?? "{}").after === source)?.id ?? 0;
}

const selectDetails = (trx: Trx, kind: "imported" | "posts-imported") =>
  trx.selectFrom("event").select(["id", "details"]).where("kind", "=", kind);
