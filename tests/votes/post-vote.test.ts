import { expect, test } from "vitest";
import type { Person } from "#app/permissions.ts";
import { action } from "#app/routes/post-vote.tsx";
import type { Db } from "#db/open.server.ts";
import { openForum } from "../forum.ts";
import { handedBack, leadsTo, visit } from "../routes/visit.ts";
import { beginThread, everything } from "../threads/thread.ts";

type Fields = Record<string, string>;

const press = (db: Db, person: Person | null, postId: number, form: Fields) =>
  action(visit(db, `/posts/${postId}/vote`, { person, form, params: { post: `${postId}` } }));

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

test("a newcomer votes two hundred times a day, others a thousand", async () => {
  const { db, ada, nia } = await openForum();
  const { openingId } = await beginThread(db, ada);
  let last: Promise<unknown> = Promise.resolve();
  for (let count = 1; count <= 201; count++) {
    last = press(db, nia, openingId, { worth: String(count % 2) });
    await last;
  }
  expect((await handedBack(last)).status).toBe(429);
});
