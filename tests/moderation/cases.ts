/** Cases to test with, and what is told of them in every table. */
import type { Selectable } from "kysely";
import type { ActionKind } from "#app/moderation/actions.ts";
import { type Decision, decideCase } from "#app/moderation/decide-case.server.ts";
import { openCase } from "#app/moderation/open-case.server.ts";
import type { Person } from "#app/permissions.ts";
import type { Db } from "#db/open.server.ts";
import type { Schema } from "#db/schema.ts";
import { START } from "../forum.ts";
import { refusalOf as refusalAmong, everything as threads } from "../threads/thread.ts";

export const DAY = 86_400;
export const HOUR = 3_600;
export const now = START + HOUR;

/** A decision with a reason, an hour after START. */
export const decision = (kind: ActionKind, more: Partial<Decision> = {}) => ({
  ...{ kind, ruleId: null, reason: "It is about a person.", now },
  ...more,
});

/** A moderator decides on a post that nobody flagged; answers the case. */
export async function decideOn(
  db: Db,
  moderator: Person,
  postId: number,
  kind: ActionKind,
  more: Partial<Decision> = {},
) {
  const actId = await openCase(db, moderator, postId, decision(kind, more));
  return { actId, caseId: (await actOf(db, actId)).case_id! };
}

/** A moderator decides on a case as it stands; answers the act. */
export async function decide(
  db: Db,
  moderator: Person,
  caseId: number,
  kind: ActionKind,
  more: Partial<Decision> = {},
) {
  const { version } = await caseOf(db, caseId);
  return decideCase(db, moderator, caseId, { ...decision(kind, more), version });
}

/** A case that waits for a moderator, with a flag of each of these people. */
export async function flagged(
  db: Db,
  postId: number,
  people: Person[],
  more: Partial<Selectable<Schema["case"]>> = {},
) {
  const post = await db
    .selectFrom("post")
    .select(["thread_id", "author_id", "version"])
    .where("id", "=", postId)
    .executeTakeFirstOrThrow();
  const { id } = await db
    .insertInto("case")
    .values({
      ...{ kind: "rules", state: "open", post_id: postId, thread_id: post.thread_id },
      ...{ author_id: post.author_id, rule_id: null, passage: null, post_version: post.version },
      ...{ score: null, waits_for: "moderator", waits_since: START, due_at: null },
      ...{ opened_at: START, decided_at: null, decided_by_id: null, closed_at: null },
      ...{ flag_count: people.length, insult: 400_000_000 },
      ...more,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const reason = more.kind === "topic" ? "off-topic" : "insult";
  for (const person of people) {
    await db
      .insertInto("flag")
      .values({
        ...{ post_id: postId, case_id: id, person_id: person.id, reason },
        ...{ weight: 1_000_000_000, is_own_side: 0, flagged_at: START },
      })
      .execute();
  }
  return id;
}

export const caseOf = (db: Db, id: number) =>
  db.selectFrom("case").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
export const actOf = (db: Db, id: number) =>
  db.selectFrom("action").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
export const verdictsOf = async (db: Db, caseId: number) =>
  (await db.selectFrom("flag").select("verdict").where("case_id", "=", caseId).execute()).map(
    ({ verdict }) => verdict,
  );
export const suspendedUntil = async (db: Db, personId: number) =>
  (
    await db
      .selectFrom("person")
      .select("suspended_until")
      .where("id", "=", personId)
      .executeTakeFirstOrThrow()
  ).suspended_until;
export const keptOf = (db: Db, postId: number) =>
  db.selectFrom("kept_text").selectAll().where("post_id", "=", postId).orderBy("why").execute();
export const insultOf = async (db: Db, postId: number) =>
  (
    await db
      .selectFrom("tally")
      .select("insult")
      .where("post_id", "=", postId)
      .executeTakeFirstOrThrow()
  ).insult;

/** All that the tables of threads and of moderation hold. */
export async function everything(db: Db) {
  return {
    ...(await threads(db)),
    notice: await db.selectFrom("notice").selectAll().orderBy("id").execute(),
  };
}

/** What everybody's pages are made of. */
export async function shown(db: Db) {
  const { kept_text: _, case: __, action: ___, ...rest } = await everything(db);
  return rest;
}

/** What a deed was refused for, having shown that it wrote nothing, here either. */
export async function refusalOf(db: Db, deed: () => Promise<unknown>) {
  const before = await everything(db);
  const refused = await refusalAmong(db, deed);
  const after = await everything(db);
  if (JSON.stringify(after) !== JSON.stringify(before)) throw new Error("it wrote something");
  return refused;
}
