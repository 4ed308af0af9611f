/** Gives posts the places that their votes come to now, where nobody votes at this moment: time has passed, or the thread has grown. */
import { sql } from "kysely";
import { isAmong } from "#db/dialect.server.ts";
import type { Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { addGain } from "./add-gain.server.ts";
import { type Place, placeOf, type Standards } from "./place.ts";

const tallied = prepared((db, value: ValueOf<{ ids: readonly number[] }>) =>
  db
    .selectFrom("tally")
    .innerJoin("thread", "thread.id", "tally.thread_id")
    .innerJoin("post", "post.id", "tally.post_id")
    .select(["tally.post_id", "tally.thread_id", "tally.author_id", "tally.depth"])
    .select(["tally.posted_at", "tally.words", "tally.voter_count", "tally.insult"])
    .select(["tally.worth_left", "tally.worth_right", "tally.only_left", "tally.only_right"])
    .select(["tally.substance", "tally.gain", "tally.best", "tally.across"])
    .select(["tally.shown_at", "tally.due_at", "thread.vote_count"])
    .select("post.withdrawn_at")
    .where(isAmong(db, sql.ref("tally.post_id"), value("ids")))
    .orderBy("tally.post_id"),
);

type Row = Awaited<ReturnType<typeof tallied.all>>[number];

/** Sets the places of some posts, as many as one transaction may hold up others for. Answers the threads whose page shows it. */
export async function setPlaces(
  trx: Trx,
  ids: readonly number[],
  standards: Standards,
  now: number,
): Promise<Set<number>> {
  const changed = new Set<number>();
  for (const row of await tallied.all(trx, { ids })) {
    const place = placeOf(toTallied(row), standards, now);
    if (isSame(row, place)) continue;
    await keep.all(trx, { postId: row.post_id, ...place });
    const gain = place.gain - row.gain;
    await addGain(trx, { threadId: row.thread_id, authorId: row.author_id, gain });
    const isSeen =
      gain !== 0 ||
      place.best !== row.best ||
      place.across !== row.across ||
      place.shownAt !== row.shown_at;
    if (isSeen) changed.add(row.thread_id);
  }
  return changed;
}

const toTallied = (row: Row) => ({
  sums: {
    worthLeft: row.worth_left,
    worthRight: row.worth_right,
    onlyLeft: row.only_left,
    onlyRight: row.only_right,
  },
  ...{ insult: row.insult, words: row.words, voters: row.voter_count },
  ...{ postedAt: row.posted_at, shownAt: row.shown_at, isOpening: row.depth === 0 },
  isWithdrawn: row.withdrawn_at !== null,
  threadVotes: row.vote_count,
});

const isSame = (row: Row, place: Place) =>
  row.substance === place.substance &&
  row.gain === place.gain &&
  row.best === place.best &&
  row.across === place.across &&
  row.shown_at === place.shownAt &&
  row.due_at === place.dueAt;

const keep = prepared((db, value: ValueOf<Place & { postId: number }>) =>
  db
    .updateTable("tally")
    .set({
      substance: value("substance"),
      gain: value("gain"),
      best: value("best"),
      across: value("across"),
      shown_at: value("shownAt"),
      due_at: value("dueAt"),
    })
    .where("post_id", "=", value("postId")),
);
