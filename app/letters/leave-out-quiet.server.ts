import { findBranches } from "#app/following/find-branches.server.ts";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import type { FollowKind } from "#db/schema.ts";

/** Threads and branches that are looked at, the newest. */
const MOST_QUIET = 500;

interface Post {
  id: number;
  thread_id: number;
  author_id: number;
  branch_id: number | null;
}

/** Leaves out posts of which somebody wishes to hear nothing, though it is followed farther off: the nearest branch decides before the thread, and the thread before its topics; whom they follow is heard all the same. `follows` are those by which they wish to hear. */
export async function leaveOutQuiet<Row extends Post>(
  db: Db,
  personId: number,
  follows: readonly { kind: FollowKind; object_id: number }[],
  posts: readonly Row[],
): Promise<Row[]> {
  const quiet = await quietOf.all(db, { personId });
  if (quiet.length === 0) return [...posts];
  const ids = (of: typeof follows, kind: FollowKind) =>
    new Set(of.filter((one) => one.kind === kind).map(({ object_id }) => object_id));
  const [people, heard] = [ids(follows, "person"), ids(follows, "branch")];
  const [threads, branches] = [ids(quiet, "thread"), ids(quiet, "branch")];
  const nearest = await findBranches(db, new Set([...branches, ...heard]), posts);
  return posts.filter(({ id, thread_id, author_id }) => {
    if (people.has(author_id)) return true;
    const branch = nearest.get(id);
    return branch === undefined ? !threads.has(thread_id) : heard.has(branch);
  });
}

const quietOf = prepared((db, value: ValueOf<{ personId: number }>) =>
  db
    .selectFrom("follow")
    .select(["kind", "object_id"])
    .where("person_id", "=", value("personId"))
    .where("level", "=", "nothing")
    .where("kind", "in", ["thread", "branch"])
    .orderBy("followed_at", "desc")
    .limit(MOST_QUIET),
);
