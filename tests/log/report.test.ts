import { expect, test } from "vitest";
import { findMonths, readReport } from "#app/log/read-report.server.ts";
import { loader } from "#app/routes/log-report.tsx";
import { START } from "../forum.ts";
import { openPage } from "../routes/open-page.ts";
import { reply } from "../threads/thread.ts";
import { act, DAY, openCase, openTalk } from "./scene.ts";

async function openMonth() {
  const talk = await openTalk();
  const { db, ben, threadId } = talk;
  const decide = async (kind: "ask" | "remove" | "dismiss", hours: number, at: number) => {
    const postId = await reply(db, ben, threadId, {}, { now: at });
    const caseId = await openCase(db, { postId, threadId, at: at - 9 * 3600, flaggedAt: at });
    const on = { caseId, postId, threadId };
    return { ...on, id: await act(db, { kind, ...on, now: at + hours * 3600 }) };
  };
  const first = await decide("ask", 1, START);
  await decide("ask", 3, START + DAY);
  const wrong = await decide("remove", 30, START + DAY);
  await decide("dismiss", 2, START + 20 * DAY);
  const { id: _, ...on } = first;
  await act(db, { kind: "clear", ...on, office: "clock", byId: null, now: START + 2 * DAY });
  await act(db, { kind: "restore", undoesId: wrong.id, now: START + 20 * DAY });
  // A post that was held, and one that a moderator came upon: nobody flagged them.
  const held = await reply(db, ben, threadId, {}, { now: START });
  const unflagged = { postId: held, threadId };
  const byHand = {
    ...unflagged,
    caseId: await openCase(db, { ...unflagged, at: START - 40 * DAY }),
  };
  await act(db, { kind: "remove", ...byHand, now: START + DAY });
  return talk;
}

test("the monthly report counts what was asked, rewritten, upheld and reversed, and the median hours", async () => {
  const { db } = await openMonth();
  expect(await findMonths(db)).toEqual({ first: "2026-09", latest: "2026-10" });
  const { months, kinds } = await readReport(db, "2026-10");
  expect(months).toHaveLength(12);
  expect(months.at(-2)).toEqual({
    ...{ name: "2026-09", asked: 1, rewritten: 1, upheld: 3, reversed: 1, decided: 3, hours: 3 },
  });
  expect(months.at(-1)).toMatchObject({ asked: 0, upheld: 0, decided: 1, hours: 2 });
  expect(months[0]).toMatchObject({ name: "2025-11", decided: 0, hours: null });
  expect(kinds).toContainEqual({ kind: "restore", office: "moderator", count: 1, undone: 0 });
});

test("the report is a page with plots and the same as tables, for everybody", async () => {
  const { db } = await openMonth();
  const page = await openPage(db, loader.page, null, { part: "2026-09" });
  if (page instanceof Response) throw page;
  expect(page.status).toBe(200);
  expect(page.html.match(/<svg[^>]*role="img"/g)).toHaveLength(5);
  expect(page.html).toContain("3 decisions on flags; one author was asked");
  expect(page.html).toContain("it took 3 hours in the middle");
  expect(page.html).not.toContain(">0.5<");
  for (const part of ["2026-13", "x", "2026-1", "2026-08", "2026-11"]) {
    const other = await openPage(db, loader.page, null, { part });
    expect(other).toMatchObject({ status: 404 });
  }
});

test("a month without a decision on flags has no sentence about how long it took", async () => {
  const { db, postId, threadId } = await openTalk();
  const caseId = await openCase(db, { postId, threadId });
  await act(db, { kind: "remove", postId, threadId, caseId });
  const page = await openPage(db, loader.page, null);
  if (page instanceof Response) throw page;
  expect(page.html).toContain("No flag was decided on in this month.");
  expect(page.html).not.toContain("in the middle");
});

test("where nothing was ever decided, the report says so", async () => {
  const { db } = await openTalk();
  const page = await openPage(db, loader.page, null);
  expect(page).toMatchObject({
    status: 200,
    html: expect.stringContaining("Nothing has been decided"),
  });
});
