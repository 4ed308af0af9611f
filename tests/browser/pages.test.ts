/** Every address of the demonstration forum, for everybody who may ask for it: nothing fails, nothing is left unsaid, every link leads somewhere. */
import { Agent } from "node:http";
import type { RouteConfigEntry } from "@remix-run/route-config";
import { parse } from "parse5";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEMO_PASSWORD } from "#app/demonstration/fill-forum.server.ts";
import routes from "#app/routes.ts";
import { en } from "#app/strings/en.ts";
import { attribute, elements } from "../http/forms.ts";
import { type RunningServer, startServer } from "../http/server.ts";
import { type Answer, Visitor } from "../http/visitor.ts";

/** More addresses than the demonstration has; a crawl that meets as many goes in circles. */
const MOST_ADDRESSES = 4_000;
const AT_ONCE = 8;

let server: RunningServer;
/** Keeps connections, though no longer than the forum does, for thousands of pages are asked for. */
const agent = new Agent({ keepAlive: true, timeout: 4_000 });
const people: Record<string, Visitor> = {};

beforeAll(async () => {
  server = await startServer({ env: { DEMO: "on" } });
  people.nobody = new Visitor(server.origin, agent);
  for (const name of ["Ben", "Mo", "Root"]) {
    people[name] = await new Visitor(server.origin, agent).signIn(name, DEMO_PASSWORD);
  }
});
afterAll(async () => {
  agent.destroy();
  expect(await server.stop()).toBe(0);
});

/** What stands in an address for each of its parts. */
const parts: Record<string, string> = {
  topic: "licences",
  thread: "1",
  post: "2",
  name: "Ben",
  draft: "no-such-draft",
  token: "not-a-token",
  notice: "1",
  case: "1",
  appeal: "1",
  act: "suspend",
  rule: "1",
  letter: "1",
  month: "2026-01",
  "*": "no-such-page",
};

const addresses = (routes as RouteConfigEntry[]).map(({ path = "" }) =>
  `/${path}`.replace(/:([a-z]+)|\*/g, (all, name: string | undefined) => {
    const part = parts[name ?? all];
    if (!part) throw new Error(`No example for ${all} in /${path}`);
    return part;
  }),
);

const everybody = ["nobody", "Ben", "Mo", "Root"];

describe.each(everybody)("for %s", (name) => {
  test.each(addresses)("%s answers", async (address) => {
    const answer = await people[name]!.get(address);
    expect(answer.status).toBeLessThan(500);
    const { faults, isKnown } = look(answer);
    expect(faults).toEqual([]);
    expect(isKnown || answer.status !== 200 || name !== "nobody", "has a canonical address").toBe(
      true,
    );
  });
});

test.each(["nobody", "Ben", "Root"])("every link that %s meets leads somewhere", async (name) => {
  const visitor = people[name]!;
  const faults: string[] = [];
  const known = new Set(["/"]);
  for (const batch of batches(known)) {
    await Promise.all(
      batch.map(async (address) => {
        const answer = await visitor.get(address);
        const isTold = answer.status === 403 && notForAll.test(address);
        const isFound = isTold || [200, 301, 302].includes(answer.status);
        if (!isFound) faults.push(`${address} answers ${answer.status}`);
        const seen = look(answer);
        faults.push(...seen.faults.map((fault) => `${address}: ${fault}`));
        for (const link of seen.links) if (link !== null) known.add(link);
      }),
    );
  }
  expect(faults).toEqual([]);
  expect(known.size).toBeLessThan(MOST_ADDRESSES);
});

/** Links on pages that are the same for everybody; whoever may not go there is told what they can do themselves. */
const notForAll = /^\/posts\/\d+\/flag$|^\/moderation\/clear$/;

/** The addresses of a set in turn, a few at a time, with those that join it meanwhile. */
function* batches(known: Set<string>) {
  let done = 0;
  while (done < Math.min(known.size, MOST_ADDRESSES)) {
    const batch = [...known].slice(done, done + AT_ONCE);
    done += batch.length;
    yield batch;
  }
}

/** What is wrong with a page, whatever it says, and where it leads. */
function look(answer: Answer) {
  const faults: string[] = [];
  if (answer.location) return { faults, links: [ownAddress(answer.location)], isKnown: true };
  if (!/text\/html/.test(String(answer.headers["content-type"]))) {
    return { faults, links: [], isKnown: true };
  }
  const found = elements(parse(answer.body), "html", "h1", "a", "link", "meta");
  const all = (name: string) => found.filter((element) => element.tagName === name);
  if (all("h1").length !== 1) faults.push(`${all("h1").length} first headings`);
  if (attribute(all("html")[0]!, "lang") !== "en") faults.push("no language");
  const [, title] = /<title>(.*)<\/title>/.exec(answer.body) ?? [];
  if (!title || !/. · Steelman$/.test(title)) faults.push(`title: ${title}`);
  const text = answer.body.replace(/<script.*?<\/script>/gs, "");
  const words = text.match(/[a-z0-9-]+(\.[a-z0-9-]+)+/g) ?? [];
  faults.push(...words.filter((word) => word in en));
  faults.push(...(text.match(/\[object Object\]|\bundefined\b|\bNaN\b/g) ?? []));
  const links = all("a").map((link) => attribute(link, "href") ?? "");
  const places = new Set(Array.from(text.matchAll(/\sid="([^"]+)"/g), ([, id]) => `#${id}`));
  for (const link of links.filter((one) => one.startsWith("#"))) {
    if (!places.has(decodeURIComponent(link))) faults.push(`no ${link} on the page`);
  }
  // What search engines may keep says which address is its own.
  const isKnown =
    all("link").some((link) => attribute(link, "rel") === "canonical") ||
    all("meta").some((meta) => attribute(meta, "content") === "noindex");
  return { faults, links: links.map(ownAddress), isKnown };
}

/** The path of a link that stays in the forum, without the place on the page; null of any other. */
function ownAddress(link: string): string | null {
  const { origin, pathname, search } = new URL(link, `${server.origin}/`);
  return origin === server.origin ? pathname + search : null;
}
