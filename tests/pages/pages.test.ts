import { expect, test } from "vitest";
import { BODY_BYTES } from "#app/composing/draft.ts";
import { limits } from "#app/limits/limits.ts";
import { pages } from "#app/pages/pages.ts";
import { scorer } from "#app/pages/scorer.ts";
import { text } from "#app/pages/text.ts";

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
  const windows = Object.entries(limits).filter(([name]) => name.endsWith(".address"));
  windows.push(["sign-in.pair", limits["sign-in.pair"]]);
  expect(windows.filter(([, { seconds }]) => seconds > 3600)).toEqual([]);
});

test("text takes away the indentation of the source and leaves that of code", () => {
  expect(text`
      one

        two
      three
    `).toBe("one\n\n  two\nthree");
});
