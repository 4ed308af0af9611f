import type { Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import type { Ballot } from "./ballot.ts";

interface Kept extends Ballot {
  postId: number;
  personId: number;
  authorId: number;
  weight: number;
  halvings: number;
  toLeft: number;
  toRight: number;
  castAt: number;
  changedAt: number;
}

const keep = prepared((db, value: ValueOf<Kept>) => {
  const said = {
    worth: value("worth"),
    agree: value("agree"),
    reason: value("reason"),
    weight: value("weight"),
    halvings: value("halvings"),
    to_left: value("toLeft"),
    to_right: value("toRight"),
    changed_at: value("changedAt"),
  };
  return db
    .insertInto("vote")
    .values({
      post_id: value("postId"),
      person_id: value("personId"),
      author_id: value("authorId"),
      cast_at: value("castAt"),
      ...said,
    })
    .onConflict((conflict) => conflict.columns(["post_id", "person_id"]).doUpdateSet(said));
});

/** Keeps a person's one vote on a post, in the place of what they said before; the time of the first stays. */
export async function keepVote(trx: Trx, vote: Kept): Promise<void> {
  await keep.all(trx, vote);
}
