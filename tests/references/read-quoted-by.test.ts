import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Person } from "#app/permissions.ts";
import { withdrawPost } from "#app/posts/withdraw-post.server.ts";
import { QuotedBy, type QuotedByProps } from "#app/references/quoted-by.tsx";
import { readQuotedBy } from "#app/references/read-quoted-by.server.ts";
import { loader } from "#app/routes/thread.tsx";
import type { Db } from "#db/open.server.ts";
import { cast } from "../cast.ts";
import { plansOf } from "../db/plan.ts";
import { openForum, START } from "../forum.ts";
import { tallyMissing } from "../tallies.ts";
import { beginThread, reply, rowOf } from "../threads/thread.ts";
import { openCounted } from "../threads/touched.ts";

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

/** Posts that quote a thread's opening post, as many as are asked for. */
async function quoteOften(
  db: Db,
  person: Person,
  { threadId, openingId }: { threadId: number; openingId: number },
  times: number,
) {
  const first = await quote(db, person, threadId, [openingId]);
  const { id: _, ...row } = await rowOf(db, "post", first);
  const ids = [first];
  while (ids.length < times) {
    const rows = Array.from({ length: Math.min(times - ids.length, 500) }, () => row);
    const posts = await db.insertInto("post").values(rows).returning("id").execute();
    await tallyMissing(db);
    const quotations = posts.map(({ id }) => ({ post_id: id, quoted_post_id: openingId }));
    await db.insertInto("quotation").values(quotations).execute();
    ids.push(...posts.map(({ id }) => id));
  }
  return ids;
}

const drawn = (told: QuotedByProps) => renderToStaticMarkup(createElement(QuotedBy, told));

test("a post tells who quotes it, the earliest first, and its page asks twice for all its posts", async () => {
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
  expect(plans).toHaveLength(2);
  const steps = plans.flat().join("\n");
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
  await quoteOften(db, ben, { threadId, openingId }, 40);
  const { [openingId]: told } = await readQuotedBy(db, [openingId]);
  expect(told!.count).toBe(40);
  expect(told!.quoters).toHaveLength(30);
  expect(drawn(told!)).toMatch(/and 35 more.*and 10 more/);
});

test("a post that is quoted two hundred times is told exactly, one more and there are many; all it costs ends there", async () => {
  const { db, touched } = await openCounted();
  const [ada, ben] = cast as [Person, Person];
  const { threadId, openingId } = await beginThread(db, ada);
  const read = () => readQuotedBy(db, [openingId]);
  const ids = await quoteOften(db, ben, { threadId, openingId }, 200);
  expect((await read())[openingId]!.count).toBe(200);
  await quoteOften(db, ben, { threadId, openingId }, 1);
  const told = (await read())[openingId]!;
  expect(told).toMatchObject({
    count: null,
    quoters: ids.slice(0, 30).map((postId) => ({ postId })),
  });
  expect(drawn(told)).toMatch(/and many more.*and many more/);
  const few = await touched((db) => readQuotedBy(db, [openingId]));
  await quoteOften(db, ben, { threadId, openingId }, 2_000);
  expect(await touched((db) => readQuotedBy(db, [openingId]))).toBe(few);
  expect(few).toBeLessThan(250);
  const withdrawn = ids.slice(0, 190);
  await db.updateTable("post").set({ withdrawn_at: START }).where("id", "in", withdrawn).execute();
  const left = (await read())[openingId]!;
  expect(left.quoters.map(({ postId }) => postId)).toEqual([...ids.slice(190), expect.any(Number)]);
  expect(await touched((db) => readQuotedBy(db, [openingId]))).toBeLessThan(few);
});
