import { expect, test } from "vitest";
import type { Person } from "#app/permissions.ts";
import { withdrawPost } from "#app/posts/withdraw-post.server.ts";
import { readQuotedBy } from "#app/references/read-quoted-by.server.ts";
import { loader } from "#app/routes/thread.tsx";
import type { Db } from "#db/open.server.ts";
import { plansOf } from "../db/plan.ts";
import { openForum, START } from "../forum.ts";
import { beginThread, reply } from "../threads/thread.ts";

const away = { isRestored: false, now: START };
const back = { isRestored: true, now: START };

/** The first page of a thread. */
const wholeThread = (threadId: number) => loader.ask(String(threadId), new URLSearchParams())!;

/** A post that quotes others. */
async function quote(db: Db, person: Person, threadId: number, quotedIds: number[]) {
  const id = await reply(db, person, threadId);
  const rows = quotedIds.map((quoted_post_id) => ({ post_id: id, quoted_post_id }));
  await db.insertInto("quotation").values(rows).execute();
  return id;
}

test("a post tells who quotes it, the earliest first, and its page asks once for all its posts", async () => {
  const { db, ada, ben, nia } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  const first = await quote(db, ben, threadId, [openingId]);
  const second = await quote(db, nia, threadId, [openingId, first]);
  const third = await quote(db, ben, threadId, [openingId]);
  const quoters = {
    [openingId]: {
      count: 3,
      quoters: [
        { postId: first, author: "Ben" },
        { postId: second, author: "Nia" },
        { postId: third, author: "Ben" },
      ],
    },
    [first]: { count: 1, quoters: [{ postId: second, author: "Nia" }] },
  };
  expect(await readQuotedBy(db, [openingId, first, second, third])).toEqual(quoters);
  expect((await loader.read(db, wholeThread(threadId))).quoters).toEqual(quoters);
  expect(await readQuotedBy(db, [])).toEqual({});
  const plans = await plansOf(db, (listening) => readQuotedBy(listening, [openingId, first]));
  const steps = plans.at(-1)!.join("\n");
  expect(steps).toMatch(/SEARCH quotation USING .*quotation_of_post/);
  expect(steps).not.toMatch(/SCAN (quotation|post|person)\b/);
});

test("a withdrawn post quotes nobody until it is shown again, and one that is withdrawn is quoted by nobody", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  const id = await quote(db, ben, threadId, [openingId]);
  await withdrawPost(db, ben, id, away);
  expect(await readQuotedBy(db, [openingId])).toEqual({});
  await withdrawPost(db, ben, id, back);
  expect(await readQuotedBy(db, [openingId])).toMatchObject({ [openingId]: { count: 1 } });
  await withdrawPost(db, ada, openingId, away);
  expect((await loader.read(db, wholeThread(threadId))).quoters).toEqual({});
});

test("of a post that is quoted very often the first thirty are named and all counted", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  for (let turn = 0; turn < 40; turn++) await quote(db, ben, threadId, [openingId]);
  const { [openingId]: told } = await readQuotedBy(db, [openingId]);
  expect(told!.count).toBe(40);
  expect(told!.quoters).toHaveLength(30);
});
