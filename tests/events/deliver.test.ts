import { describe, expect, test } from "vitest";
import { deliverEvents } from "#app/events/deliver.server.ts";
import { type Event, eventKinds, kindsWithConsequences } from "#app/events/event.ts";
import { recordEvent } from "#app/events/record.server.ts";
import { PAUSES } from "#app/events/take-deliveries.server.ts";
import { write } from "#db/write.server.ts";
import { openForum, START } from "../forum.ts";
import { everything } from "../threads/thread.ts";
import { deliver, deliverAll, following, noting, recordEvents, waiting } from "./events.ts";

const [LEASE, SECOND_PAUSE] = PAUSES;

describe("an event", () => {
  test("is delivered once, as it was recorded", async () => {
    const { db, ada, ben } = await openForum();
    const event: Event = {
      kind: "post-edited",
      at: START,
      ...{ personId: ada.id, aboutId: ben.id, threadId: 3, postId: 4, topicId: 5 },
      reason: "Why not",
      details: { before: "a", after: null },
    };
    const [first, second] = await recordEvents(db, event, { at: START + 1 });
    const { noted, table } = noting();
    await deliverAll(db, START, table);
    await deliverAll(db, START + 1_000_000, table);
    expect(noted).toEqual([
      { id: first, ...event },
      { id: second, kind: "thread-started", at: START + 1 },
    ]);
    expect(await waiting(db)).toEqual([]);
  });

  test("is delivered after those that happened before it", async () => {
    const { db } = await openForum();
    const times = Array.from({ length: 25 }, (_, place) => ({ at: START + 100 - place }));
    const ids = await recordEvents(db, ...times);
    const { ids: noted, table } = noting();
    await deliverAll(db, START, table);
    expect(noted()).toEqual(ids);
  });

  test("of a deed that failed is never delivered", async () => {
    const { db } = await openForum();
    const deed = write(db, async (trx) => {
      await recordEvent(trx, { kind: "thread-started", at: START });
      throw new Error("on second thoughts");
    });
    await expect(deed).rejects.toThrow("on second thoughts");
    const { noted, table } = noting();
    await deliverAll(db, START, table);
    expect(noted).toEqual([]);
    expect(await waiting(db)).toEqual([]);
  });

  test("waits for delivery only where something follows from its kind", async () => {
    const { db } = await openForum();
    await recordEvents(db, ...eventKinds.map((kind) => ({ kind, reason: "Because" })));
    const rows = await db
      .selectFrom("delivery")
      .innerJoin("event", "event.id", "delivery.event_id")
      .select("event.kind")
      .execute();
    expect(rows.map(({ kind }) => kind).sort()).toEqual([...kindsWithConsequences].sort());
  });
});

describe("of several who deliver at the same time", () => {
  test("each event is delivered by one", async () => {
    const { db } = await openForum();
    const ids = await recordEvents(db, ...Array.from({ length: 35 }, () => ({})));
    const { ids: noted, table } = noting();
    await Promise.all([1, 2, 3].map(() => deliverAll(db, START, table)));
    expect(noted().sort((one, other) => one - other)).toEqual(ids);
    expect(await waiting(db)).toEqual([]);
  });

  test("one that dies leaves its events to others when its lease ends", async () => {
    const { db } = await openForum();
    const ids = await recordEvents(db, {}, {});
    const isAtWork = new Promise<void>((resolve) => {
      // What never ends is what a dead process leaves behind.
      const never = () => new Promise((_) => resolve());
      void deliver(db, START, following(never));
    });
    await isAtWork;
    const { ids: noted, table } = noting();
    await deliverAll(db, START + LEASE - 1, table);
    expect(noted()).toEqual([]);
    await deliverAll(db, START + LEASE, table);
    expect(noted()).toEqual(ids);
    expect(await waiting(db)).toEqual([]);
  });

  test("one that ends after its lease takes nothing from the others", async () => {
    const { db } = await openForum();
    const [id] = await recordEvents(db, {});
    let fail = () => {};
    let slow: ReturnType<typeof deliver> | undefined;
    await new Promise<void>((atWork) => {
      const late = () =>
        new Promise((_, reject) => {
          fail = () => reject(new Error("too late"));
          atWork();
        });
      slow = deliver(db, START, following(late));
    });
    const failing = async () => {
      throw new Error("in time");
    };
    await deliver(db, START + LEASE, following(failing));
    const before = await waiting(db);
    expect(before).toMatchObject([{ id, attempts: 2 }]);
    fail();
    expect(await slow).toHaveLength(1);
    expect(await waiting(db)).toEqual(before);
  });
});

describe("what fails", () => {
  const bodies = async () => {
    throw new TypeError("cannot read the body of Ada's post");
  };

  test("is tried again after pauses that grow, at last each day, and told each time", async () => {
    const { db } = await openForum();
    const [id] = await recordEvents(db, {});
    let now = START;
    for (const pause of [...PAUSES, PAUSES.at(-1)!]) {
      expect(await deliver(db, now, following(bodies))).toMatchObject([
        { error: { message: /body/ }, where: `event ${id}, thread-started: bodies` },
      ]);
      expect(await deliver(db, now + pause - 1, following(bodies))).toEqual([]);
      now += pause;
    }
    const { ids, table } = noting();
    await deliverAll(db, now, table);
    expect(ids()).toEqual([id]);
    expect(await waiting(db)).toEqual([]);
  });

  test("is kept with where to look it up, and without what people wrote", async () => {
    const { db } = await openForum();
    const [id] = await recordEvents(db, { kind: "post-edited" });
    await deliver(db, START, following(bodies));
    expect(await waiting(db)).toEqual([
      { id, attempts: 1, at: START + LEASE, failure: "bodies: TypeError, reference1" },
    ]);
  });

  test("holds up neither other events nor what else follows from its own", async () => {
    const { db } = await openForum();
    const ids = await recordEvents(db, ...Array.from({ length: 24 }, () => ({})));
    const bad = ids.slice(0, 12);
    const { ids: noted, table } = noting();
    const failing = async (_: unknown, { id }: { id: number }) => {
      if (bad.includes(id)) throw new Error("not this one");
    };
    const both = following(failing, ...table["thread-started"]);
    for (let turn = 0; turn < 3; turn += 1) await deliver(db, START, both);
    expect(noted()).toEqual(ids);
    expect((await waiting(db)).map(({ id }) => id)).toEqual(bad);
  });

  test("comes after what was never tried", async () => {
    const { db } = await openForum();
    const [first] = await recordEvents(db, {});
    await deliver(db, START, following(bodies));
    const later = await recordEvents(db, ...Array.from({ length: 10 }, () => ({})));
    const { ids, table } = noting();
    await deliver(db, START + LEASE, table);
    await deliver(db, START + LEASE, table);
    expect(ids()).toEqual([...later, first]);
  });

  test("by ending its process rests as long as what fails otherwise", async () => {
    const { db } = await openForum();
    await recordEvents(db, {});
    for (const now of [START, START + LEASE]) {
      await new Promise<void>((atWork) => {
        void deliver(
          db,
          now,
          following(() => new Promise((_) => atWork())),
        );
      });
    }
    const { noted, table } = noting();
    await deliverAll(db, START + LEASE + SECOND_PAUSE - 1, table);
    expect(noted).toEqual([]);
    await deliverAll(db, START + LEASE + SECOND_PAUSE, table);
    expect(noted).toHaveLength(1);
  });
});

test("a delivery that finds nothing asks the database once, and writes nothing", async () => {
  const { db } = await openForum();
  await recordEvents(db, {});
  await deliver(
    db,
    START,
    following(async () => Promise.reject(new Error("rests"))),
  );
  const before = await everything(db);
  let answers = 0;
  const listening = db.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      answers += 1;
      return result;
    },
  });
  expect(await deliverEvents(listening, START, String)).toBe(0);
  expect(answers).toBe(1);
  expect(await everything(db)).toEqual(before);
});

test("what no longer has a consequence is forgotten", async () => {
  const { db } = await openForum();
  await recordEvents(db, {});
  const [id] = await recordEvents(db, { kind: "post-withdrawn" });
  await db.insertInto("delivery").values({ event_id: id! }).execute();
  await deliverAll(db, START, noting().table);
  expect(await waiting(db)).toEqual([]);
});
