import { expect, test } from "vitest";
import { deliverEvents } from "#app/events/deliver.server.ts";
import { recordAct } from "#app/moderation/act.server.ts";
import { readOwnPace, watchPace } from "#app/pace/watch-pace.server.ts";
import type { Person } from "#app/permissions.ts";
import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { openForum, START } from "../forum.ts";
import { beginThread, reply } from "../threads/thread.ts";

const DAY = 86_400;

interface Insult {
  flagger: Person;
  state?: "asked" | "cleared" | "lapsed" | "removed";
  reason?: string;
  threadId?: number;
}

/** A reply of Ben's whose flag was upheld. */
async function insult(db: Db, ada: Person, ben: Person, one: Insult) {
  const threadId = one.threadId ?? (await beginThread(db, ada)).threadId;
  const postId = await reply(db, ben, threadId);
  const { id } = await db
    .insertInto("case")
    .values({
      ...{ kind: "rules", state: one.state ?? "lapsed", post_id: postId, thread_id: threadId },
      ...{ author_id: ben.id, post_version: 1, opened_at: START, decided_at: START + 1 },
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await db
    .insertInto("flag")
    .values({
      ...{ post_id: postId, case_id: id, person_id: one.flagger.id, weight: 1, is_own_side: 0 },
      ...{ reason: one.reason ?? "insult", flagged_at: START, verdict: "upheld" },
      decided_at: START + 1,
    })
    .execute();
  return threadId;
}

test("three upheld insults in three threads, flagged by three people and not rewritten, slow their author for 14 days, in the log", async () => {
  const { db, ada, ben, nia, mo } = await openForum();
  await insult(db, ada, ben, { flagger: ada });
  await insult(db, ada, ben, { flagger: nia, state: "removed" });
  expect(await watchPace(db, ben.id, START + 10)).toBe(false);
  await insult(db, ada, ben, { flagger: mo, state: "asked" });
  await write(db, (trx) =>
    recordAct(trx, {
      ...{ kind: "ask", office: "moderator", byId: mo.id, aboutId: ben.id, now: START + 9 },
      reason: "An insult.",
    }),
  );
  await deliverEvents(db, START + 10, (error) => {
    throw error;
  });
  const until = START + 10 + 14 * DAY;
  const reason = expect.stringContaining("3 of the last 20 posts, in 3 threads");
  const acts = await db.selectFrom("action").selectAll().where("kind", "=", "pace").execute();
  expect(acts).toMatchObject([{ office: "clock", by_id: null, about_id: ben.id, until_at: until }]);
  const slowed = { until, reason, actId: acts[0]!.id };
  expect(await readOwnPace(db, ben.id, START + 11)).toEqual(slowed);
  expect(await readOwnPace(db, ben.id, until)).toBeNull();
  expect(await watchPace(db, ben.id, START + 20)).toBe(false);
  expect(await watchPace(db, ben.id, until + 1)).toBe(false);
});

test("the same insults slow nobody twice, whatever is decided on them later", async () => {
  const { db, ada, ben, nia, mo } = await openForum();
  for (const flagger of [ada, nia, mo]) await insult(db, ada, ben, { flagger });
  expect(await watchPace(db, ben.id, START + 10)).toBe(true);
  const later = START + 15 * DAY;
  await db.updateTable("case").set({ state: "redacted", decided_at: later }).execute();
  expect(await watchPace(db, ben.id, later + 1)).toBe(false);
});

test("what was rewritten, stands in two threads, was flagged by two people or is no insult slows nobody", async () => {
  const { db, ada, ben, nia, mo } = await openForum();
  const [first, second, third] = [ada, nia, mo].map((flagger) => ({ flagger }));
  const threadId = await insult(db, ada, ben, first!);
  await insult(db, ada, ben, second!);
  await insult(db, ada, ben, { ...third!, state: "cleared" });
  await insult(db, ada, ben, { ...third!, threadId });
  await insult(db, ada, ben, first!);
  await insult(db, ada, ben, { ...third!, reason: "promotion" });
  await db
    .deleteFrom("flag")
    .where("person_id", "=", mo.id)
    .where("reason", "=", "insult")
    .execute();
  expect(await watchPace(db, ben.id, START + 10)).toBe(false);
  const { slowed_until } = await db
    .selectFrom("person")
    .select("slowed_until")
    .where("id", "=", ben.id)
    .executeTakeFirstOrThrow();
  expect(slowed_until).toBeNull();
});
