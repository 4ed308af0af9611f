import type { Db } from "#db/open.server.ts";
import { fromUnits } from "../ranking/units.ts";
import { countFlags } from "./read-record.server.ts";

/** A flag as moderators see it: nobody else learns who raised it, and nobody on which side they stand. */
export interface FlagLine {
  id: number;
  reason: string;
  by: string;
  /** 0 for one that counts nothing. */
  weight: number;
  note: string;
  passage: string | null;
  flaggedAt: number;
  verdict: "upheld" | "rejected" | null;
  /** Decisions on the same person's flags in other cases. */
  before: { decided: number; upheld: number };
}

/** More flags of one case are not shown. */
const MOST_FLAGS = 50;

/** The flags of a case, the weightiest first, and whether there are more than are shown. */
export async function readCaseFlags(
  db: Db,
  caseId: number,
): Promise<{ flags: FlagLine[]; isMore: boolean }> {
  const rows = await db
    .selectFrom("flag")
    .innerJoin("person", "person.id", "flag.person_id")
    .select(["flag.id", "flag.reason", "flag.person_id", "person.name as by", "flag.weight"])
    .select(["flag.note", "flag.passage", "flag.flagged_at", "flag.verdict"])
    .where("flag.case_id", "=", caseId)
    .where((eb) => eb.or([eb("flag.decided_at", "is", null), eb("flag.verdict", "is not", null)]))
    .orderBy("flag.weight", "desc")
    .orderBy("flag.id")
    .limit(MOST_FLAGS + 1)
    .execute();
  const shown = rows.slice(0, MOST_FLAGS);
  const records = await countFlags(
    db,
    shown.map((row) => row.person_id),
    caseId,
  );
  const flags = shown.map((row) => ({
    ...{ id: row.id, reason: row.reason, by: row.by },
    ...{ weight: fromUnits(row.weight), note: row.note, passage: row.passage },
    ...{ flaggedAt: row.flagged_at, verdict: row.verdict },
    before: records.get(row.person_id) ?? { decided: 0, upheld: 0 },
  }));
  return { flags, isMore: rows.length > MOST_FLAGS };
}
