import { expect, inject, test } from "vitest";
import { inBatches } from "#app/ranking/fit/in-batches.server.ts";
import { openTwice } from "../../forum.ts";

test.skipIf(inject("engine") === "sqlite")(
  "where others are quicker each attempt takes half as many, and all are gone through once",
  async () => {
    const { db, second, ada } = await openTwice();
    const asked: number[] = [];
    const done: number[] = [];
    let quicker = 4;
    await inBatches(db, 0, async (trx, from, most) => {
      asked.push(most);
      const rename = (at: number) => ({ about: `${at}` });
      await trx.selectFrom("person").select("about").where("id", "=", ada.id).execute();
      if (quicker > 0) {
        quicker -= 1;
        await second.updateTable("person").set(rename(-1)).where("id", "=", ada.id).execute();
      }
      await trx.updateTable("person").set(rename(from)).where("id", "=", ada.id).execute();
      done.push(most);
      const next = from + most;
      return next < 500 ? next : null;
    });
    expect(asked).toEqual([300, 150, 75, 37, 18, 36, 72, 144, 288]);
    expect(done).toEqual([18, 36, 72, 144, 288]);
  },
);
