import { sql } from "kysely";
import { isAmong } from "#db/dialect.server.ts";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import type { PostState } from "#db/schema.ts";
import type { ActionKind } from "../moderation/actions.ts";
import { type Fates, hasFate } from "./fate.ts";

/** Acts by which a post comes into a state that its place tells of. */
const leading: readonly ActionKind[] = [
  "ask",
  "refuse",
  "redact",
  "remove",
  "spam",
  "hide",
  "hold",
  "lapse",
];

/** What moderation made of posts, by their last cases and acts; nothing is asked where all of them are simply published. */
export async function readFates(
  db: Db,
  posts: readonly { id: number; state: PostState }[],
): Promise<Fates> {
  const ids = posts.filter(hasFate).map(({ id }) => id);
  if (ids.length === 0) return {};
  const rows = await fatesOf.all(db, { ids });
  return Object.fromEntries(
    rows.map(({ id, rule, passage, act_id, due_at }) => [
      id,
      { rule, passage, actId: act_id === null ? null : Number(act_id), dueAt: due_at },
    ]),
  );
}

const fatesOf = prepared((db, value: ValueOf<{ ids: readonly number[] }>) =>
  db
    .selectFrom("post")
    .leftJoin("case", (join) =>
      join.on("case.id", "=", (eb) =>
        eb
          .selectFrom("case as other")
          .select((each) => each.fn.max("other.id").as("id"))
          .whereRef("other.post_id", "=", "post.id")
          .where("other.state", "not in", ["open", "cleared", "restored"]),
      ),
    )
    .leftJoin("rule", "rule.id", "case.rule_id")
    .select(["post.id", "rule.position as rule", "case.passage", "case.due_at"])
    .select((eb) =>
      eb
        .selectFrom("action")
        .select((each) => each.fn.max<number | null>("action.id").as("id"))
        .whereRef("action.post_id", "=", "post.id")
        .where("action.kind", "in", leading)
        .as("act_id"),
    )
    .where(isAmong(db, sql.ref("post.id"), value("ids"))),
);
