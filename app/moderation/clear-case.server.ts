/** Trusted members decide on clear cases: two who say the same settle one, in the office of members. */
import type { Db, Trx } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { mayClear, type Person } from "../permissions.ts";
import { allow, Refusal } from "../refusals.ts";
import { stillMay } from "../still-may.server.ts";
import { say } from "../strings/say.ts";
import { isClearCase, type Verdict } from "./clear-cases.ts";
import { settleCase } from "./settle-case.server.ts";
import { type CaseRow, findCase } from "./take-step.server.ts";

/** So many have to say the same. */
const AGREEING = 2;

/** Says what becomes of a clear case, as its version was seen. Answers whether that settled it. Whoever wrote the post, flagged it or replied to it is refused with 403; a case that changed, was decided, is none of the clear ones or whose text was withdrawn with 409. */
export async function clearCase(
  db: Db,
  person: Person,
  caseId: number,
  { verdict, version, now }: { verdict: Verdict; version: number; now: number },
): Promise<"said" | "settled"> {
  allow(mayClear(person));
  return write(db, async (trx) => {
    await stillMay(trx, person, mayClear);
    const row = await findCase(trx, caseId);
    if (row.version !== version || !isClearCase(row) || !(await isThere(trx, row))) {
      throw new Refusal(409, { key: "clearing.gone" });
    }
    if (await hasPart(trx, row, person.id)) throw new Refusal(403, { key: "clearing.has-part" });
    const said = { verdict, case_version: version, said_at: now };
    await trx
      .insertInto("clearing")
      .values({ case_id: row.id, person_id: person.id, ...said })
      .onConflict((conflict) => conflict.columns(["case_id", "person_id"]).doUpdateSet(said))
      .execute();
    if ((await countAgreeing(trx, row, verdict, now)) < AGREEING) return "said";
    await settleCase(trx, row, {
      ...{ kind: verdict, office: "members", byId: null },
      ...{ reason: say(`clearing.reason.${verdict}`), now },
    });
    return "settled";
  });
}

/** The text that it is about was not withdrawn. */
async function isThere(trx: Trx, row: CaseRow): Promise<boolean> {
  const post = await trx
    .selectFrom("post")
    .select("id")
    .where("id", "=", row.post_id)
    .where("withdrawn_at", "is", null)
    .executeTakeFirst();
  return post !== undefined;
}

async function hasPart(trx: Trx, row: CaseRow, personId: number): Promise<boolean> {
  if (row.author_id === personId) return true;
  const flag = await trx
    .selectFrom("flag")
    .select("id")
    .where("case_id", "=", row.id)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  const reply = await trx
    .selectFrom("post")
    .select("id")
    .where("parent_id", "=", row.post_id)
    .where("author_id", "=", personId)
    .executeTakeFirst();
  return flag !== undefined || reply !== undefined;
}

/** Only who is still trusted, may write, and has had no part in it since, counts. */
async function countAgreeing(
  trx: Trx,
  row: CaseRow,
  verdict: Verdict,
  now: number,
): Promise<number> {
  const people = await trx
    .selectFrom("clearing")
    .innerJoin("person", "person.id", "clearing.person_id")
    .select("person.id")
    .where("clearing.case_id", "=", row.id)
    .where("clearing.case_version", "=", row.version)
    .where("clearing.verdict", "=", verdict)
    .where("person.level", ">=", 3)
    .where((eb) => eb.or([eb("suspended_until", "is", null), eb("suspended_until", "<=", now)]))
    .execute();
  let count = 0;
  for (const { id } of people) count += (await hasPart(trx, row, id)) ? 0 : 1;
  return count;
}
