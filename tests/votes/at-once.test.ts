import { expect, test } from "vitest";
import { refreshThreads } from "#app/ranking/refresh-threads.server.ts";
import { castVote } from "#app/votes/cast-vote.server.ts";
import { openTwice, START } from "../forum.ts";
import { beginThread, everything, reply, rowOf } from "../threads/thread.ts";
import { addReaders } from "./readers.ts";
import { kept, recount, totals } from "./recount.ts";

test("votes at the same moment from two processes are all counted, each once, while places are set anew", async () => {
  const { db, second, ada } = await openTwice();
  const { threadId, openingId } = await beginThread(db, ada);
  const id = await reply(db, ada, threadId);
  const readers = await addReaders(db, 12);
  const later = START + 60;
  const deeds = readers.flatMap((reader, place) => {
    const [one, other] = place % 2 === 0 ? [db, second] : [second, db];
    const wish = { worth: 1, agree: place % 3 === 0 ? 1 : -1 } as const;
    return [
      castVote(one, reader, openingId, wish, later),
      castVote(other, reader, openingId, wish, later),
      castVote(one, reader, id, wish, later),
    ];
  });
  const refreshing = [refreshThreads(db, later), refreshThreads(second, later)];
  await Promise.all([...deeds, ...refreshing]);
  expect((await everything(db)).vote).toHaveLength(24);
  expect(await kept(db)).toEqual(await recount(db));
  const { recounted, kept: sums } = await totals(db);
  expect(sums).toEqual(recounted);
  expect((await rowOf(db, "thread", threadId)).vote_count).toBe(24);
  await refreshThreads(second, later);
  expect((await everything(db)).voted_thread).toEqual([]);
  expect((await rowOf(db, "thread", threadId)).vote_step).toBe(16);
});
