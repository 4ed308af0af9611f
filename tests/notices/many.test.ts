import { performance } from "node:perf_hooks";
import { expect, test } from "vitest";
import { deliverAll } from "../events/events.ts";
import { openTwice, START } from "../forum.ts";
import { beginThread, reply } from "../threads/thread.ts";
import { follow } from "./follow.ts";

const MANY = 10_000;

test("a reply in a thread that ten thousand follow is told to all of them within ten seconds", async () => {
  const { db, ada, ben } = await openTwice();
  const { threadId } = await beginThread(db, ada);
  await deliverAll(db);
  for (let count = 0; count < MANY; count += 500) {
    const { id } = await db
      .selectFrom("person")
      .select((eb) => eb.fn.max("id").as("id"))
      .executeTakeFirstOrThrow();
    const row = { name: "", name_key: "", about: "", about_html: "", joined_at: START };
    const rows = Array.from({ length: 500 }, (_, place) => {
      const name = `Reader ${id + place}`;
      return { ...row, role: "member" as const, level: 1, name, name_key: name };
    });
    const added = await db.insertInto("person").values(rows).returning("id").execute();
    await follow(db, added, "thread", threadId, "every");
  }
  for (const round of [1, 2]) {
    await reply(db, ben, threadId);
    const begun = performance.now();
    await deliverAll(db, START + round);
    const took = performance.now() - begun;
    expect(took).toBeLessThan(10_000);
    const { count } = await db
      .selectFrom("notice")
      .select((eb) => eb.fn.countAll<number>().as("count"))
      .where("kind", "=", "thread")
      .where("count", "=", round)
      .executeTakeFirstOrThrow();
    expect(Number(count)).toBe(MANY);
  }
});
