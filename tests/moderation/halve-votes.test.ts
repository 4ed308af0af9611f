import { expect, test } from "vitest";
import { rewritePost } from "#app/moderation/rewrite-post.server.ts";
import { castVote } from "#app/votes/cast-vote.server.ts";
import { openForum } from "../forum.ts";
import { beginThread, reply } from "../threads/thread.ts";
import { decideOn, everything, now } from "./cases.ts";

const limits = 1_000_000;
const body =
  "A licence is a contract between two. You fool. It binds whoever signs it, and nobody else at all.";
const means = { now, limits, scorer: () => undefined };

async function votedOn(rewrite: string) {
  const forum = await openForum();
  const { db, ada, ben, mo, root } = forum;
  const { threadId } = await beginThread(db, ada);
  const id = await reply(db, ben, threadId, { body });
  await castVote(db, ada, id, { worth: 1 }, now);
  await castVote(db, root, id, { agree: -1 }, now);
  await decideOn(db, mo, id, "ask", { passage: "You fool." });
  await rewritePost(db, ben, id, { body: rewrite, version: 1 }, means);
  return { ...forum, id };
}
const weights = async ({ db }: Awaited<ReturnType<typeof votedOn>>) =>
  (await everything(db)).vote.map(({ weight }) => weight / 1e9);

test("where an author changes little beside the passage, votes stay what they were", async () => {
  const forum = await votedOn(body.replace("You fool.", "I think you are mistaken there."));
  expect(await weights(forum)).toEqual([1, 1]);
});

test("where the text becomes another, votes on it count half, until somebody votes anew; sums are their sums", async () => {
  const forum = await votedOn(
    "Something else entirely, about birds and where they nest in spring.",
  );
  const { db, ada, id } = forum;
  expect(await weights(forum)).toEqual([0.5, 0.5]);
  const tally = (await everything(db)).tally.find(({ post_id }) => post_id === id)!;
  expect(tally.worth_left + tally.worth_right).toBe(500_000_000);
  expect(tally.only_left + tally.only_right).toBe(250_000_000);
  expect(tally).toMatchObject({ voter_count: 2, worth_count: 1, disagree_count: 1 });
  await castVote(db, ada, id, { agree: 1 }, now + 60);
  expect(await weights(forum)).toEqual([1, 0.5]);
});
