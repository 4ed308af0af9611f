import { expect, test } from "vitest";
import { keepTime } from "#app/moderation/keep-time.server.ts";
import { type Rewrite, rewritePost } from "#app/moderation/rewrite-post.server.ts";
import type { Person } from "#app/permissions.ts";
import type { Scorer } from "#app/substance/scores.ts";
import type { Db } from "#db/open.server.ts";
import { openForum } from "../forum.ts";
import { beginThread, reply, rowOf } from "../threads/thread.ts";
import {
  caseOf,
  DAY,
  decide,
  decideOn,
  everything,
  insultOf,
  keptOf,
  now,
  refusalOf,
  shown,
} from "./cases.ts";

const insulting = "A licence is a contract. You are *an utter fool*. It binds who signs.";
const clean = "A licence is a contract. I think you misread it. It binds who signs.";
const limits = Number.POSITIVE_INFINITY;
const sees =
  (insult: number): Scorer =>
  () => ({ insult, substance: 0, passages: [], judged: true });

const rewrite = (
  db: Db,
  person: Person,
  id: number,
  more: Partial<Rewrite> = {},
  scorer: Scorer | undefined = undefined,
) =>
  rewritePost(
    db,
    person,
    id,
    { body: clean, version: 1, ...more },
    { now: now + DAY, limits, scorer: () => scorer },
  );

async function asked() {
  const forum = await openForum();
  const { threadId } = await beginThread(forum.db, forum.ada);
  const id = await reply(forum.db, forum.ben, threadId, { body: insulting });
  const { caseId } = await decideOn(forum.db, forum.mo, id, "ask", {
    passage: "You are an utter fool.",
  });
  return { ...forum, id, caseId };
}

test("a text without the passage clears its post at once, and its history begins there", async () => {
  const { db, ben, id, caseId } = await asked();
  expect(await rewrite(db, ben, id, {}, sees(0.1))).toMatchObject({ outcome: "cleared" });
  expect(await caseOf(db, caseId)).toMatchObject({ state: "cleared", closed_at: now + DAY });
  expect(await rowOf(db, "post", id)).toMatchObject({
    ...{ state: "published", body: clean, version: 2, public_from: 2 },
  });
  expect(await insultOf(db, id)).toBe(0);
  const { revision, action } = await everything(db);
  expect(revision.at(-1)).toMatchObject({ post_id: id, version: 1, body: insulting });
  expect(action.at(-1)).toMatchObject({ kind: "clear", about_id: ben.id, by_id: null });
});

test("a text in which nothing can be read clears nothing", async () => {
  const { db, ben, id, caseId } = await asked();
  for (const body of ["\u200b\u3000", "\u3164", "[a]: http://x.example", "$\\phantom{x}$"]) {
    expect(await refusalOf(db, () => rewrite(db, ben, id, { body }, sees(0)))).toMatchObject({
      ...{ status: 422, problems: { body: { key: "threads.body.unseen" } } },
    });
  }
  expect(await caseOf(db, caseId)).toMatchObject({ state: "asked" });
});

test("where the passage still stands, or the scorer still sees an insult, a moderator looks within a day", async () => {
  const { db, ben, mo, id, caseId } = await asked();
  expect(await rewrite(db, ben, id, {}, sees(0.5))).toMatchObject({ outcome: "waits" });
  expect(await caseOf(db, caseId)).toMatchObject({
    ...{ state: "rewritten", waits_for: "moderator", due_at: now + 2 * DAY },
  });
  expect(await rowOf(db, "post", id)).toMatchObject({ state: "rewritten", public_from: 0 });
  await decide(db, mo, caseId, "refuse");
  expect(await caseOf(db, caseId)).toMatchObject({ state: "asked", ask_count: 2 });
  const still = { body: `${insulting} Still.`, version: 2 };
  expect(await rewrite(db, ben, id, still)).toMatchObject({ outcome: "waits" });
  await keepTime(db, now + 3 * DAY, () => {});
  expect(await caseOf(db, caseId)).toMatchObject({ state: "cleared" });
  expect(await rowOf(db, "post", id)).toMatchObject({ state: "published", public_from: 3 });
});

test("a second rewrite that is not enough leaves the post folded away", async () => {
  const { db, ben, mo, id, caseId } = await asked();
  for (const version of [1, 2]) {
    await rewrite(db, ben, id, { body: `${insulting} ${version}`, version });
    await decide(db, mo, caseId, "refuse");
  }
  expect(await caseOf(db, caseId)).toMatchObject({ state: "lapsed", ask_count: 2 });
});

test("in place of what was removed an author proposes a text, which nobody reads until a moderator confirms it", async () => {
  const { db, ben, mo, id, caseId } = await asked();
  await decide(db, mo, caseId, "remove");
  expect(await rewrite(db, ben, id)).toMatchObject({ outcome: "proposed" });
  expect(JSON.stringify(await shown(db))).not.toMatch(/utter fool\b.*binds|misread/);
  expect(await caseOf(db, caseId)).toMatchObject({ state: "removed", waits_for: "moderator" });
  expect(await keptOf(db, id)).toMatchObject([{ why: "away" }, { why: "proposed", body: clean }]);
  await decide(db, mo, caseId, "confirm");
  expect(await rowOf(db, "post", id)).toMatchObject({
    ...{ state: "published", body: clean, version: 2, public_from: 2, withdrawn_at: null },
  });
  expect(await keptOf(db, id)).toEqual([]);
  expect((await everything(db)).revision.at(-1)).toMatchObject({ body: insulting, version: 1 });
});

test("nobody but the author rewrites, only where it was asked, something else, and from the newest text", async () => {
  const { db, ada, ben, mo, id, caseId } = await asked();
  for (const other of [ada, mo]) {
    expect(await refusalOf(db, () => rewrite(db, other, id))).toEqual({
      ...{ status: 403, key: "threads.edit.not-yours" },
    });
  }
  const same = () => rewrite(db, ben, id, { body: insulting });
  expect(await refusalOf(db, same)).toMatchObject({
    problems: { body: { key: "deeds.rewrite.same" } },
  });
  const old = () => rewrite(db, ben, id, { version: 9 });
  expect(await refusalOf(db, old)).toEqual({ status: 409, key: "threads.edit.newer" });
  const none = () => rewrite(db, ben, 99);
  expect(await refusalOf(db, none)).toEqual({ status: 404, key: "threads.post.not-found" });
  await decide(db, mo, caseId, "dismiss");
  expect(await refusalOf(db, () => rewrite(db, ben, id))).toEqual({
    ...{ status: 409, key: "deeds.rewrite.not-asked" },
  });
});
