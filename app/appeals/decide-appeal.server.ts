import type { Db, Trx } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { demandReason } from "../events/reason.ts";
import { recordAct } from "../moderation/act.server.ts";
import { type ActionKind, actions } from "../moderation/actions.ts";
import { type ActRow, caseStopped } from "../moderation/find-act.server.ts";
import { type Reversing, reverseAct } from "../moderation/reverse-act.server.ts";
import { officeOf } from "../moderation/settle-case.server.ts";
import { findCase, takeStep } from "../moderation/take-step.server.ts";
import { mayModerate, type Person } from "../permissions.ts";
import { allow, Refusal, WrongForm } from "../refusals.ts";
import { stillMay } from "../still-may.server.ts";
import { whoDecides } from "./who-decides.server.ts";

export type Verdict = "upheld" | "overturned";

/** Decides on an appeal: another moderator's to do than whose act it is about, of grave acts an administrator's (mechanism, M9). Upheld, its case goes on where it was, with the time that was left; overturned, the act is undone at once and its flags were wrong. Answers the act's number. */
export async function decideAppeal(
  db: Db,
  person: Person,
  appealId: number,
  { verdict, reason, now }: { verdict: string; reason: string; now: number },
): Promise<number> {
  allow(mayModerate(person));
  const why = demandReason(reason);
  if (verdict !== "upheld" && verdict !== "overturned") {
    throw new WrongForm({ verdict: { key: "deeds.appeal.verdict" } });
  }
  return write(db, async (trx) => {
    await stillMay(trx, person, mayModerate);
    const { appeal, act } = await findAppeal(trx, person, appealId);
    const contested = {
      ...{ act, personId: appeal.person_id, madeAt: appeal.made_at },
      formerState: appeal.former_state,
    };
    const { reason: not, isOwnAct } = await whoDecides(trx, person, contested, now);
    allow(not);
    const kind = verdict === "upheld" ? "uphold" : "overturn";
    const by = { office: officeOf(person), byId: person.id, reason: why, now };
    // Its case is found by the appeal that is not decided yet.
    const done = kind === "overturn" ? await reverse(trx, act, { ...by, kind }) : {};
    const caseId = caseStopped(act);
    if (kind === "uphold" && caseId !== null) {
      const upheld = { now, byId: person.id, verdict: "upheld" } as const;
      await takeStep(trx, await findCase(trx, caseId), "uphold", upheld);
    }
    await trx
      .updateTable("appeal")
      .set({ decided_at: now, decided_by_id: person.id, verdict, reason: why })
      .where("id", "=", appealId)
      .where("decided_at", "is", null)
      .execute();
    return recordAct(trx, {
      ...{ kind, ...by, aboutId: appeal.person_id, caseId: act.case_id, postId: act.post_id },
      ...{ ruleId: act.rule_id, threadId: act.thread_id, ...done },
      undoesId: kind === "overturn" ? act.id : null,
      details: { act: act.id, kind: act.kind, ...(isOwnAct ? { alone: 1 } : {}) },
    });
  });
}

/** What came to be of a thread by later acts stays: the contested one was wrong nevertheless. */
async function reverse(trx: Trx, act: ActRow, by: Omit<Reversing, "event">) {
  try {
    return await reverseAct(trx, act, { ...by, event: "overturn" });
  } catch (error) {
    const isOvertaken = actions[act.kind as ActionKind].on === "thread";
    if (isOvertaken && error instanceof Refusal && error.status === 409) return {};
    throw error;
  }
}

async function findAppeal(trx: Trx, person: Person, id: number) {
  const appeal = await trx.selectFrom("appeal").selectAll().where("id", "=", id).executeTakeFirst();
  if (!appeal) throw new Refusal(404, { key: "deeds.appeal.unknown" });
  if (appeal.decided_at !== null) {
    const isOwn = appeal.decided_by_id === person.id;
    throw new Refusal(409, { key: isOwn ? "deeds.appeal.already" : "deeds.appeal.decided" });
  }
  const act: ActRow = await trx
    .selectFrom("action")
    .selectAll()
    .where("id", "=", appeal.action_id)
    .executeTakeFirstOrThrow();
  return { appeal, act };
}
