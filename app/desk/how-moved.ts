import type { ActLine } from "./list-acts.server.ts";

type Line = Pick<ActLine, "id" | "kind" | "undoesId">;

/** By which act on a thread what was off topic found its place, among the acts of a case that is cleared, the first first; null where something else cleared it, or where that act does not hold. */
export function howMoved(acts: readonly Line[]): "move" | "split" | null {
  const last = acts.findLast((act) => isMoving(act) || clearing.includes(act.kind));
  return last && isMoving(last) && holds(last, acts) ? last.kind : null;
}

const clearing = ["dismiss", "confirm", "clear"];

/** An undoing of the same kind moves nothing for being off topic. */
const isMoving = (act: Line): act is Line & { kind: "move" | "split" } =>
  (act.kind === "move" || act.kind === "split") && act.undoesId === null;

/** What undid it may be undone itself. */
const holds = ({ id }: Line, acts: readonly Line[]): boolean =>
  !acts.some((act) => act.undoesId === id && holds(act, acts));
