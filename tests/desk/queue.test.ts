import { expect, test } from "vitest";
import { countForModerator, countWaiting } from "#app/desk/count-waiting.server.ts";
import { listCases } from "#app/desk/list-cases.server.ts";
import { findNextCase } from "#app/desk/read-case.server.ts";
import { openForum } from "../forum.ts";
import { caseOf, decide, flagged } from "../moderation/cases.ts";
import { beginThread, reply } from "../threads/thread.ts";

async function openQueue(priorities: { priority: number; kind?: "rules" | "spam" | "urgent" }[]) {
  const forum = await openForum();
  const { db, ada, ben, nia } = forum;
  const { threadId } = await beginThread(db, ada);
  const ids: number[] = [];
  for (const more of priorities) {
    const postId = await reply(db, ben, threadId);
    ids.push(await flagged(db, postId, [ada, nia], more));
  }
  return { ...forum, ids, threadId };
}

const idsOf = ({ cases }: { cases: { id: number }[] }) => cases.map(({ id }) => id);

test("the queue shows what matters most first, equals by age, and spam apart", async () => {
  const { db, ids } = await openQueue([
    { priority: 5 },
    { priority: 9, kind: "urgent" },
    { priority: 7, kind: "spam" },
    { priority: 5 },
    { priority: 8 },
  ]);
  const [older, urgent, spam, newer, first] = ids;
  expect(idsOf(await listCases(db, "waiting", null))).toEqual([urgent, first, older, newer]);
  expect(idsOf(await listCases(db, "spam", null))).toEqual([spam]);
  expect(idsOf(await listCases(db, "urgent", null))).toEqual([urgent]);
  expect(idsOf(await listCases(db, "waiting", "8.5"))).toEqual([older, newer]);
  const [line] = (await listCases(db, "rules", null)).cases;
  expect(line).toMatchObject({ author: "Ben", reasons: [{ reason: "insult", count: 2 }] });
});

test("each page of the queue goes on where the one before ended, until nothing is left", async () => {
  const { db, ids } = await openQueue(
    Array.from({ length: 35 }, (_, place) => ({ priority: place % 3 })),
  );
  const found: number[] = [];
  let after: string | null = null;
  do {
    const page = await listCases(db, "waiting", after);
    found.push(...idsOf(page));
    after = page.next;
  } while (after);
  expect(found).toHaveLength(35);
  expect(new Set(found)).toEqual(new Set(ids));
});

test("what was decided waits no more, is not counted, and the next case follows", async () => {
  const { db, mo, ids } = await openQueue([{ priority: 3 }, { priority: 2 }, { priority: 1 }]);
  const [first, second, third] = ids as [number, number, number];
  expect((await countWaiting(db)).parts).toMatchObject({ waiting: 3, rules: 3, spam: 0 });
  expect(await countForModerator(db)).toBe(3);
  const place = await caseOf(db, second);
  expect(await findNextCase(db, "waiting", place)).toBe(third);
  await decide(db, mo, second, "ask");
  expect(idsOf(await listCases(db, "waiting", null))).toEqual([first, third]);
  expect(await findNextCase(db, "waiting", await caseOf(db, third))).toBe(first);
  await decide(db, mo, first, "dismiss");
  await decide(db, mo, third, "dismiss");
  expect(await countForModerator(db)).toBe(0);
  expect(await findNextCase(db, "waiting", place)).toBeNull();
});
