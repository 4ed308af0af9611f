import { expect, test } from "vitest";
import { nextId } from "#db/dialect.server.ts";
import type { Db, Trx } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { openForum, START } from "../forum.ts";

const insert = async (trx: Trx, personId: number, subject: string, id?: number) => {
  const told = { person_id: personId, kind: "reply", subject, began_at: START, changed_at: START };
  const row = { ...told, ...(id === undefined ? {} : { id }) };
  return (await trx.insertInto("notice").values(row).returning("id").executeTakeFirstOrThrow()).id;
};

const take = (db: Db, personId: number, subject: string) =>
  write(db, async (trx) => {
    const { id } = await trx.selectNoFrom(nextId(trx, "notice").as("id")).executeTakeFirstOrThrow();
    return insert(trx, personId, subject, id);
  });

test("an id that is taken before its row is that of no other row, also of none that has gone", async () => {
  const { db, ada } = await openForum();
  const first = await take(db, ada.id, "first");
  const second = await write(db, (trx) => insert(trx, ada.id, "second"));
  await db.deleteFrom("notice").where("id", "=", second).execute();
  const third = await take(db, ada.id, "third");
  const fourth = await write(db, (trx) => insert(trx, ada.id, "fourth"));
  const ids = [first, second, third, fourth];
  expect(ids).toEqual([...new Set(ids)].toSorted((one, other) => one - other));
});
