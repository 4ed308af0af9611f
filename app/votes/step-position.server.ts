/** What one new vote of agreement moves of the fit, until the next night (mechanism, M4). */
import { sql } from "kysely";
import type { Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import {
  BIAS_PULL,
  leaningOfPost,
  middleOf,
  positionOf,
  rawOfPerson,
} from "../ranking/positions/position.ts";
import { positionWithin } from "../ranking/positions/within-topic.ts";
import { SITE } from "../ranking/read-standards.server.ts";
import { fromUnits, toUnits } from "../ranking/units.ts";

/** A line of the fit is drawn through so many of the latest votes, so that a vote costs the same on any post. */
const LATEST = 100;

interface Step {
  postId: number;
  personId: number;
  /** Whose votes are fitted together with this one. */
  scope: number;
}

/** Moves a post's leaning and then its voter's position, each by one line of the fit, with the vote already kept; the new position serves later votes only. Answers the leaning, in billionths. */
export async function stepPosition(trx: Trx, { postId, personId, scope }: Step): Promise<number> {
  const onPost = await votesOnPost.all(trx, { postId, scope });
  const agreement = onPost.reduce((sum, { agree }) => sum + agree, 0);
  const middle = middleOf(agreement, onPost.length);
  const leaning = leaningOfPost(
    onPost.map(({ agree, raw, bias }) => ({
      counts: true,
      raw: fromUnits(raw ?? 0),
      rest: agree - middle - fromUnits(bias ?? 0),
    })),
  );
  const latest = await votesOfPerson.all(trx, { personId });
  const votes = latest.filter((vote) => vote.scope === scope);
  // In threads of topics that are fitted by themselves posts lean by another measure: a place in the forum that rests on votes there too stays until the night.
  if (scope === SITE && votes.length < latest.length) return toUnits(leaning);
  const given = votes.map((vote) => {
    // The tally of this post does not know its vote yet.
    if (vote.post_id === postId) return { leaning, beyond: vote.agree - middle };
    const expected = middleOf(vote.agree_count - vote.disagree_count, vote.count);
    return { leaning: fromUnits(vote.leaning), beyond: vote.agree - expected };
  });
  const bias = given.reduce((sum, vote) => sum + vote.beyond, 0) / (given.length + BIAS_PULL);
  const raw = rawOfPerson(
    given.map((vote) => ({ leaning: vote.leaning, rest: vote.beyond - bias })),
  );
  const own = positionOf(raw, given.length);
  const onSite = scope === SITE ? null : await positionOnSite.first(trx, { personId });
  const x = scope === SITE ? own : positionWithin(own, given.length, fromUnits(onSite?.x ?? 0));
  const units = { raw: toUnits(raw), x: toUnits(x), bias: toUnits(bias), count: given.length };
  await keep.all(trx, { scope, personId, ...units });
  return toUnits(leaning);
}

const votesOnPost = prepared((db, value: ValueOf<{ postId: number; scope: number }>) =>
  db
    .selectFrom("vote")
    .leftJoin("position", (join) =>
      join
        .onRef("position.person_id", "=", "vote.person_id")
        .on("position.scope", "=", value("scope")),
    )
    .select(["vote.agree", "position.raw", "position.bias"])
    .where("vote.post_id", "=", value("postId"))
    .where("vote.agree", "!=", 0)
    .where("vote.weight", ">", 0)
    .orderBy("vote.changed_at", "desc")
    .limit(LATEST),
);

/** Of the latest, with the scope of the thread of each. */
const votesOfPerson = prepared((db, value: ValueOf<{ personId: number }>) =>
  db
    .selectFrom((from) =>
      from
        .selectFrom("vote")
        .select(["post_id", "agree"])
        .where("person_id", "=", value("personId"))
        .where("agree", "!=", 0)
        .orderBy("changed_at", "desc")
        .limit(LATEST)
        .as("vote"),
    )
    .innerJoin("tally", "tally.post_id", "vote.post_id")
    .leftJoin("thread_topic", (join) =>
      join
        .onRef("thread_topic.thread_id", "=", "tally.thread_id")
        .on("thread_topic.position", "=", 0),
    )
    .leftJoin("fit", "fit.scope", "thread_topic.topic_id")
    .select(["vote.post_id", "vote.agree", "tally.leaning"])
    .select(["tally.agree_count", "tally.disagree_count"])
    .select((eb) => [
      eb("tally.agree_count", "+", eb.ref("tally.disagree_count")).as("count"),
      eb.fn.coalesce("fit.scope", sql.lit(SITE)).as("scope"),
    ]),
);

const positionOnSite = prepared((db, value: ValueOf<{ personId: number }>) =>
  db
    .selectFrom("position")
    .select("x")
    .where("scope", "=", SITE)
    .where("person_id", "=", value("personId")),
);

interface Kept {
  scope: number;
  personId: number;
  raw: number;
  x: number;
  bias: number;
  count: number;
}

const keep = prepared((db, value: ValueOf<Kept>) => {
  const found = {
    raw: value("raw"),
    x: value("x"),
    bias: value("bias"),
    vote_count: value("count"),
  };
  return db
    .insertInto("position")
    .values({ scope: value("scope"), person_id: value("personId"), ...found })
    .onConflict((conflict) => conflict.columns(["scope", "person_id"]).doUpdateSet(found));
});
