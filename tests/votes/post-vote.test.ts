import { expect, test } from "vitest";
import type { Person } from "#app/permissions.ts";
import { action } from "#app/routes/post-vote.tsx";
import type { Db } from "#db/open.server.ts";
import { openForum } from "../forum.ts";
import { handedBack, leadsTo, visit } from "../routes/visit.ts";
import { beginThread, everything, reply } from "../threads/thread.ts";

type Fields = Record<string, string>;

/** Of the number of votes that a day has, so that a test comes to its end. */
const SCALE = 0.02;

function press(db: Db, person: Person | null, postId: number, form: Fields, limits = 1) {
  const params = { post: `${postId}` };
  const request = visit(db, `/posts/${postId}/vote`, { person, form, params });
  request.context.forum.limits = limits;
  return action(request);
}

test("the form of a vote leads back to the post", async () => {
  const { db, ada, ben } = await openForum();
  const { openingId, path } = await beginThread(db, ada);
  const answer = await leadsTo(press(db, ben, openingId, { worth: "1", agree: "-1" }));
  expect(answer).toEqual({ status: 302, to: `${path}#post-${openingId}` });
  expect((await everything(db)).vote).toMatchObject([{ worth: 1, agree: -1 }]);
});

test("a press on what the page showed as pressed takes it back, as often as the same page sends it", async () => {
  const { db, ada, ben } = await openForum();
  const { openingId } = await beginThread(db, ada);
  await press(db, ben, openingId, { have: "w0a0t0s0", worth: "1" });
  await press(db, ben, openingId, { have: "w0a0t0s0", worth: "1" });
  await press(db, ben, openingId, { have: "w1a0t0s0", agree: "-1" });
  expect((await everything(db)).vote).toMatchObject([{ worth: 1, agree: -1 }]);
  await press(db, ben, openingId, { have: "w1a-t0s0", agree: "-1" });
  await press(db, ben, openingId, { have: "w1a-t0s0", worth: "1" });
  expect((await everything(db)).vote).toMatchObject([{ worth: 0, agree: 0 }]);
});

test("a vote that says nothing, or what there is not, is told so with its status; nothing is counted", async () => {
  const { db, ada, ben } = await openForum();
  const { openingId } = await beginThread(db, ada);
  const before = await everything(db);
  const statusOf = async (person: Person | null, postId: number, form: Fields) =>
    (await handedBack(press(db, person, postId, form))).status;
  for (const form of [
    {},
    { worth: "2" },
    { worth: "" },
    { worth: "-1" },
    { worth: "1e0" },
    { agree: "2" },
    { agree: "yes" },
    { reason: "because" },
    { worth: "1", agree: "0.5" },
    { have: "w1a+t0s0" },
  ] as Fields[]) {
    expect(await statusOf(ben, openingId, form)).toBe(422);
  }
  expect(await statusOf(null, openingId, { worth: "1" })).toBe(401);
  expect(await statusOf(ada, openingId, { worth: "1" })).toBe(403);
  expect(await statusOf(ben, 99, { worth: "1" })).toBe(404);
  expect(await everything(db)).toEqual(before);
});

test("a newcomer votes two hundred times a day, others a thousand, as scaled; nothing is kept of one more", async () => {
  const { db, ada, ben, nia } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  const other = await reply(db, ada, threadId);
  for (const [person, most] of [
    [nia, 4],
    [ben, 20],
  ] as const) {
    await press(db, person, other, { worth: "1" }, SCALE);
    for (let count = 2; count <= most; count++) {
      const agree = count % 2 === 0 ? "1" : "-1";
      const kept = await leadsTo(press(db, person, openingId, { agree }, SCALE));
      expect(kept.status).toBe(302);
    }
    const before = await everything(db);
    const more = await handedBack(press(db, person, openingId, { agree: "-1" }, SCALE));
    expect(more).toMatchObject({
      ...{ status: 429, refused: { key: "refused.votes-of-day", values: { most } } },
    });
    expect(await everything(db)).toEqual(before);
  }
});

test("a vote is taken back on a day that has no vote left", async () => {
  const { db, ada, nia } = await openForum();
  const { openingId } = await beginThread(db, ada);
  for (const agree of ["1", "-1", "1", "-1"]) await press(db, nia, openingId, { agree }, SCALE);
  expect((await handedBack(press(db, nia, openingId, { agree: "1" }, SCALE))).status).toBe(429);
  expect((await leadsTo(press(db, nia, openingId, { agree: "0" }, SCALE))).status).toBe(302);
  expect((await everything(db)).vote).toMatchObject([{ worth: 0, agree: 0 }]);
  expect((await handedBack(press(db, nia, openingId, { agree: "1" }, SCALE))).status).toBe(429);
});
