import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { withdrawPost } from "#app/posts/withdraw-post.server.ts";
import type { Refusal } from "#app/refusals.ts";
import { action, loader } from "#app/routes/post-exemplary.tsx";
import { LINE_LETTERS, readLine } from "#app/standing/exemplary.ts";
import { listExemplary } from "#app/standing/list-exemplary.server.ts";
import { PostHonours } from "#app/standing/post-honours.tsx";
import { readPostHonours } from "#app/standing/read-post-honours.server.ts";
import { sendExemplary } from "#app/standing/send-exemplary.server.ts";
import { sayIt } from "#app/strings/say.ts";
import type { Db } from "#db/open.server.ts";
import { openForum, START } from "../forum.ts";
import { errorPage, handedBack, leadsTo, visit } from "../routes/visit.ts";
import { beginThread, refusalOf, reply } from "../threads/thread.ts";

const at = (now: number) => ({ now, limits: 1 });
const lines = (db: Db) => db.selectFrom("exemplary").selectAll().execute();
const line = "It gives the other side its best argument first.";

test("a line reaches the author of the post, and nobody else", async () => {
  const { db, ada, ben, mo } = await openForum();
  const { openingId, path } = await beginThread(db, ada);
  expect(await sendExemplary(db, ben, openingId, line, at(START + 5))).toBe(
    `${path}#post-${openingId}`,
  );
  expect(await listExemplary(db, ada.id)).toMatchObject([
    { line, sender: "Ben", sentAt: START + 5, post: { id: openingId } },
  ]);
  expect(await listExemplary(db, ada.id, openingId)).toHaveLength(1);
  expect(await listExemplary(db, ben.id)).toEqual([]);
  expect(await listExemplary(db, mo.id, openingId)).toEqual([]);
});

test("the same line sent twice is one; another about the same post is refused", async () => {
  const { db, ada, ben } = await openForum();
  const { openingId } = await beginThread(db, ada);
  const twice = [1, 2].map((second) => sendExemplary(db, ben, openingId, line, at(START + second)));
  await Promise.all(twice);
  expect(await lines(db)).toHaveLength(1);
  const again = () => sendExemplary(db, ben, openingId, "And well written.", at(START + 90_000));
  expect(await refusalOf(db, again)).toEqual({ status: 409, key: "standing.line.already" });
  expect(await lines(db)).toHaveLength(1);
});

test("one person sends one line in eight hours, sooner where limits are scaled", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  const second = await reply(db, ada, threadId);
  await sendExemplary(db, ben, openingId, line, at(START));
  const soon = () => sendExemplary(db, ben, second, line, at(START + 7 * 3600));
  expect(await refusalOf(db, soon)).toEqual({
    ...{ status: 429, key: "standing.line.too-soon", retryAfter: 3600 },
  });
  const said = await sendExemplary(db, ben, second, line, at(START + 3600)).catch(
    (thrown: Refusal) => sayIt(thrown.said),
  );
  expect(said).toBe("You sent a line not long ago. The next one can go in 7 hours.");
  expect(await lines(db)).toHaveLength(1);
  await sendExemplary(db, ben, second, line, at(START + 8 * 3600));
  expect(await lines(db)).toHaveLength(2);
});

test("nobody praises themselves, a newcomer nobody, and nobody a post that was withdrawn or is not there", async () => {
  const { db, ada, ben, nia } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  const gone = await reply(db, ada, threadId);
  await withdrawPost(db, ada, gone, { isRestored: false, now: START });
  for (const [person, postId, refusal] of [
    [ada, openingId, { status: 403, key: "standing.line.own" }],
    [nia, openingId, { status: 403, key: "standing.line.level" }],
    [ben, gone, { status: 403, key: "standing.withdrawn" }],
    [ben, 999, { status: 404, key: "threads.post.not-found" }],
    [ben, null, { status: 404, key: "threads.post.not-found" }],
  ] as const) {
    const deed = () => sendExemplary(db, person, postId, line, at(START));
    expect(await refusalOf(db, deed)).toEqual(refusal);
  }
  expect(await lines(db)).toEqual([]);
});

test("a line has something in it, stands on one line, and has at most three hundred characters", () => {
  const read = (text: string) => readLine(new URLSearchParams({ line: text }));
  expect(read("  Fair\r\n to  both.\t")).toBe("Fair to both.");
  expect(read("é".repeat(LINE_LETTERS))).toHaveLength(LINE_LETTERS);
  for (const wrong of ["", " \n", "…!", "é".repeat(LINE_LETTERS + 1)]) {
    expect(() => read(wrong)).toThrow("line");
  }
});

test("the page of the form is for whoever may send a line, and keeps what was typed when it says no", async () => {
  const { db, ada, ben, nia } = await openForum();
  const { openingId, path } = await beginThread(db, ada);
  const address = `/posts/${openingId}/exemplary`;
  const params = { post: String(openingId) };
  expect(await leadsTo(loader(visit(db, address, { params })))).toEqual({
    ...{ status: 302, to: `/sign-in?next=${encodeURIComponent(address)}` },
  });
  expect(await errorPage(loader(visit(db, address, { params, person: nia })))).toEqual({
    ...{ status: 403, key: "standing.line.level" },
  });
  expect(await loader(visit(db, address, { params, person: ben }))).toMatchObject({
    author: "Ada",
  });
  const empty = visit(db, address, { params, person: ben, form: { line: " " } });
  expect(await handedBack(action(empty))).toMatchObject({ status: 422, values: { line: " " } });
  const own = visit(db, address, { params, person: ada, form: { line } });
  expect(await handedBack(action(own))).toMatchObject({ status: 403, values: { line } });
  expect(await lines(db)).toEqual([]);
  const sent = visit(db, address, { params, person: ben, form: { line } });
  expect(await leadsTo(action(sent))).toEqual({ status: 302, to: `${path}#post-${openingId}` });
});

test("who has sent a line about a post, or one within eight hours, is told before writing another", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  const second = await reply(db, ada, threadId);
  const asked = (postId: number, now: number) => {
    const params = { post: String(postId) };
    return loader(visit(db, `/posts/${postId}/exemplary`, { params, person: ben, now }));
  };
  expect(await asked(openingId, START)).toMatchObject({ bar: null });
  await sendExemplary(db, ben, openingId, line, at(START));
  expect(await asked(openingId, START + 9 * 3600)).toMatchObject({
    bar: { said: { key: "standing.line.already" }, line },
  });
  expect(await asked(second, START + 3600)).toMatchObject({
    bar: { said: { key: "standing.line.too-soon", values: { count: 7, unit: "hours" } } },
  });
  expect(await asked(second, START + 8 * 3600)).toMatchObject({ bar: null });
  const why = await readPostHonours(db, ben, openingId);
  expect(why).toMatchObject({ mayPraise: false, ownLine: line });
  const drawn = renderToStaticMarkup(createElement(PostHonours, { ...why, hidden: 0 }));
  expect(drawn).toContain("You told its author");
  expect(drawn).not.toContain("/exemplary");
});
