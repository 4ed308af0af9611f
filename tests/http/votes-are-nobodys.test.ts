/** Who voted is told nowhere: not on any page, nor in what a thread is as data, whoever looks. */
import { parse } from "parse5";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase } from "#db/open.server.ts";
import { attribute, elements } from "./forms.ts";
import { type RunningServer, startServer } from "./server.ts";
import { Visitor } from "./visitor.ts";
import { reply, startThread } from "./written.ts";

/** The account of somebody who votes and does nothing else. */
const VOTER = "Quietreader";
/** Lists of people are about people; nothing there tells what anybody voted on. */
const OF_PEOPLE = /^\/(admin|people\/Quietreader|follow\?kind=person)/;
const MOST_ADDRESSES = 300;

let server: RunningServer;
const people: Record<string, Visitor> = {};

beforeAll(async () => {
  server = await startServer();
  const voters = ["Eve", "Fay", "Gus", "Hal"];
  for (const name of ["Ada", "Mo", "Rita", VOTER, ...voters]) {
    people[name] = await new Visitor(server.origin).signUp(name);
  }
  people.nobody = new Visitor(server.origin);
  const db = openDatabase(server.database);
  await db.updateTable("person").set({ level: 1 }).execute();
  await db.updateTable("person").set({ role: "moderator" }).where("name", "=", "Mo").execute();
  await db
    .updateTable("person")
    .set({ role: "administrator" })
    .where("name", "=", "Rita")
    .execute();
  await db.destroy();
  const { id } = await startThread(people.Ada!);
  const alone = await reply(people.Ada!, id);
  const shown = await reply(people.Ada!, id);
  const ballot = { worth: "1", agree: "-1", reason: "fair" };
  for (const post of [alone, shown]) await people[VOTER]!.post(`/posts/${post}/vote`, ballot);
  for (const name of voters) await people[name]!.post(`/posts/${shown}/vote`, ballot);
});
afterAll(async () => {
  expect(await server.stop()).toBe(0);
});

/** Every address that somebody is led to, from the front page on, and what stands there. */
async function walk(visitor: Visitor): Promise<Map<string, string>> {
  const bodies = new Map<string, string>();
  const waiting = [
    "/",
    "/sitemap.xml",
    "/threads/1.json",
    "/threads/1.md",
    "/threads/1?order=across",
  ];
  const known = new Set(waiting);
  for (const address of waiting) {
    const { body, location } = await visitor.get(address);
    bodies.set(address, body);
    const links = location ? [location] : linksOf(body);
    for (const link of links) {
      const { origin, pathname, search } = new URL(link, `${server.origin}/`);
      const next = pathname + search;
      if (origin !== server.origin || known.has(next) || known.size >= MOST_ADDRESSES) continue;
      known.add(next);
      waiting.push(next);
    }
  }
  return bodies;
}

const linksOf = (body: string) =>
  elements(parse(body), "a").map((link) => attribute(link, "href") ?? "");

test.each(["nobody", "Ada", "Eve", "Mo", "Rita"])(
  "%s finds no voter's name anywhere",
  async (name) => {
    const bodies = await walk(people[name]!);
    for (const address of ["/", "/log", "/threads/1.json", "/threads/1.md", "/posts/2/why"]) {
      expect([...bodies.keys()]).toContain(address);
    }
    expect([...bodies.values()].some((body) => /5 people voted/.test(body))).toBe(true);
    const telling = [...bodies].filter(
      ([address, body]) => body.includes(VOTER) && !OF_PEOPLE.test(address),
    );
    expect(telling.map(([address]) => address)).toEqual([]);
  },
);

test("an author who has fewer than five voters finds no number of them", async () => {
  const { body } = await people.Ada!.get("/posts/2/why");
  expect(body).toContain("Counts show from the fifth voter on");
  expect(body).not.toMatch(/\bvoted;/);
  expect(body).not.toContain("Fair to the other side:");
});
