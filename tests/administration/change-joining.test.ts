import { expect, test } from "vitest";
import { changeJoining } from "#app/administration/change-joining.server.ts";
import { readJoiningDraft } from "#app/administration/joining.ts";
import { readJoining } from "#app/administration/read-joining.server.ts";
import { openForum, START } from "../forum.ts";

const closed = { joining: "closed", reason: "A wave of spam." } as const;

test("everybody may join until an administrator decides otherwise, with a reason in the log", async () => {
  const { db, root } = await openForum();
  expect(await readJoining(db)).toBe("open");
  await changeJoining(db, root, closed, START);
  expect(await readJoining(db)).toBe("closed");
  await changeJoining(db, root, closed, START + 1);
  expect(await db.selectFrom("event").selectAll().execute()).toMatchObject([
    {
      kind: "joining-changed",
      person_id: root.id,
      reason: closed.reason,
      details: '{"before":"open","after":"closed"}',
    },
  ]);
});

test("nobody else decides who may join", async () => {
  const { db, mo, ada } = await openForum();
  for (const person of [mo, ada, { ...ada, role: "administrator" as const }]) {
    await expect(changeJoining(db, person, closed, START)).rejects.toMatchObject({ status: 403 });
  }
  expect(await readJoining(db)).toBe("open");
  expect(await db.selectFrom("event").select("id").execute()).toEqual([]);
});

test("the form of joining has a choice and a reason", () => {
  const read = (fields: Record<string, string>) => readJoiningDraft(new URLSearchParams(fields));
  expect(read(closed).draft).toEqual(closed);
  expect(Object.keys(read({ joining: "maybe" }).problems!)).toEqual(["joining", "reason"]);
});
