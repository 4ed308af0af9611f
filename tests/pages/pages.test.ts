import { expect, test } from "vitest";
import { BODY_BYTES } from "#app/composing/draft.ts";
import { DATA_POSTS } from "#app/exports/read-whole-thread.server.ts";
import { limits } from "#app/limits/limits.ts";
import { pages } from "#app/pages/pages.ts";
import { scorer } from "#app/pages/scorer.ts";
import { text } from "#app/pages/text.ts";
import { LONGEST, MOST_NAMES, MOST_WORDS, readQuestion } from "#app/search/question.ts";

const everyPage = Object.entries({ ...pages, scorer });
const words = everyPage.flatMap(([, page]) => [
  page.body,
  ...page.sections.map(({ body }) => body),
]);

test("every page has a title, a beginning, and sections with anchors of their own", () => {
  for (const [name, page] of everyPage) {
    const ids = page.sections.map(({ id }) => id);
    expect(page.title.length, name).toBeGreaterThan(3);
    expect(page.body.length, name).toBeGreaterThan(40);
    expect(new Set(ids).size, name).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z]+(-[a-z]+)*$/.test(id))).toEqual([]);
    expect(page.sections.filter(({ title, body }) => !title || body.length < 40)).toEqual([]);
  }
});

test("help has the sections that other pages lead to", () => {
  expect(pages.help.sections.map(({ id }) => id)).toEqual(
    expect.arrayContaining(["markdown", "best", "names", "passwords", "moderation", "feeds"]),
  );
});

test("links stay in the forum, or lead to an invented site", () => {
  const links = words.flatMap((word) =>
    [...word.matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1]!),
  );
  const known = ["/rules", "/about", "/help", "/privacy", "/terms", "/log", "/topics"];
  known.push(
    "/saved",
    "/about/scorer",
    "/about/moderation",
    "/moderation/clear",
    "/account/mailbox",
    "/search",
    "/following",
    "/?order=following",
    "/inbox",
    "/account/email",
    "/account/letters",
    "/account/sessions",
    "/forgot-password",
    "/standing",
    "/help#honours",
    "#levels",
    "/threads/new",
    "/sign-up",
    "/sign-in",
    "https://quillworks.example",
  );
  // The example of a quotation.
  known.push("/posts/12");
  expect(links.filter((link) => !known.includes(link))).toEqual([]);
});

test("what the pages say in numbers is what the forum does", () => {
  const help = pages.help.sections.map(({ body }) => body).join("\n");
  expect(help).toContain(`${BODY_BYTES / 1024} KB`);
  for (const name of ["search.person", "search.address"] as const) {
    expect(limits[name].seconds).toBe(60);
    expect(help).toContain(`up to ${limits[name].points} times a minute`);
  }
  expect(help).toContain(`A search has up to ${LONGEST} characters, ${MOST_WORDS} words`);
  expect(help).toContain(`${MOST_NAMES} names and ${MOST_NAMES} topics`);
  expect(help).toContain(`parts of up to ${DATA_POSTS.toLocaleString("en")} posts`);
  const windows = Object.entries(limits).filter(([name]) => name.endsWith(".address"));
  windows.push(["sign-in.pair", limits["sign-in.pair"]]);
  expect(windows.filter(([, { seconds }]) => seconds > 3600)).toEqual([]);
});

test("a search means what the help says of it", () => {
  const typed =
    "by:Ada by:Ben topic:data topic:licences kind:reply kind:tried since:2026-11-01 since:2026-10-01";
  const { question, problems } = readQuestion(typed, Date.UTC(2026, 10, 23) / 1000);
  expect(problems).toEqual([]);
  expect(question).toMatchObject({
    ...{ by: ["Ada", "Ben"], topics: ["data", "licences"], kinds: ["reply", "tried"] },
    since: Date.UTC(2026, 10, 1) / 1000,
  });
});

test("text takes away the indentation of the source and leaves that of code", () => {
  expect(text`
      one

        two
      three
    `).toBe("one\n\n  two\nthree");
});
