/** Where posts may be that somebody follows: a few of the newest of each place and person, however much is there. */
import { type Expression, sql } from "kysely";
import { isAmong } from "#db/dialect.server.ts";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import type { FollowKind } from "#db/schema.ts";
import { findWorthSources } from "./find-worth-sources.server.ts";
import type { Followed } from "./followed.ts";
import { ofEach } from "./of-each.server.ts";
import { FEED_POSTS } from "./read-entries.server.ts";

/** Topics, branches and people that are looked through, each: those followed last. */
export const MOST_SOURCES = 100;

type Ids = { ids: readonly number[] };

/** The ids of posts, in no order, among which the newest are that a person follows; of what they follow, the latest first. */
export async function findSources(
  db: Db,
  personId: number,
  follows: readonly Followed[],
): Promise<number[]> {
  const at = (level: Followed["level"]) => (kind: FollowKind, most = MOST_SOURCES) =>
    follows
      .flatMap((each) => (each.kind === kind && each.level === level ? each.objectId : []))
      .slice(0, most);
