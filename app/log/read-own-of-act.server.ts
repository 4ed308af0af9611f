import type { Db } from "#db/open.server.ts";
import { APPEAL_TIME } from "../appeals/appeal-draft.ts";
import { actions, isActionKind } from "../moderation/actions.ts";
import { isModerator, type Person } from "../permissions.ts";

export interface OwnOfAct {
  mayAppeal: boolean;
  mayUndo: boolean;
  /** What this person wrote when they appealed. */
  appealed: string | null;
}

/** What one person may do about an act of power; null for what is no act of moderation, or nothing. */
export async function readOwnOfAct(
  db: Db,
  person: Person,
  id: number,
  now: number,
): Promise<OwnOfAct | null> {
  if (!isModerator(person) && !(await isAbout(db, person, id))) return null;
  const act = await db
    .selectFrom("action")
    .leftJoin("appeal", "appeal.action_id", "action.id")
    .leftJoin("case", (join) =>
      join.onRef("case.id", "=", "action.case_id").on("case.closed_at", "is", null),
    )
    .select("case.id as openCaseId")
    .select(["action.kind", "action.about_id", "action.at", "action.undone_at"])
    .select(["appeal.id as appealId", "appeal.person_id", "appeal.body"])
    .where("action.id", "=", id)
    .executeTakeFirst();
  if (!act || !isActionKind(act.kind)) return null;
  const { isAppealable, undo } = actions[act.kind];
  const isStanding = act.undone_at === null;
  const isInTime = now <= act.at + APPEAL_TIME;
  const isOpenAlready = undo === "reopen" && act.openCaseId !== null;
  const own = act.about_id === person.id;
  return {
    mayAppeal: own && isAppealable && isStanding && isInTime && act.appealId === null,
    mayUndo: isModerator(person) && !own && undo !== null && isStanding && !isOpenAlready,
    appealed: act.person_id === person.id ? act.body : null,
  };
}

async function isAbout(db: Db, person: Person, id: number): Promise<boolean> {
  const row = await db
    .selectFrom("action")
    .select("id")
    .where("id", "=", id)
    .where("about_id", "=", person.id)
    .executeTakeFirst();
  return row !== undefined;
}
