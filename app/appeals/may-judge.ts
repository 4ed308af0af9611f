/** Who may decide on an appeal (mechanism, M9): never who decided before, if there is anybody else. */
import type { Role } from "#db/schema.ts";
import type { Reason } from "../refusals.ts";
import { ALONE_TIME } from "./appeal-draft.ts";

/** Somebody who decides on appeals. */
export interface Judge {
  id: number;
  role: Role;
}

/** What is contested, and who is there to decide. */
export interface Bench {
  /** Who appeals. */
  personId: number;
  /** Who did what is contested; null for members' flags and the clock. */
  byId: number | null;
  /** Everybody who did something about the same case. */
  acted: ReadonlySet<number | null>;
  /** A suspension of a week or more, or a redaction. */
  isGrave: boolean;
  /** When it was appealed, in epoch seconds. */
  madeAt: number;
  /** All who hold an office and are not suspended. */
  office: readonly Judge[];
}

type Key = Exclude<Reason, null>["key"];
const no = (key: Key) => ({ reason: { key }, isOwnAct: false });
const yes = { reason: null, isOwnAct: false };

/** Whether a moderator may decide on an appeal at `now`: null for yes, or why not. Who alone holds both offices decides on what they did themselves, after a day; `isOwnAct` tells that. */
export function mayJudge(
  judge: Judge,
  { personId, byId, acted, isGrave, madeAt, office }: Bench,
  now: number,
): { reason: Reason; isOwnAct: boolean } {
  if (judge.id === personId) return no("deeds.person.self");
  const others = office.filter(({ id }) => id !== personId);
  const fresh = others.filter(({ id }) => !acted.has(id));
  const free = fresh.length > 0 ? fresh : others.filter(({ id }) => id !== byId);
  if (free.length === 0) {
    if (judge.id !== byId) return yes;
    return now < madeAt + ALONE_TIME
      ? no("deeds.appeal.wait-a-day")
      : { reason: null, isOwnAct: true };
  }
  if (!free.some(({ id }) => id === judge.id)) return no("deeds.appeal.own-act");
  const hasAdministrator = free.some(({ role }) => role === "administrator");
  if (isGrave && hasAdministrator && judge.role !== "administrator") {
    return no("deeds.appeal.administrator");
  }
  return yes;
}
