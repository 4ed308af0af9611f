import type { Db, Trx } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { recordEvent } from "../events/record.server.ts";
import { type ActionKind, actions } from "../moderation/actions.ts";
import { type ActRow, caseStopped, findAct } from "../moderation/find-act.server.ts";
import { findCase, takeStep } from "../moderation/take-step.server.ts";
import { tell } from "../notices/tell.server.ts";
import type { Person } from "../permissions.ts";
import { Refusal } from "../refusals.ts";
import { ANSWER_TIME, APPEAL_TIME, demandAppeal } from "./appeal-draft.ts";

/** Asks another moderator to look at an act again: whom it concerns, once, within fourteen days. Its case goes into appeal and its time stands still. Answers the appeal's number; refuses, saying what else can be done, what is final, too late, or appealed already. */
export async function appealAct(
  db: Db,
  person: Person,
  actionId: number,
  { body, now }: { body: string; now: number },
): Promise<number> {
  const text = demandAppeal(body);
  return write(db, async (trx) => {
    const act = await findAct(trx, actionId);
    if (act.about_id !== person.id) throw new Refusal(403, { key: "deeds.appeal.not-yours" });
    await refuseLate(trx, act, now);
    const caseId = caseStopped(act);
    const former = caseId === null ? null : await suspendCase(trx, caseId, now);
    const { id } = await trx
      .insertInto("appeal")
      .values({
        ...{ action_id: act.id, person_id: person.id, body: text, made_at: now },
        ...{ due_at: now + ANSWER_TIME, former_state: former?.state ?? null },
        former_left: former?.left ?? null,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await recordEvent(trx, {
      ...{ kind: "appeal-made", at: now, personId: person.id, details: { act: act.id } },
      ...(act.post_id === null ? {} : { postId: act.post_id }),
      ...(act.thread_id === null ? {} : { threadId: act.thread_id }),
    });
    await tellModerators(trx, act, person, now);
    return id;
  });
}

async function refuseLate(trx: Trx, act: ActRow, now: number) {
  const facts = actions[act.kind as ActionKind];
  if (!facts?.isAppealable) throw new Refusal(409, { key: "deeds.appeal.none" });
  const made = await trx
    .selectFrom("appeal")
    .select("id")
    .where("action_id", "=", act.id)
    .executeTakeFirst();
  if (made) throw new Refusal(409, { key: "deeds.appeal.once" });
  if (now > act.at + APPEAL_TIME) throw new Refusal(409, { key: "deeds.appeal.late" });
}

/** Where the case stood, and what was left of its time. */
async function suspendCase(trx: Trx, caseId: number, now: number) {
  const row = await findCase(trx, caseId);
  if (row.state === "appealed") throw new Refusal(409, { key: "deeds.appeal.other" });
  const left = row.due_at === null ? null : Math.max(0, row.due_at - now);
  const former = { state: row.state, left };
  await takeStep(trx, row, "appeal", { now }).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(409, { key: "deeds.appeal.settled" });
  });
  return former;
}

/** Those who may decide on it. */
async function tellModerators(trx: Trx, act: ActRow, person: Person, now: number) {
  const moderators = await trx
    .selectFrom("person")
    .select("id")
    .where("role", "in", ["moderator", "administrator"])
    .where("id", "!=", person.id)
    .execute();
  for (const { id } of moderators) {
    if (id === act.by_id && moderators.length > 1) continue;
    await tell(trx, {
      ...{ personId: id, kind: "case", subject: "appeal:waiting", aboutId: act.id, now },
      details: { kind: "appeal" },
    });
  }
}
