import { expect, test } from "vitest";
import { withdrawPost } from "#app/posts/withdraw-post.server.ts";
import { loader } from "#app/routes/thread-reply.tsx";
import { openForum, START } from "../forum.ts";
import { visit } from "../routes/visit.ts";
import { beginThread, reply } from "../threads/thread.ts";

async function quotable() {
  const { db, ada, ben } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  const id = await reply(db, ben, threadId, { body: "> Hear, hear.\n\nAnd *yet*." });
  /** What stands in the form that an address leads to. */
  const filledIn = async (query: string) => {
    const path = `/threads/${threadId}/reply?${query}`;
    const params = { thread: String(threadId) };
    return (await loader(visit(db, path, { person: ada, params })))?.quote;
  };
  return { db, ada, ben, openingId, id, filledIn };
}

test("the form begins with the passage that its address holds, below the name of its author", async () => {
  const { id, openingId, filledIn } = await quotable();
  expect(await filledIn(`parent=${id}&quote=And+yet.%0AIt+*moves*.`)).toBe(
    `> [Ben](/posts/${id}):\n> And yet.  \n> It \\*moves\\*.\n\n`,
  );
  expect(await filledIn("quote=Mine")).toBe(`> [Ada](/posts/${openingId}):\n> Mine\n\n`);
  expect(await filledIn(`parent=${id}&quote=x+%3D+1&code`)).toContain("> ```\n> x = 1\n> ```\n");
});

test("an empty passage stands for the whole post, and none for no quotation", async () => {
  const { id, filledIn } = await quotable();
  expect(await filledIn(`parent=${id}&quote=`)).toBe(`> [Ben](/posts/${id}):\n> And *yet*.\n\n`);
  expect(await filledIn(`parent=${id}`)).toBeUndefined();
});

test("what was withdrawn is quoted nowhere", async () => {
  const { db, ben, id, filledIn } = await quotable();
  await withdrawPost(db, ben, id, { isRestored: false, now: START });
  await expect(filledIn(`parent=${id}&quote=`)).rejects.toMatchObject({ init: { status: 403 } });
});
