import { afterAll, expect, test } from "vitest";
import { stopRendering } from "#app/markdown/render.server.ts";
import type { Person } from "#app/permissions.ts";
import * as rewrite from "#app/routes/post-rewrite.tsx";
import { loader as thread } from "#app/routes/thread.tsx";
import { START } from "../forum.ts";
import { DAY } from "../moderation/cases.ts";
import { openPage } from "../routes/open-page.ts";
import { errorPage, handedBack, leadsTo, visit } from "../routes/visit.ts";
import { rowOf } from "../threads/thread.ts";
import { bringInto, openTalk, SECRET, type Talk } from "./scene.ts";

afterAll(stopRendering);

const at = (talk: Talk, person: Person | null, form?: Record<string, string>) =>
  visit(talk.db, `/posts/${talk.postId}/rewrite`, {
    ...{ params: { post: String(talk.postId) }, person, now: START + DAY },
    ...(form ? { form } : {}),
  });

test("its author finds the passage, the reason, who decided, the deadline and a box for a new text", async () => {
  const talk = await openTalk("reply");
  await bringInto(talk, "asked");
  const page = await rewrite.loader(at(talk, talk.ben));
  expect(page?.post).toMatchObject({
    ...{ state: "asked", mayRewrite: true, passage: expect.stringContaining(SECRET) },
    dueAt: expect.any(Number),
  });
  expect(page?.decision).toMatchObject({ person: "Mo", reason: "It is about a person." });
});

test("nobody else is told what is asked of an author", async () => {
  const talk = await openTalk("reply");
  await bringInto(talk, "asked");
  for (const person of [talk.nia, talk.mo, talk.root]) {
    expect(await errorPage(rewrite.loader(at(talk, person)))).toEqual({
      ...{ status: 403, key: "rewrite.not-yours" },
    });
    const form = { body: "Other words.", version: "1" };
    expect(await handedBack(rewrite.action(at(talk, person, form)))).toMatchObject({ status: 403 });
  }
  expect(await leadsTo(rewrite.loader(at(talk, null)))).toMatchObject({ status: 302 });
});

test("a new text without the passage stands in the thread as before, at once", async () => {
  const talk = await openTalk("reply");
  await bringInto(talk, "asked");
  const { version } = await rowOf(talk.db, "post", talk.postId);
  const form = { body: "The weights were published in May.", version: String(version) };
  expect(await leadsTo(rewrite.action(at(talk, talk.ben, form)))).toMatchObject({ status: 302 });
  expect(await rowOf(talk.db, "post", talk.postId)).toMatchObject({
    ...{ state: "published", body: form.body },
  });
});

test("of an opening post its author finds the title, also of one that is removed, and what is wrong with another comes back as it was typed", async () => {
  for (const state of ["asked", "removed"] as const) {
    const talk = await openTalk("opening", { isInTitle: true });
    await bringInto(talk, state);
    const page = await rewrite.loader(at(talk, talk.ben));
    expect(page?.post).toMatchObject({ state, title: `On the ${SECRET}` });
    const form = { title: " . ", body: "The weights were published in May.", version: "1" };
    expect(await handedBack(rewrite.action(at(talk, talk.ben, form)))).toMatchObject({
      ...{ status: 422, values: form, problems: { title: { key: "threads.title.missing" } } },
    });
    const other = { ...form, title: "On  what a foot is" };
    expect(await leadsTo(rewrite.action(at(talk, talk.ben, other)))).toMatchObject({ status: 302 });
    const thread = await rowOf(talk.db, "thread", talk.threadId);
    expect(thread.title === "On what a foot is").toBe(state === "asked");
  }
});

test("of a reply its author finds no title", async () => {
  const talk = await openTalk("reply");
  await bringInto(talk, "asked");
  expect((await rewrite.loader(at(talk, talk.ben)))?.post).toMatchObject({ title: null });
});

test("where nothing is asked, its author reads so, and a text that is sent comes back", async () => {
  const talk = await openTalk("reply");
  const page = await rewrite.loader(at(talk, talk.ben));
  expect(page?.post).toMatchObject({ state: "published", mayRewrite: false });
  const form = { body: "Other words.", version: "1" };
  const back = await handedBack(rewrite.action(at(talk, talk.ben, form)));
  expect(back).toMatchObject({ status: 409, values: { body: "Other words." } });
});

test("the thread tells its author in private, and everybody else the line with the passage folded away", async () => {
  const talk = await openTalk("reply");
  await bringInto(talk, "asked");
  const of = async (person: Person | null) => {
    const page = await openPage(talk.db, thread.page, person, { part: String(talk.threadId) });
    if (page instanceof Response) throw page;
    return page;
  };
  const own = await of(talk.ben);
  expect(own.own[`fate-${talk.postId}`]).toContain(`/posts/${talk.postId}/rewrite`);
  const other = await of(talk.nia);
  expect(other.own[`fate-${talk.postId}`]).toBeUndefined();
  for (const { html } of [own, other, await of(null)]) {
    expect(html).toMatch(/<details class="folded"><summary>Good points here; one passage breaks/);
    expect(html).toContain(`<mark>Whoever says so is a ${SECRET}.</mark>`);
  }
});

test("a removed post leaves a stub with the way to why; its replies stay, and it is none that its author withdrew", async () => {
  const talk = await openTalk("reply");
  await bringInto(talk, "removed");
  const page = await openPage(talk.db, thread.page, null, { part: String(talk.threadId) });
  if (page instanceof Response) throw page;
  expect(page.html).toContain("Moderators removed this post");
  expect(page.html).toMatch(/href="\/log\/\d+">Read why/);
  expect(page.html).toContain("An answer.");
  expect(page.html).not.toContain("withdrew this post");
});
