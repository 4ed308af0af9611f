import { expect, test } from "vitest";
import type { Person } from "#app/permissions.ts";
import { withdrawPost } from "#app/posts/withdraw-post.server.ts";
import { LIST_SAVED, listSaved } from "#app/reading/list-saved.server.ts";
import { savePost } from "#app/reading/save-post.server.ts";
import { action } from "#app/routes/post-save.tsx";
import { loader } from "#app/routes/saved.tsx";
import { plansOf } from "../db/plan.ts";
import { openForum, START } from "../forum.ts";
import { openThread } from "../routes/open-page.ts";
import { handedBack, leadsTo, visit } from "../routes/visit.ts";
import { fillThread } from "../threads/fill.ts";
import { beginThread, everything, refusalOf, reply } from "../threads/thread.ts";

const save = { isSaved: true, now: START + 5 };
const letGo = { isSaved: false, now: START + 6 };

test("a saved post is found again by whoever saved it and by nobody else, until they let go of it", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId, openingId, path } = await beginThread(db, ada, { body: "First words." });
  const before = await everything(db);
  await savePost(db, ben, openingId, save);
  await savePost(db, ben, openingId, { ...save, now: START + 50 });
  expect(await listSaved(db, ben, null)).toEqual({
    posts: [
      {
        id: openingId,
        author: "Ada",
        excerpt: "First words.",
        isAway: false,
        savedAt: START + 5,
        path: `${path}#post-${openingId}`,
        thread: {
          id: threadId,
          title: "Open weights are not open source",
          slug: expect.anything(),
        },
      },
    ],
    next: null,
  });
  expect((await listSaved(db, ada, null)).posts).toEqual([]);
  const marks = async (person: Person) => (await openThread(db, person, threadId)).marks;
  expect(await marks(ben)).toEqual({ [openingId]: { isSaved: true } });
  expect(await marks(ada)).toEqual({});
  await savePost(db, ben, openingId, letGo);
  await savePost(db, ben, openingId, letGo);
  expect(await everything(db)).toEqual(before);
});

test("what was withdrawn stays saved without a word of it, and is not saved anew", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const id = await reply(db, ada, threadId, { body: "Regrettable words." });
  const other = await reply(db, ada, threadId, { body: "Other words." });
  await savePost(db, ben, id, save);
  for (const post of [id, other]) {
    await withdrawPost(db, ada, post, { isRestored: false, now: START });
  }
  const { posts } = await listSaved(db, ben, null);
  expect(posts).toMatchObject([{ id, excerpt: null }]);
  expect(JSON.stringify(posts)).not.toContain("Regrettable");
  expect(await refusalOf(db, () => savePost(db, ben, other, save))).toEqual({
    status: 403,
    key: "reading.save.withdrawn",
  });
  expect(await refusalOf(db, () => savePost(db, ben, 99, save))).toEqual({
    status: 404,
    key: "threads.post.not-found",
  });
  await savePost(db, ben, id, letGo);
  expect((await everything(db)).saved_post).toEqual([]);
});

test("the list goes on page by page, the latest first, from an index", async () => {
  const { db, ada, ben } = await openForum();
  const begun = await beginThread(db, ada);
  const ids = await fillThread(db, begun, ada.id, Array<number>(LIST_SAVED * 2 + 1).fill(-1));
  for (const [place, id] of ids.entries()) {
    await savePost(db, ben, id, { isSaved: true, now: START + Math.floor(place / 2) });
  }
  const seen: number[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listSaved>> = await listSaved(db, ben, after);
    seen.push(...page.posts.map(({ id }) => id));
    after = page.next;
  } while (after);
  expect(seen).toEqual(ids.toReversed());
  const [plan] = await plansOf(db, (handle) => listSaved(handle, ben, null));
  expect(plan!.join("\n")).toMatch(/saved_post USING (COVERING )?INDEX saved_post_of_person/);
  expect(plan!.join("\n")).not.toMatch(/TEMP B-TREE/);
});

test("whoever removes a post from the list is offered it again there", async () => {
  const { db, ada, ben } = await openForum();
  const { openingId, path } = await beginThread(db, ada);
  const press = (person: Person | null, form: Record<string, string>) =>
    action(
      visit(db, `/posts/${openingId}/save`, { person, form, params: { post: `${openingId}` } }),
    );
  const asPosted = await everything(db);
  expect((await handedBack(press(null, { saved: "1" }))).status).toBe(401);
  expect((await handedBack(press(ben, { saved: "yes" }))).status).toBe(422);
  expect(await everything(db)).toEqual(asPosted);
  expect((await leadsTo(press(ben, { saved: "1" }))).to).toBe(`${path}#post-${openingId}`);
  const removed = await leadsTo(press(ben, { saved: "0", from: "saved" }));
  expect(removed.to).toBe(`/saved?removed=${openingId}`);
  expect(await loader(visit(db, removed.to!, { person: ben }))).toMatchObject({
    posts: [],
    removed: { id: openingId, author: "Ada" },
  });
  expect((await leadsTo(press(ben, { saved: "1", from: "saved" }))).to).toBe("/saved");
  expect(await loader(visit(db, removed.to!, { person: ben }))).toMatchObject({
    posts: [{ id: openingId }],
    removed: null,
  });
});
