import { expect, test } from "vitest";
import { readBacklog } from "#app/events/read-backlog.server.ts";
import { openForum, START } from "../forum.ts";
import { deliver, deliverAll, following, noting, recordEvents } from "./events.ts";

test("the backlog tells how many events wait, how many fail, and since when", async () => {
  const { db } = await openForum();
  expect(await readBacklog(db, START)).toEqual({ waiting: 0, failing: 0, seconds: 0 });
  await recordEvents(db, { at: START - 60 });
  const failing = async () => {
    throw new Error("not today");
  };
  await deliver(db, START, following(failing));
  await recordEvents(db, {}, { kind: "post-withdrawn" });
  expect(await readBacklog(db, START)).toEqual({ waiting: 2, failing: 1, seconds: 60 });
  await deliverAll(db, START + 30, noting().table);
  expect(await readBacklog(db, START + 30)).toEqual({ waiting: 0, failing: 0, seconds: 0 });
});
