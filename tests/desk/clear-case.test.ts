import { expect, test } from "vitest";
import { listClearCases } from "#app/desk/list-clear-cases.server.ts";
import { clearCase } from "#app/moderation/clear-case.server.ts";
import { isClearCase } from "#app/moderation/clear-cases.ts";
import type { Person } from "#app/permissions.ts";
import { withdrawPost } from "#app/posts/withdraw-post.server.ts";
import { toUnits } from "#app/ranking/units.ts";
import type { Db } from "#db/open.server.ts";
import { openForum } from "../forum.ts";
import { caseOf, decide, flagged, now, refusalOf, verdictsOf } from "../moderation/cases.ts";
import { beginThread, reply } from "../threads/thread.ts";

async function trust(db: Db, ...people: Person[]) {
  for (const person of people) {
    person.level = 3;
    await db.updateTable("person").set({ level: 3 }).where("id", "=", person.id).execute();
  }
}

/** Ada is flagged by Nia; Ben and Mo are trusted. */
async function openClearCase() {
  const forum = await openForum();
  const { db, ada, ben, nia, mo } = forum;
  const { threadId } = await beginThread(db, mo);
  const postId = await reply(db, ada, threadId, { body: "You are paid. So what?" });
  const weight = { own_weight: toUnits(1), other_weight: toUnits(1) };
  const id = await flagged(db, postId, [nia], { passage: "You are paid.", ...weight });
  await trust(db, ben, mo);
  const { version } = await caseOf(db, id);
  return { ...forum, id, postId, threadId, version };
}

test("two trusted members who say the same settle a clear case, in the name of members", async () => {
  const { db, ben, mo, id, version } = await openClearCase();
  const [seen] = await listClearCases(db, ben);
  expect(seen).toMatchObject({ id, passage: "You are paid." });
  expect(seen!.html).toContain("<mark>You are paid.</mark>");
  expect(JSON.stringify(seen)).not.toMatch(/Nia|flag|level/);
  expect(await clearCase(db, ben, id, { verdict: "ask", version, now })).toBe("said");
  expect(await listClearCases(db, ben)).toEqual([]);
  expect((await caseOf(db, id)).state).toBe("open");
  expect(await clearCase(db, mo, id, { verdict: "ask", version, now })).toBe("settled");
  expect((await caseOf(db, id)).state).toBe("asked");
  expect(await verdictsOf(db, id)).toEqual(["upheld"]);
  const acts = await db.selectFrom("action").selectAll().execute();
  expect(acts).toMatchObject([{ kind: "ask", office: "members", by_id: null, case_id: id }]);
});

test.each<
  [
    string,
    (on: { db: Db; ben: Person; id: number; postId: number; threadId: number }) => Promise<unknown>,
  ]
>([
  [
    "is suspended",
    ({ db, ben }) =>
      db
        .updateTable("person")
        .set({ suspended_until: now + 9 })
        .where("id", "=", ben.id)
        .execute(),
  ],
  [
    "lost the level",
    ({ db, ben }) => db.updateTable("person").set({ level: 2 }).where("id", "=", ben.id).execute(),
  ],
  [
    "answered the post",
    ({ db, ben, threadId, postId }) => reply(db, ben, threadId, { parentId: postId }),
  ],
  [
    "flagged it",
    ({ db, ben, id, postId }) =>
      db
        .insertInto("flag")
        .values({
          ...{ post_id: postId, case_id: id, person_id: ben.id, reason: "insult" },
          ...{ weight: 0, is_own_side: 0, flagged_at: now },
        })
        .execute(),
  ],
])("who said something and then %s counts no more", async (_, then) => {
  const scene = await openClearCase();
  const { db, ben, mo, id } = scene;
  const said = async () =>
    ({ verdict: "ask", version: (await caseOf(db, id)).version, now }) as const;
  await clearCase(db, ben, id, await said());
  await then(scene);
  expect(await clearCase(db, mo, id, await said())).toBe("said");
  expect((await caseOf(db, id)).state).toBe("open");
});

test("two who differ, or one who says it twice, settle nothing", async () => {
  const { db, ben, mo, id, version } = await openClearCase();
  for (const _ of [1, 2]) await clearCase(db, ben, id, { verdict: "ask", version, now });
  expect(await clearCase(db, mo, id, { verdict: "dismiss", version, now })).toBe("said");
  expect((await caseOf(db, id)).state).toBe("open");
});

test("who wrote, flagged or answered the post, or is not trusted, has no say", async () => {
  const { db, ada, ben, nia, root, id, postId, threadId, version } = await openClearCase();
  await trust(db, ada, nia);
  await reply(db, ben, threadId, { parentId: postId });
  const { version: present } = await caseOf(db, id);
  for (const person of [ada, nia, ben]) {
    expect(await listClearCases(db, person)).toEqual([]);
    const say = () => clearCase(db, person, id, { verdict: "dismiss", version: present, now });
    expect(await refusalOf(db, say)).toMatchObject({
      ...{ status: 403, key: "clearing.has-part" },
    });
  }
  const untrusted = () => clearCase(db, root, id, { verdict: "dismiss", version, now });
  expect(await refusalOf(db, untrusted)).toMatchObject({ key: "clearing.level" });
});

test("what was decided meanwhile counts nothing more", async () => {
  const { db, ben, root, id, version } = await openClearCase();
  await decide(db, root, id, "dismiss");
  const late = () => clearCase(db, ben, id, { verdict: "ask", version, now });
  expect(await refusalOf(db, late)).toMatchObject({
    ...{ status: 409, key: "clearing.gone" },
  });
});

type Weighed = Parameters<typeof isClearCase>[0];

const clear: Weighed = {
  ...{ kind: "rules", state: "open", is_urgent: 0, own_weight: 0, other_weight: 0 },
  ...{ score: toUnits(0.6), decided_at: null, closed_at: null },
};

test.each<[string, Partial<Weighed>, boolean]>([
  ["a scorer that is sure", {}, true],
  ["flags that weigh enough", { score: null, own_weight: toUnits(1.5) }, true],
  ["neither", { score: toUnits(0.59), other_weight: toUnits(1.4) }, false],
  ["what is urgent", { is_urgent: 1 }, false],
  ["spam", { kind: "spam" }, false],
  ["what was decided once", { decided_at: now }, false],
])("%s makes a case clear, or does not", (_, more, isClear) => {
  expect(isClearCase({ ...clear, ...more })).toBe(isClear);
});

test("a text that its author took back is cleared by nobody", async () => {
  const { db, ada, ben, id, postId, version } = await openClearCase();
  await withdrawPost(db, ada, postId, { isRestored: false, now });
  expect(await listClearCases(db, ben)).toEqual([]);
  const say = () => clearCase(db, ben, id, { verdict: "ask", version, now });
  expect((await refusalOf(db, say)).status).toBe(409);
});
