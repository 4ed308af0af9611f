import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { toUnits } from "#app/ranking/units.ts";
import { loader as personPage } from "#app/routes/person.tsx";
import { loader } from "#app/routes/standing.tsx";
import { Counted, NotCounted } from "#app/standing/counted-view.tsx";
import { LimitsView } from "#app/standing/limits-view.tsx";
import { NeedsView } from "#app/standing/needs-view.tsx";
import { readOwnStanding } from "#app/standing/read-own-standing.server.ts";
import { recordChangedMind } from "#app/standing/record-changed-mind.server.ts";
import { sendExemplary } from "#app/standing/send-exemplary.server.ts";
import { setLevel } from "#app/standing/set-level.server.ts";
import { openForum, START } from "../forum.ts";
import { openPage } from "../routes/open-page.ts";
import { leadsTo, visit } from "../routes/visit.ts";
import { beginThread, reply } from "../threads/thread.ts";

const textOf = (element: Parameters<typeof renderToStaticMarkup>[0]) =>
  renderToStaticMarkup(element)
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");

test("one's standing is for oneself: others are asked to sign in, and no profile tells it", async () => {
  const { db, ada } = await openForum();
  expect(await leadsTo(loader(visit(db, "/standing")))).toEqual({
    ...{ status: 302, to: "/sign-in?next=%2Fstanding" },
  });
  expect(await loader(visit(db, "/standing", { person: ada }))).toMatchObject({
    standing: { level: 1, isByHand: false, lostAt: null },
  });
  for (const person of [null, ada]) {
    const { html } = (await openPage(db, personPage.page, person, { part: "Ben" })) as {
      html: string;
    };
    expect(html).not.toMatch(/level|standing/i);
  }
  const own = await openPage(db, personPage.page, ada, { part: "Ada" });
  expect((own as { own: { self?: string } }).own.self).toContain('href="/standing"');
});

test("a newcomer sees what the first level needs, and how far they are", async () => {
  const { db, ada, nia } = await openForum();
  await beginThread(db, ada);
  const { facts } = await readOwnStanding(db, nia, START);
  const text = textOf(createElement(NeedsView, { level: 1, facts }));
  expect(text).toContain("7 days here 0 of 7");
  expect(text).toContain("10 votes 0 of 10");
  expect(textOf(createElement(NeedsView, { level: 3, facts }))).toContain(
    "15 decisions on your flags 0 of 15",
  );
});

test("the limits of the day are told as they hold, at each level", async () => {
  const { db, ada, nia } = await openForum();
  const toldTo = async (person: typeof ada) => {
    const page = visit(db, "/standing", { person });
    page.context.forum.limits = 0.5;
    const { standing, limits } = await loader(page);
    return textOf(createElement(LimitsView, { level: standing.level, ...limits }));
  };
  expect(await toldTo(nia)).toContain("100 votes a day; at level 1 it is 500. 100 thanks an hour.");
  const old = await toldTo(ada);
  expect(old).toContain("500 votes a day. One line to an author in 16 hours. 100 thanks an hour.");
  expect(old).not.toContain("No other limit");
});

test("the page tells what counted with its points, and what did not and why", async () => {
  const { db, ada, ben, nia } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  const good = { voter_count: 10, worth_left: toUnits(5), worth_right: toUnits(5) };
  const few = { voter_count: 2, worth_left: toUnits(1), worth_right: toUnits(1) };
  const posts = [openingId];
  for (const _ of [1, 2, 3, 4]) posts.push(await reply(db, ada, threadId));
  for (const [at, postId] of posts.entries()) {
    await db
      .updateTable("tally")
      .set({ ...(at < 4 ? good : few), substance: toUnits(0.9), shown_at: START })
      .where("post_id", "=", postId)
      .execute();
  }
  const now = `I see now ${"what I had not seen before at all ".repeat(3)}`;
  await recordChangedMind(db, ben, openingId, { before: "Never.", now }, START);
  await recordChangedMind(db, nia, openingId, { before: "Never.", now }, START);
  await sendExemplary(db, ben, openingId, "Fair to both.", { now: START, limits: 1 });
  const own = await readOwnStanding(db, ada, START);
  expect(own).toMatchObject({
    postCounts: { counted: 3, "of-thread": 1, "few-votes": 1 },
    lines: [{ line: "Fair to both.", sender: "Ben" }],
  });
  const counted = textOf(createElement(Counted, own));
  expect(counted).toContain("You changed the mind of Ben");
  expect(counted).toContain("+1");
  expect(counted).not.toContain("Nia");
  const not = textOf(createElement(NotCounted, own));
  expect(not).toContain("One post: three of yours in the same thread counted more");
  expect(not).toContain("One post: so far with votes of fewer than four people");
  expect(not).toContain("Nia , who is a newcomer");
});

test("a level set by hand is told, and so is one that is about to be lost", async () => {
  const { db, ada, root } = await openForum();
  await setLevel(db, root, ada.id, { level: 2, reason: "Known to us." }, START);
  expect(await readOwnStanding(db, ada, START)).toMatchObject({
    ...{ level: 2, isByHand: true, lostAt: null },
  });
  await setLevel(db, root, ada.id, { level: null, reason: "As it is for others." }, START);
  expect(await readOwnStanding(db, ada, START)).toMatchObject({
    ...{ level: 1, isByHand: false, lostAt: null },
  });
  await db.updateTable("person").set({ level: 2 }).where("id", "=", ada.id).execute();
  expect(await readOwnStanding(db, ada, START)).toMatchObject({
    ...{ level: 2, isByHand: false, lostAt: START + 30 * 86_400 },
  });
});
