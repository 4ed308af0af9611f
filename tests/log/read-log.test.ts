import { expect, test } from "vitest";
import { changeRole } from "#app/administration/change-role.server.ts";
import type { Filters } from "#app/log/filters.ts";
import { LOG_ENTRIES, readLog } from "#app/log/read-log.server.ts";
import type { Db } from "#db/open.server.ts";
import { START } from "../forum.ts";
import { act, DAY, openTalk } from "./scene.ts";

async function openLog() {
  const talk = await openTalk();
  const { db, root, ben, mo, ada, ruleId, postId, threadId } = talk;
  const on = { postId, threadId, ruleId };
  const asked = await act(db, { kind: "ask", ...on, office: "members", byId: null });
  const removed = await act(db, { kind: "remove", ...on, now: START + DAY });
  const given = {
    kind: "restore",
    office: "administrator",
    byId: root.id,
    undoesId: removed,
  } as const;
  const restored = await act(db, { ...given, ...on, now: START + 40 * DAY });
  const warned = await act(db, { kind: "warn", aboutId: ada.id, now: START + 41 * DAY });
  await changeRole(db, root, ben.id, "moderator", "He reads with care.", START + 42 * DAY);
  const { id: role } = await db
    .selectFrom("event")
    .select("id")
    .where("kind", "=", "role-changed")
    .executeTakeFirstOrThrow();
  return { ...talk, mo, asked, removed, restored, warned, role };
}

const idsOf = async (db: Db, filters: Filters, after: string | null = null) =>
  (await readLog(db, after, filters)).entries.map(({ id }) => id);

test("an act in the log tells its rule, its office, whom it concerned and what undid it", async () => {
  const { db, asked, removed, restored, postId, threadId } = await openLog();
  const { entries } = await readLog(db, null);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  expect(byId.get(asked)).toMatchObject({
    ...{ kind: "rewrite-asked", office: "members", person: null, about: "Ben", postId },
    rule: { number: 2, slug: "argument", title: "Attack the argument" },
    thread: expect.objectContaining({ id: threadId }),
  });
  expect(byId.get(removed)).toMatchObject({
    person: "Mo",
    office: "moderator",
    undoneById: restored,
  });
  expect(byId.get(restored)).toMatchObject({ person: "Root", undoesId: removed });
});

test("the log is narrowed by what was done, rule, office, who, whom and when", async () => {
  const { db, asked, removed, restored, warned, role } = await openLog();
  expect(await idsOf(db, { kind: "post-removed" })).toEqual([removed]);
  expect(await idsOf(db, { rule: 2 })).toEqual([restored, removed, asked]);
  expect(await idsOf(db, { rule: 3 })).toEqual([]);
  expect(await idsOf(db, { office: "members" })).toEqual([asked]);
  expect(await idsOf(db, { by: "mo" })).toEqual([warned, removed]);
  expect(await idsOf(db, { about: "Ada" })).toEqual([warned]);
  expect(await idsOf(db, { by: "Nobody at all" })).toEqual([]);
  expect(await idsOf(db, { month: "2026-09" })).toEqual([removed, asked]);
  expect(await idsOf(db, { month: "2026-11", by: "Mo" })).toEqual([warned]);
  expect(await idsOf(db, { kind: "post-given-back", office: "moderator" })).toEqual([]);
  expect(await idsOf(db, { kind: "role-changed", by: "Root" })).toEqual([role]);
  expect(await idsOf(db, { kind: "role-changed", rule: 2 })).toEqual([]);
});

test("a narrowed log goes on page by page, whole and without repeating", async () => {
  const { db, postId, threadId } = await openTalk();
  const ids: number[] = [];
  for (let count = 0; count < LOG_ENTRIES + 3; count++) {
    ids.unshift(await act(db, { kind: "remove", postId, threadId, now: START + count }));
    await act(db, { kind: "warn", now: START + count });
  }
  const first = await readLog(db, null, { kind: "post-removed" });
  expect(first.entries).toHaveLength(LOG_ENTRIES);
  const second = await readLog(db, first.next, { kind: "post-removed" });
  expect(second.next).toBeNull();
  expect([...first.entries, ...second.entries].map(({ id }) => id)).toEqual(ids);
});
