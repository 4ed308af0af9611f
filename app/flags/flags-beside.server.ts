/** What a flag says of a post beside the flags of others that stand. */
import type { Trx } from "#db/open.server.ts";
import type { Opening } from "./open-case.server.ts";

export interface Beside {
  passage: string | null;
  /** In billionths of a vote. */
  weight: number;
}

/** The flags of others on a post that nobody decided on. */
export const readOthers = (trx: Trx, postId: number, personId: number): Promise<Beside[]> =>
  trx
    .selectFrom("flag")
    .select(["passage", "weight"])
    .where("post_id", "=", postId)
    .where("person_id", "!=", personId)
    .where("decided_at", "is", null)
    .execute();

/** Of what has no weight the case tells only where nothing else stands, and of nothing else where only this has weight. */
export function saysBeside(others: readonly Beside[], weight: number): Opening["says"] {
  if (weight === 0) return others.length === 0 ? "all" : "nothing";
  return others.every((other) => other.weight === 0) ? "all" : "more";
}

/** Whether a passage holds another that somebody chose whose flag weighs as much: it would only widen what that is about. */
export const isWider = (
  passage: string | null,
  weight: number,
  others: readonly Beside[],
): boolean =>
  others.some(
    (other) =>
      other.passage !== null &&
      other.weight >= weight &&
      passage !== other.passage &&
      passage?.includes(other.passage),
  );
