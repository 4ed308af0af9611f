/** The page of a flag. */
import { expect, test } from "vitest";
import type { Person } from "#app/permissions.ts";
import { withdrawPost } from "#app/posts/withdraw-post.server.ts";
import { action, loader } from "#app/routes/post-flag.tsx";
import type { Db } from "#db/open.server.ts";
import { openForum, START } from "../forum.ts";
import { leadsTo, visit } from "../routes/visit.ts";
import { beginThread, everything } from "../threads/thread.ts";
import { theCase } from "./flagging.ts";

const path = (id: number) => `/posts/${id}/flag`;
const params = (id: number) => ({ params: { post: String(id) } });

const send = (db: Db, person: Person | null, id: number, form: Record<string, string>) =>
  action(visit(db, path(id), { person, form, ...params(id) }));

async function handedBack(sent: ReturnType<typeof send>) {
  const { data, init } = (await sent) as unknown as {
    data: { problems: object; values: object };
    init: { status: number };
  };
  return { status: init.status, problems: data.problems, values: data.values };
}

test("the page shows the post, the rules that reasons appeal to, and what was selected", async () => {
  const { db, ada, ben } = await openForum();
  const { openingId } = await beginThread(db, ada);
  const address = `${path(openingId)}?passage=forbids+a+use`;
  const shown = await loader(visit(db, address, { person: ben, ...params(openingId) }));
  expect(shown).toMatchObject({ author: "Ada", passage: "forbids a use", isNewcomer: false });
  expect(shown.html).toContain("forbids a use");
  expect(shown.rules).toHaveLength(7);
  expect(await leadsTo(loader(visit(db, address, params(openingId))))).toMatchObject({
    ...{ status: 302, to: expect.stringMatching(/^\/sign-in/) },
  });
});

test("a flag leads back to the post, with a word; a newcomer is told that theirs has no weight yet", async () => {
  const { db, ada, ben, nia } = await openForum();
  const { openingId, path: thread } = await beginThread(db, ada);
  for (const person of [ben, nia]) {
    expect(await leadsTo(send(db, person, openingId, { reason: "spam" }))).toEqual({
      ...{ status: 302, to: `${thread}#post-${openingId}` },
    });
  }
  const shown = await loader(visit(db, path(openingId), { person: nia, ...params(openingId) }));
  expect(shown).toMatchObject({ isNewcomer: true, own: { reason: "spam" } });
});

test("a form without what its reason needs comes back with what was typed, and nothing is kept", async () => {
  const { db, ada, ben } = await openForum();
  const { openingId } = await beginThread(db, ada);
  const note = "See the last line.";
  expect(await handedBack(send(db, ben, openingId, { reason: "insult", note }))).toEqual({
    ...{ status: 422, problems: { passage: { key: "flags.passage.missing" } } },
    values: { reason: "insult", note },
  });
  const gone = { reason: "insult", passage: "you fool" };
  expect(await handedBack(send(db, ben, openingId, gone))).toMatchObject({
    ...{ status: 422, problems: { passage: { key: "flags.passage.gone" } }, values: gone },
  });
  expect((await everything(db)).flag).toEqual([]);
});

test("whoever is signed out is asked to sign in first, with the text kept", async () => {
  const { db, ada } = await openForum();
  const { openingId } = await beginThread(db, ada);
  const form = { reason: "spam", note: "Twice." };
  expect(await handedBack(send(db, null, openingId, form))).toMatchObject({
    ...{ status: 401, values: form },
  });
});

test("a flag is taken back by the same address", async () => {
  const { db, ada, ben } = await openForum();
  const { openingId } = await beginThread(db, ada);
  await send(db, ben, openingId, { reason: "spam" });
  await send(db, ben, openingId, { "take-back": "1" });
  expect(await theCase(db)).toMatchObject({ flag_count: 0, waits_for: null });
});

test("the text of a withdrawn post is handed to nobody, whether they flagged it before or their form comes back", async () => {
  const { db, ada, ben, nia } = await openForum();
  const { openingId } = await beginThread(db, ada);
  await send(db, ben, openingId, { reason: "spam" });
  await withdrawPost(db, ada, openingId, { isRestored: false, now: START + 60 });
  const shown = await loader(visit(db, path(openingId), { person: ben, ...params(openingId) }));
  expect(shown).toMatchObject({ own: { reason: "spam" }, html: "" });
  const back = visit(db, path(openingId), { person: nia, ...params(openingId) });
  back.context.visit.handedBack = { status: 422, values: {}, problems: {}, refused: null };
  expect((await loader(back)).html).toBe("");
});
