import { Refusal } from "../refusals.ts";
import { type ActionKind, actions, isActionKind } from "./actions.ts";

/** The act that undoes one of this kind; refuses with 409 where there is none, as for what is no act of moderation: null. */
export function demandUndo(kind: string | null): ActionKind {
  const undo = kind !== null && isActionKind(kind) ? actions[kind].undo : null;
  if (undo === null) throw new Refusal(409, { key: "deeds.act.final" });
  return undo;
}

/** Refuses with 409 to open a case again that is open, which is of this number; null for one that is closed, or none. */
export function refuseOpen(undo: ActionKind, openCaseId: number | null): void {
  if (undo !== "reopen" || openCaseId === null) return;
  throw new Refusal(409, { key: "deeds.act.open", values: { case: openCaseId } });
}

/** Refuses with 409 what the act of this number undid; null for none. */
export function refuseUndone(undoneById: number | null): void {
  if (undoneById === null) return;
  throw new Refusal(409, { key: "deeds.act.undone", values: { by: undoneById } });
}
