/** A text that moderation took away stands nowhere for those who may not see it (AC-065, AC-068). */
import { afterAll, describe, expect, test } from "vitest";
import { stopRendering } from "#app/markdown/render.server.ts";
import { rewritePost } from "#app/moderation/rewrite-post.server.ts";
import { isAway, isFolded } from "#app/moderation/states.ts";
import * as moderationCase from "#app/routes/moderation-case.tsx";
import * as history from "#app/routes/post-history.tsx";
import * as rewrite from "#app/routes/post-rewrite.tsx";
import { stopSearching } from "#app/search/search-forum.server.ts";
import { deliverAll } from "../events/events.ts";
import { visit } from "../routes/visit.ts";
import { addresses } from "./addresses.ts";
import { places, searchForSecret } from "./places.ts";
import { allStates, bringInto, LATER, openTalk, SECRET, type Talk } from "./scene.ts";

afterAll(stopRendering);
afterAll(stopSearching);

/** The names of places where somebody finds the secret, searching aside. */
async function findSecret(talk: Talk, isFoldedThere: boolean): Promise<string[]> {
  const found: string[] = [];
  for (const { name, ask, isInThread } of [...places, ...addresses]) {
    if (isFoldedThere && isInThread) continue;
    for (const reader of [null, talk.nia, talk.ada]) {
      const text = await ask(talk, reader);
      if (text.includes(SECRET)) found.push(`${name}, for ${reader?.name ?? "a visitor"}`);
    }
  }
  return found;
}

describe.each(["reply", "opening"] as const)("of %s posts", { timeout: 60_000 }, (kind) => {
  test("the text stands in most places while nothing is wrong with it", async () => {
    const talk = await openTalk(kind, { isInTitle: true });
    await deliverAll(talk.db);
    const found = await findSecret(talk, false);
    expect(found.length).toBeGreaterThan(kind === "reply" ? 60 : 150);
    expect(found).toContain("letters, for a visitor");
    expect(found).toContain("the feed of what somebody follows as json, excerpt, for a visitor");
    expect(JSON.stringify(await searchForSecret(talk))).toContain(SECRET);
  });

  test.each(allStates)("the text of one that is %s stands nowhere", async (state) => {
    // A title stays where only a passage of the text is in question.
    const talk = await openTalk(kind, { isInTitle: isAway(state) });
    await deliverAll(talk.db);
    await bringInto(talk, state);
    await deliverAll(talk.db, LATER);
    expect(await findSecret(talk, isFolded(state))).toEqual([]);
    const posts = await searchForSecret(talk);
    expect(posts).toHaveLength(isFolded(state) ? 1 : 0);
    expect(JSON.stringify(posts)).not.toContain(SECRET);
  });
});

test("a title that is proposed for a removed opening post stands nowhere, and of that post and what is proposed its author and moderators find both titles", {
  timeout: 60_000,
}, async () => {
  const talk = await openTalk("opening", { isInTitle: true });
  const { db, ben, mo, postId } = talk;
  const caseId = await bringInto(talk, "removed");
  const proposed = { title: `Another ${SECRET}`, body: `More of the ${SECRET}.`, version: 1 };
  const means = { now: LATER, limits: Number.POSITIVE_INFINITY, scorer: () => undefined };
  await rewritePost(db, ben, postId, proposed, means);
  await deliverAll(db, LATER);
  expect(await findSecret(talk, false)).toEqual([]);
  expect(await searchForSecret(talk)).toEqual([]);
  const own = await rewrite.loader(
    visit(db, `/posts/${postId}/rewrite`, {
      ...{ params: { post: String(postId) }, person: ben, now: LATER },
    }),
  );
  expect(own?.post.title).toBe(`On the ${SECRET}`);
  const seen = await moderationCase.loader(
    visit(db, `/moderation/cases/${caseId}`, {
      ...{ params: { case: String(caseId) }, person: mo, now: LATER },
    }),
  );
  expect(seen?.view.post).toMatchObject({
    ...{ title: `On the ${SECRET}`, proposed: { title: proposed.title } },
  });
});

test.each(allStates)("its author and moderators find the text of one that is %s", async (state) => {
  const talk = await openTalk("reply");
  await bringInto(talk, state);
  const { db, ben, mo, ada, postId } = talk;
  const params = { post: String(postId) };
  const path = `/posts/${postId}/rewrite`;
  const own = await rewrite.loader(visit(db, path, { params, person: ben, now: LATER }));
  expect(JSON.stringify(own)).toContain(SECRET);
  const historyOf = async (person: typeof mo) =>
    JSON.stringify(
      await history
        .loader(visit(db, `/posts/${postId}/history`, { params, person, now: LATER }))
        .catch(() => null),
    );
  if (state === "redacted") {
    for (const person of [ben, mo]) expect(await historyOf(person)).toContain(SECRET);
    expect(await historyOf(ada)).not.toContain(SECRET);
  }
});
