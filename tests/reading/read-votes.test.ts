import { expect, test } from "vitest";
import { readVotes } from "#app/reading/read-votes.server.ts";
import { PostIds } from "#app/reading/shown-posts.ts";
import { castVote } from "#app/votes/cast-vote.server.ts";
import { openForum, START } from "../forum.ts";
import { beginThread, reply } from "../threads/thread.ts";

test("a reader finds their own votes on a page's posts, and nobody else's", async () => {
  const { db, ada, ben, mo } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  const answer = await reply(db, ada, threadId);
  const other = await reply(db, ada, threadId);
  await castVote(db, ben, openingId, { reason: "fair", agree: -1 }, START);
  await castVote(db, ben, other, { agree: 1 }, START);
  await castVote(db, mo, answer, { worth: 1 }, START);
  const said = new Map([[openingId, { worth: true, agree: -1, reason: "fair" }]]);
  expect(await readVotes(db, ben, new PostIds([openingId, answer]))).toEqual(said);
  expect(await readVotes(db, mo, new PostIds([openingId]))).toEqual(new Map());
  expect(await readVotes(db, ben, new PostIds([]))).toEqual(new Map());
  await castVote(db, ben, openingId, { worth: 0, agree: 0 }, START);
  expect(await readVotes(db, ben, new PostIds([openingId]))).toEqual(new Map());
});

test("a reader who voted on more posts than a page has finds those of the page", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  const last = await reply(db, ada, threadId);
  const vote = {
    author_id: ada.id,
    worth: 1,
    agree: 0,
    weight: 0,
    to_left: 0,
    to_right: 0,
  } as const;
  const posts = await db
    .insertInto("post")
    .columns([
      "thread_id",
      "author_id",
      "parent_id",
      "depth",
      "kind",
      "body",
      "html",
      "renderer",
      "posted_at",
    ])
    .values(
      Array.from({ length: 600 }, () => ({
        ...{
          thread_id: threadId,
          author_id: ada.id,
          parent_id: last,
          depth: 2,
          kind: "reply" as const,
        },
        ...{ body: "", html: "", renderer: 1, posted_at: START },
      })),
    )
    .returning("id")
    .execute();
  for (const { id } of posts) {
    await db
      .insertInto("vote")
      .values({ post_id: id, person_id: ben.id, ...vote, cast_at: START, changed_at: START })
      .execute();
  }
  const ids = [openingId, posts[3]!.id, posts.at(-1)!.id];
  expect([...(await readVotes(db, ben, new PostIds(ids))).keys()].sort()).toEqual(
    ids.slice(1).sort(),
  );
});
