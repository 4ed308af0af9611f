/** The database goes away and comes back. */
import { sql } from "kysely";
import { expect, inject, test } from "vitest";
import { addStarterTopics } from "#app/topics/add-starter-topics.server.ts";
import { alone } from "#db/alone.server.ts";
import { Away } from "#db/trouble.ts";
import { cannotWrite, isAway, write } from "#db/write.server.ts";
import { openForum, START } from "../forum.ts";

const caught = (promise: Promise<unknown>) => promise.then(() => null).catch((error) => error);

test("whoever waits behind a writer that met an outage is told at once, and whoever comes later is not", async () => {
  const { db } = await openForum();
  const tried: string[] = [];
  const first = write(db, async () => {
    tried.push("first");
    throw new Away("gone");
  });
  const second = write(db, async () => tried.push("second"));
  expect([await caught(first), await caught(second)].map(isAway)).toEqual([true, true]);
  await write(db, async () => tried.push("third"));
  expect(tried).toEqual(["first", "third"]);
});

test("an outage is known by its name, in whichever bundle it was met", () => {
  class Other extends Error {
    override readonly name = "Away";
  }
  expect([isAway(new Other()), cannotWrite(new Other())]).toEqual([true, true]);
  expect(["Away", null, new Error("Away")].some(isAway)).toBe(false);
});

test.runIf(inject("engine") === "postgres")(
  "a connection that is cut amid a deed keeps nothing of it, and the next deed has another",
  async () => {
    const { db } = await openForum();
    const cut = write(db, async (trx) => {
      await trx.deleteFrom("topic").execute();
      await sql`select pg_terminate_backend(pg_backend_pid())`.execute(trx);
    });
    expect(isAway(await caught(cut))).toBe(true);
    expect(
      await caught(write(db, (trx) => trx.selectFrom("person").select("id").execute())),
    ).toBeNull();
  },
);

test("what is done alone is done by one after the other, also after one that failed", async () => {
  const { db } = await openForum();
  const done: string[] = [];
  const slow = alone(db, async () => {
    done.push("begun");
    await addStarterTopics(db, START);
    done.push("ended");
    throw new Error("no more");
  });
  expect(await caught(slow)).toBeInstanceOf(Error);
  await alone(db, async () => done.push("next"));
  expect(done).toEqual(["begun", "ended", "next"]);
});
