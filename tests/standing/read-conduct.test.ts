import { expect, test } from "vitest";
import { toUnits } from "#app/ranking/units.ts";
import { conductPoints, conductSum } from "#app/standing/conduct-points.ts";
import { readConduct } from "#app/standing/read-conduct.server.ts";
import { readStanding } from "#app/standing/read-standing.server.ts";
import type { Db } from "#db/open.server.ts";
import { flag } from "../flags/flagging.ts";
import { openForum, START } from "../forum.ts";
import { beginThread } from "../threads/thread.ts";

const decide = (db: Db, verdict: "upheld" | "rejected", counts = 1) =>
  db
    .updateTable("flag")
    .set({ verdict, decided_at: START + 99, counts })
    .where("decided_at", "is", null)
    .execute();

test("own flags bring a fifth of a point where they are upheld, and cost two fifths where they are rejected", async () => {
  const { db, ada, ben } = await openForum();
  const before = (await readStanding(db, ben, START)).facts.points;
  const one = await beginThread(db, ada);
  await flag(db, ben, one.openingId);
  await decide(db, "upheld");
  const two = await beginThread(db, ada);
  await flag(db, ben, two.openingId, { reason: "illegal" });
  await decide(db, "rejected", 2);
  const three = await beginThread(db, ada);
  await flag(db, ben, three.openingId);
  expect(await readConduct(db, ben.id)).toMatchObject({
    ...{ flags: { decided: 3, upheld: 1 }, rejected: 1, unrewritten: 0, insults: 0 },
  });
  const { facts, conduct } = await readStanding(db, ben, START);
  expect(conduct).toEqual({ upheld: 1, rejected: 1, unrewritten: 0 });
  expect(facts.points - before).toBeCloseTo(-0.2);
  expect(facts.flags).toEqual({ decided: 3, upheld: 1 });
});

test("an upheld insult costs two points once its author has let the time for a new text go by, and spam costs none", async () => {
  const { db, ada, ben } = await openForum();
  const { openingId } = await beginThread(db, ada);
  await beginThread(db, ada);
  await flag(db, ben, openingId);
  const set = (state: "asked" | "lapsed" | "cleared" | "removed", kind: "rules" | "spam") =>
    db
      .updateTable("case")
      .set({ state, kind, insult: toUnits(1) })
      .execute();
  await set("asked", "rules");
  expect((await readConduct(db, ada.id)).unrewritten).toBe(0);
  await set("lapsed", "rules");
  expect(await readConduct(db, ada.id)).toMatchObject({ unrewritten: 1, insults: 0.5 });
  await set("cleared", "rules");
  expect((await readConduct(db, ada.id)).unrewritten).toBe(0);
  await set("removed", "spam");
  expect((await readConduct(db, ada.id)).unrewritten).toBe(0);
});

test("what it comes to is the sum of its parts", () => {
  const counts = { upheld: 5, rejected: 2, unrewritten: 1 };
  expect(conductPoints(counts)).toEqual({ upheld: 1, rejected: -0.8, unrewritten: -2 });
  expect(conductSum(counts)).toBeCloseTo(-1.8);
});
