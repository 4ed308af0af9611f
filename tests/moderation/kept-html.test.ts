/** A text that was kept away while the renderer became another. */
import { afterAll, expect, test } from "vitest";
import { RENDERER, stopRendering } from "#app/markdown/render.server.ts";
import { keepTime } from "#app/moderation/keep-time.server.ts";
import { rewritePost } from "#app/moderation/rewrite-post.server.ts";
import { undoAct } from "#app/moderation/undo-act.server.ts";
import { renderAgain } from "#app/posts/render-again.server.ts";
import type { Db } from "#db/open.server.ts";
import { openForum } from "../forum.ts";
import { beginThread, reply, rowOf } from "../threads/thread.ts";
import { caseOf, decide, decideOn, keptOf, now } from "./cases.ts";

afterAll(stopRendering);

const PASSAGE = "You are a fool.";
const body = `A *point* & <i>more</i>.\n\n${PASSAGE} Another.`;
const OLD = '<p><img src="x" onerror="alert(1)"></p>';
const limits = Number.POSITIVE_INFINITY;
const fail = (error: unknown) => {
  throw error;
};

async function scene() {
  const forum = await openForum();
  const { threadId } = await beginThread(forum.db, forum.ada);
  const id = await reply(forum.db, forum.ben, threadId, { body });
  const { html } = await rowOf(forum.db, "post", id);
  return { ...forum, id, html };
}

/** What is there was made by an older renderer, which let more through. */
async function upgrade(db: Db) {
  await db
    .updateTable("post")
    .set({ renderer: RENDERER - 1 })
    .execute();
  await db
    .updateTable("kept_text")
    .set({ html: OLD, renderer: RENDERER - 1 })
    .execute();
}

test("what is kept is rendered again by the clock, for moderators and for when it is given back", async () => {
  const { db, mo, root, id, html } = await scene();
  const { actId } = await decideOn(db, mo, id, "remove");
  await upgrade(db);
  await renderAgain(db, fail);
  expect(await keptOf(db, id)).toMatchObject([{ body, html, renderer: RENDERER }]);
  expect(await rowOf(db, "post", id)).toMatchObject({ body: "", html: "", renderer: RENDERER });
  await undoAct(db, root, actId, { reason: "It was a mistake.", now: now + 1 });
  expect(await rowOf(db, "post", id)).toMatchObject({ body, html });
});

test("what comes back before the clock was there stands as it is written, and never as it was rendered", async () => {
  const { db, mo, root, id, html } = await scene();
  const { actId } = await decideOn(db, mo, id, "remove");
  await upgrade(db);
  await undoAct(db, root, actId, { reason: "It was a mistake.", now: now + 1 });
  expect((await rowOf(db, "post", id)).html).toBe(
    `<p>A *point* &amp; &lt;i&gt;more&lt;/i&gt;.</p>\n<p>${PASSAGE} Another.</p>`,
  );
  await renderAgain(db, fail);
  expect(await rowOf(db, "post", id)).toMatchObject({ html, renderer: RENDERER });
});

test("a post that nobody rendered again yet when it was removed is, while it is away", async () => {
  const { db, mo, id, html } = await scene();
  await db.updateTable("post").set({ html: OLD, renderer: 0 }).where("id", "=", id).execute();
  await decideOn(db, mo, id, "remove");
  await renderAgain(db, fail);
  expect(await keptOf(db, id)).toMatchObject([{ html, renderer: RENDERER }]);
});

test("a passage that is put back, and a text that was proposed, come as the present renderer makes them", async () => {
  const { db, ben, mo, root, id, html } = await scene();
  const { caseId } = await decideOn(db, mo, id, "ask", { passage: PASSAGE });
  const due = (await caseOf(db, caseId)).due_at!;
  await keepTime(db, due, fail);
  const redacted = await decide(db, mo, caseId, "redact", { now: due + 1 });
  await upgrade(db);
  await undoAct(db, root, redacted, { reason: "It was no insult.", now: due + 2 });
  expect((await rowOf(db, "post", id)).html).not.toContain("onerror");
  await renderAgain(db, fail);
  expect((await rowOf(db, "post", id)).html).toBe(html);
  const removed = await decideOn(db, mo, id, "remove", { now: due + 3 });
  const { version } = await rowOf(db, "post", id);
  const draft = { body: "A *better* text.", version };
  await rewritePost(db, ben, id, draft, { now: due + 4, limits, scorer: () => undefined });
  expect(await keptOf(db, id)).toMatchObject([
    ...[{ why: "away" }, { why: "proposed", renderer: RENDERER }],
  ]);
  await upgrade(db);
  await decide(db, mo, removed.caseId, "confirm", { now: due + 5 });
  expect((await rowOf(db, "post", id)).html).not.toContain("onerror");
  await renderAgain(db, fail);
  expect((await rowOf(db, "post", id)).html).toContain("A <em>better</em> text.");
});
