import type { Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { type Place, placeOfNew, type Standards } from "./place.ts";

/** A post that was just inserted. */
export interface Begun {
  postId: number;
  threadId: number;
  authorId: number;
  /** Null for an opening post. */
  parentId: number | null;
  depth: number;
  postedAt: number;
  /** Of the author's own; null where nobody counted. */
  words: number | null;
  /** Votes in its thread. */
  threadVotes: number;
}

interface Row extends Begun, Pick<Place, "substance" | "best" | "across" | "dueAt"> {}

const insert = prepared((db, value: ValueOf<Row>) =>
  db.insertInto("tally").values({
    post_id: value("postId"),
    thread_id: value("threadId"),
    author_id: value("authorId"),
    parent_id: value("parentId"),
    depth: value("depth"),
    posted_at: value("postedAt"),
    words: value("words"),
    substance: value("substance"),
    best: value("best"),
    across: value("across"),
    due_at: value("dueAt"),
  }),
);

/** Begins the tally of a post, which gives it its place among others. */
export async function beginTally(
  trx: Trx,
  begun: Begun,
  standards: Standards,
  now: number,
): Promise<Place> {
  const place = placeOfNew(begun, standards, now);
  await insert.all(trx, { ...begun, ...place });
  return place;
}
