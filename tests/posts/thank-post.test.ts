import { expect, test } from "vitest";
import type { Person } from "#app/permissions.ts";
import { countThanks } from "#app/posts/count-thanks.server.ts";
import { thankPost } from "#app/posts/thank-post.server.ts";
import { withdrawPost } from "#app/posts/withdraw-post.server.ts";
import { readMarks } from "#app/reading/read-marks.server.ts";
import { ShownPosts } from "#app/reading/shown-posts.ts";
import { loader as account } from "#app/routes/account.tsx";
import { loader as personPage } from "#app/routes/person.tsx";
import { action } from "#app/routes/post-thanks.tsx";
import type { Db } from "#db/open.server.ts";
import { plansOf } from "../db/plan.ts";
import { openForum, START } from "../forum.ts";
import { openThread } from "../routes/open-page.ts";
import { handedBack, leadsTo, visit } from "../routes/visit.ts";
import { beginThread, everything, refusalOf, reply, rowOf } from "../threads/thread.ts";

const thanks = { isThanked: true, now: START + 5 };
const back = { isThanked: false, now: START + 6 };

const marksFor = async (db: Db, person: Person, threadId: number) =>
  (await openThread(db, person, threadId)).marks;

test("one press thanks, another takes it back, and pressing twice is pressing once", async () => {
  const { db, ada, ben } = await openForum();
  const { openingId, path } = await beginThread(db, ada);
  const before = await everything(db);
  expect(await thankPost(db, ben, openingId, thanks)).toBe(`${path}#post-${openingId}`);
  await thankPost(db, ben, openingId, { ...thanks, now: START + 50 });
  expect((await everything(db)).thanks).toEqual([
    { post_id: openingId, person_id: ben.id, thanked_at: START + 5 },
  ]);
  await thankPost(db, ben, openingId, back);
  await thankPost(db, ben, openingId, back);
  expect(await everything(db)).toEqual(before);
});

test("who thanked is seen by the author alone; everybody else sees whether they did themselves", async () => {
  const { db, ada, ben, nia, mo } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  await thankPost(db, ben, openingId, thanks);
  await thankPost(db, nia, openingId, { ...thanks, now: START + 7 });
  expect(await marksFor(db, ada, threadId)).toEqual({
    [openingId]: { thanks: { count: 2, names: ["Nia", "Ben"] } },
  });
  expect(await marksFor(db, ben, threadId)).toEqual({ [openingId]: { isThanked: true } });
  expect(await marksFor(db, mo, threadId)).toEqual({});
});

test("of many who thanked the latest twenty are named and all counted, from an index in their order", async () => {
  const { db, ada, ben, nia } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  const { id: _, ...row } = (await everything(db)).person.find(({ id }) => id === ben.id)!;
  const many = Array.from({ length: 1_200 }, (_, at) => at);
  const people = many.map((at) => ({ ...row, name: `Fan ${at}`, name_key: `fan${at}` }));
  const ids: number[] = [];
  for (let at = 0; at < people.length; at += 400) {
    const some = await db
      .insertInto("person")
      .values(
        people.slice(at, at + 400).map((person) => ({ ...person, email: null, email_key: null })),
      )
      .returning("id")
      .execute();
    ids.push(...some.map(({ id }) => id));
  }
  const rows = ids.map((person_id, at) => ({
    post_id: openingId,
    person_id,
    // Those in the midst of them thanked last.
    thanked_at: START + (at < 600 ? at : 1_200 - at),
  }));
  await db.insertInto("thanks").values(rows.slice(0, 600)).execute();
  await thankPost(db, nia, openingId, { isThanked: true, now: START + 599 });
  expect((await marksFor(db, ada, threadId))[openingId]?.thanks).toMatchObject({
    count: 601,
    names: [
      "Fan 599",
      "Nia",
      ...many
        .slice(581, 599)
        .reverse()
        .map((at) => `Fan ${at}`),
    ],
  });
  await db.insertInto("thanks").values(rows.slice(600)).execute();
  const { thanks } = (await marksFor(db, ada, threadId))[openingId]!;
  expect(thanks!.count).toBe(1_201);
  expect(thanks!.names.slice(0, 3)).toEqual(["Fan 600", "Fan 601", "Fan 599"]);
  expect(thanks!.names).toHaveLength(20);
  const page = new ShownPosts([{ id: openingId, authorId: ada.id }]);
  const steps = (await plansOf(db, (db) => readMarks(db, ada, page))).flat().join("\n");
  expect(steps).toMatch(/SEARCH thanks USING COVERING INDEX .*\(post_id=\?\)/);
  expect(steps).toMatch(/SEARCH thanks USING (COVERING )?INDEX thanks_of_post_by_time/);
  expect(steps).not.toMatch(/SCAN (thanks|person|post)\b|TEMP B-TREE/);
});

test("thanks change no page's version, no order and nobody's list of what happened", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  const { thanks: _, ...before } = await everything(db);
  await thankPost(db, ben, openingId, thanks);
  expect(await everything(db)).toMatchObject(before);
  expect((await rowOf(db, "thread", threadId)).version).toBe(1);
});

test("nobody thanks themselves, for what was withdrawn, or for nothing", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  const id = await reply(db, ben, threadId);
  const by = (person: Person, post: number) => () => thankPost(db, person, post, thanks);
  expect(await refusalOf(db, by(ada, openingId))).toEqual({
    status: 403,
    key: "reading.thanks.own",
  });
  await thankPost(db, ada, id, thanks);
  await withdrawPost(db, ben, id, { isRestored: false, now: START });
  expect(await refusalOf(db, by(ada, id))).toEqual({
    status: 403,
    key: "reading.thanks.withdrawn",
  });
  expect(await refusalOf(db, by(ada, 99))).toEqual({ status: 404, key: "threads.post.not-found" });
  await thankPost(db, ada, id, back);
  expect((await everything(db)).thanks).toEqual([]);
});

test("somebody's account tells them alone how often they were thanked", async () => {
  const { db, ada, ben, nia, mo } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  const id = await reply(db, ada, threadId);
  await thankPost(db, ben, openingId, thanks);
  await thankPost(db, nia, openingId, thanks);
  await thankPost(db, ben, id, thanks);
  expect(await countThanks(db, ada.id)).toEqual({ thanks: 3, people: 2 });
  const page = await account(visit(db, "/account", { person: ben }));
  expect(page.thanked).toEqual({ thanks: 0, people: 0 });
  const profile = async (person: Person | null) =>
    (await personPage(visit(db, "/people/Ada", { person, params: { name: "Ada" } }))).text();
  expect(await profile(ada)).toContain("thanked by 2 people");
  for (const other of [ben, mo, null]) expect(await profile(other)).not.toContain("thanked");
});

test("the form leads back to the post, and says what is missing or refused", async () => {
  const { db, ada, ben } = await openForum();
  const { openingId, path } = await beginThread(db, ada);
  const press = (person: Person | null, form: Record<string, string>) =>
    action(
      visit(db, `/posts/${openingId}/thanks`, { person, form, params: { post: `${openingId}` } }),
    );
  const asPosted = await everything(db);
  expect((await handedBack(press(null, { thanks: "1" }))).status).toBe(401);
  expect((await handedBack(press(ben, {}))).status).toBe(422);
  expect((await handedBack(press(ada, { thanks: "1" }))).status).toBe(403);
  expect(await everything(db)).toEqual(asPosted);
  expect(await leadsTo(press(ben, { thanks: "1" }))).toEqual({
    status: 302,
    to: `${path}#post-${openingId}`,
  });
});

test("thanking without end is refused", async () => {
  const { db, ada, ben } = await openForum();
  const { openingId } = await beginThread(db, ada);
  const params = { post: `${openingId}` };
  let last: unknown;
  for (let press = 0; press <= 200; press += 1) {
    const form = { thanks: String((press + 1) % 2) };
    last = action(visit(db, `/posts/${openingId}/thanks`, { person: ben, form, params }));
    await last;
  }
  expect((await handedBack(last as Promise<unknown>)).status).toBe(429);
  expect((await everything(db)).thanks).toEqual([]);
});
