/** A forum goes from one engine to the other and back, and nothing of it is lost. */
import path from "node:path";
import { expect, test } from "vitest";
import { moveForum } from "#app/moving/move-forum.server.ts";
import { takePostgresDatabase } from "../databases.ts";
import { makeDemonstration, makePlace, patient } from "./forums.ts";

test("a forum moved to PostgreSQL and back is equal, table by table", async () => {
  const folder = makePlace();
  const first = `file:${await makeDemonstration(folder)}`;
  const second = await takePostgresDatabase("template0");
  const third = `file:${path.join(folder, "back.db")}`;
  const there = await moveForum(first, second, patient);
  expect(there.to).toEqual(there.from);
  const back = await moveForum(second, third, patient);
  expect(back.to).toEqual(there.from);
  expect(there.from.find(({ table }) => table === "post")?.rows).toBeGreaterThan(20);
});
