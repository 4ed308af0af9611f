import { expect, test } from "vitest";
import { blockPerson } from "#app/blocks/block-person.server.ts";
import { listBlocked } from "#app/blocks/list-blocked.server.ts";
import { drawHtml } from "#app/drawing/draw-html.ts";
import { ErrorView } from "#app/drawing/error-view.tsx";
import { deliverEvents } from "#app/events/deliver.server.ts";
import { follow } from "#app/following/follow.server.ts";
import type { Person } from "#app/permissions.ts";
import { thankPost } from "#app/posts/thank-post.server.ts";
import { quoteWhole } from "#app/references/quote-markdown.ts";
import { loader as form } from "#app/routes/thread-reply.tsx";
import { listExemplary } from "#app/standing/list-exemplary.server.ts";
import { sendExemplary } from "#app/standing/send-exemplary.server.ts";
import type { Said } from "#app/strings/say.ts";
import { editPost } from "#app/threads/edit-post.server.ts";
import { castVote } from "#app/votes/cast-vote.server.ts";
import type { Db } from "#db/open.server.ts";
import { openForum, START } from "../forum.ts";
import { visit } from "../routes/visit.ts";
import { beginThread, refusalOf, reply, sending } from "../threads/thread.ts";

const block = (db: Db, person: Person, other: Person, isBlocked = true) =>
  blockPerson(db, person, other.id, { isBlocked, now: START, limits: 1 });

async function told(db: Db, person: Person) {
  await deliverEvents(db, START + 60, (error) => {
    throw error;
  });
  const rows = await db
    .selectFrom("notice")
    .select("kind")
    .where("person_id", "=", person.id)
    .execute();
  return rows.map(({ kind }) => kind);
}

test("whoever is blocked cannot reply to who blocks them, is told only that, and replies to everybody else", async () => {
  const { db, ada, ben, mo } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const moReply = await reply(db, mo, threadId);
  const adaReply = await reply(db, ada, threadId, { parentId: moReply });
  await block(db, ada, ben);
  const notHere = { status: 403, key: "shields.not-here" };
  expect(await refusalOf(db, () => reply(db, ben, threadId))).toEqual(notHere);
  const toAda = () => reply(db, ben, threadId, { parentId: adaReply });
  expect(await refusalOf(db, toAda)).toEqual(notHere);
  await reply(db, ben, threadId, { parentId: moReply });
  await reply(db, ada, threadId, { parentId: moReply });
  await block(db, ada, ben, false);
  await reply(db, ben, threadId);
});

test("whoever cannot reply is led back to the thread", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  await block(db, ada, ben);
  const params = { thread: String(threadId) };
  const page = await form(visit(db, `/threads/${threadId}/reply`, { params, person: ben })).catch(
    (thrown: { data: { said: Said } }) => thrown,
  );
  const { said } = (page as { data: { said: Said } }).data;
  expect(drawHtml(ErrorView({ status: 403, said, reference: null }))).toContain(
    `<a href="/posts/${openingId}">`,
  );
});

test("AC-069: a mention, also one that an edit brings, a quotation, thanks, a line and what one follows of whom one blocks are told to nobody", async () => {
  const { db, ada, ben, mo } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  const moReply = await reply(db, mo, threadId);
  await told(db, ada);
  await db.deleteFrom("notice").execute();
  await block(db, ada, ben);
  const thing = { kind: "person" as const, id: ben.id };
  await follow(db, ada, { thing, level: "every" }, { now: START, limits: 1 });
  const quotation = quoteWhole({ id: openingId, author: "Ada" }, "Show me where I am wrong.");
  const body = `${quotation}@Ada is wrong, and @Mo knows it.`;
  const written = await reply(db, ben, threadId, { parentId: moReply, body });
  await thankPost(db, ben, openingId, { isThanked: true, now: START });
  await sendExemplary(db, ben, openingId, "How fair of you.", { now: START, limits: 1 });
  await castVote(db, ben, openingId, { worth: 1, agree: 0 }, START);
  expect(await told(db, ada)).toEqual([]);
  expect(await told(db, mo)).toEqual(["mention"]);
  expect(await db.selectFrom("mention").select("person_id").execute()).toEqual([
    { person_id: mo.id },
  ]);
  expect(await listExemplary(db, ada.id)).toEqual([]);
  const edited = { body: "@Ada, once more.", version: 1, title: null, topics: null };
  await editPost(db, ben, written, edited, sending());
  expect(await db.selectFrom("mention").selectAll().execute()).toEqual([]);
  expect(await told(db, ada)).toEqual([]);
});

test("nobody blocks themselves or whom there is not, and each sees whom they block alone", async () => {
  const { db, ada, ben } = await openForum();
  expect(await refusalOf(db, () => block(db, ada, ada))).toMatchObject({ status: 403 });
  const nobody = { ...ben, id: 99 };
  expect(await refusalOf(db, () => block(db, ada, nobody))).toMatchObject({ status: 404 });
  await block(db, ada, ben);
  await block(db, ada, ben);
  expect(await listBlocked(db, ada)).toEqual({ names: ["Ben"], others: 0 });
  expect(await listBlocked(db, ben)).toEqual({ names: [], others: 0 });
});
