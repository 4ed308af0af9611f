/** Raises flags as a test wishes. */

import type { FlagDraft } from "#app/flags/flag-draft.ts";
import { flagPost } from "#app/flags/flag-post.server.ts";
import type { Person } from "#app/permissions.ts";
import { toUnits } from "#app/ranking/units.ts";
import type { Scores } from "#app/substance/scores.ts";
import type { Db } from "#db/open.server.ts";
import { START } from "../forum.ts";
import { everything } from "../threads/thread.ts";

/** A scorer that says the same of every text. */
export const sees = (insult: number) => () => (): Scores => ({
  ...{ insult, substance: 0, passages: [], judged: true },
});
export const noScorer = () => undefined;

export const flag = (
  db: Db,
  person: Person,
  postId: number,
  draft: Partial<FlagDraft> = {},
  means: Partial<Parameters<typeof flagPost>[4]> = {},
) =>
  flagPost(
    db,
    person,
    postId,
    { reason: "other", passage: null, note: "", ...draft },
    { now: START + 60, limits: 1, scorer: noScorer, ...means },
  );

/** Puts people on one side of what is argued about, in a forum where sides are measured. */
export async function takeSides(db: Db, sides: readonly [Person, number][]) {
  await db
    .insertInto("fit")
    .values({
      ...{ scope: 0, made_at: START, is_used: 1, gain: 0, vote_count: 0, slope: 0, middle: 0 },
      begun_at: null,
    })
    .onConflict((conflict) => conflict.column("scope").doNothing())
    .execute();
  for (const [{ id }, x] of sides) {
    await db
      .insertInto("position")
      .values({ scope: 0, person_id: id, raw: toUnits(x), x: toUnits(x), bias: 0, vote_count: 9 })
      .execute();
  }
}

/** Lets people be members for long, of level 1. */
export const grown = (people: Person[], db: Db) =>
  db
    .updateTable("person")
    .set({ joined_at: START - 30 * 86_400 })
    .where(
      "id",
      "in",
      people.map(({ id }) => id),
    )
    .execute()
    .then(() => people.map((person) => ({ ...person, joinedAt: START - 30 * 86_400 })));

export const theCase = async (db: Db) => (await everything(db)).case[0]!;
export const theTally = async (db: Db, postId: number) =>
  (await everything(db)).tally.find(({ post_id }) => post_id === postId)!;

/** Who is told that a case waits. */
export const toldOfCases = (db: Db) =>
  db
    .selectFrom("notice")
    .select("person_id")
    .where("kind", "=", "case")
    .orderBy("person_id")
    .execute()
    .then((rows) => rows.map(({ person_id }) => person_id));
