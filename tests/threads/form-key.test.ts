import { expect, test } from "vitest";
import { findSending, sweepFormKeys } from "#app/threads/form-key.server.ts";
import { openForum, START } from "../forum.ts";
import { beginThread } from "./thread.ts";

const WEEK = 7 * 86_400;

test("a sending is remembered for a week", async () => {
  const { db, ada, ben } = await openForum();
  const { path } = await beginThread(db, ada, {}, { key: "form" });
  await sweepFormKeys(db, START + WEEK);
  expect(await findSending(db, ada.id, "form")).toBe(path);
  expect(await findSending(db, ben.id, "form")).toBeNull();
  expect(await findSending(db, ada.id, null)).toBeNull();
  await sweepFormKeys(db, START + WEEK + 1);
  expect(await findSending(db, ada.id, "form")).toBeNull();
});
