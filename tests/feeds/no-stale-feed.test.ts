/** Whatever anybody does, the next answer of every feed shows it: random deeds, and after each what is kept is compared with what is drawn anew. */
import { afterAll, expect, inject, test } from "vitest";
import { hashToken, makeToken } from "#app/accounts/token.server.ts";
import { keepFeedKey } from "#app/feeds/feed-key.server.ts";
import { follow } from "#app/following/follow.server.ts";
import { followLevels } from "#app/following/level.ts";
import { stopRendering } from "#app/markdown/render.server.ts";
import type { Db } from "#db/open.server.ts";
import { openForum, START } from "../forum.ts";
import { chance, openDeeds } from "../http/random-deeds.ts";
import { askFeed } from "./ask.ts";

afterAll(stopRendering);

const STEPS = inject("engine") === "sqlite" ? 300 : 90;

/** The same database by a handle for which nothing is kept. */
const anew = (db: Db): Db =>
  db.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => result,
  });

test("no feed is stale in hundreds of random steps, and none that has changed is called the same", async () => {
  const { db, ada, ben, mo, root } = await openForum();
  const random = chance(20_261_123);
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)]!;
  const { doOne, merge, ...forum } = await openDeeds(db, [ada, ben, mo], root, random);
  const token = makeToken();
  await keepFeedKey(db, ada, hashToken(token), { now: START, scale: 1 });
  const paths = () => [
    ...["/feed.xml", "/feed.json?order=new", "/feed.xml?order=active", "/log/feed.xml"],
    ...["/people/Ben/feed.json", `/following/feed.xml?key=${token}`],
    ...forum.slugs.map((slug) => `/topics/${slug}/feed.json?text=excerpt`),
    ...forum.openings.slice(-4).map(({ threadId }) => `/threads/${threadId}/feed.xml`),
  ];
  const marks = new Map<string, { mark: string; body: string }>();
  const met = { same: 0, changed: 0 };
  for (let step = 0; step < STEPS; step += 1) {
    if (step % (STEPS / 3) === STEPS / 3 - 1) await merge();
    if (random() < 0.3) await doOne();
    if (random() < 0.1) {
      const thing = pick([
        { kind: "thread", id: pick(forum.openings).threadId },
        { kind: "person", id: pick([ben, mo]).id },
        { kind: "topic", id: 1 },
      ] as const);
      const how = { now: START, limits: 1_000 };
      await follow(db, ada, { thing, level: pick([...followLevels, "none"]) }, how);
    }
    const path = pick(paths());
    const known = marks.get(path);
    const headers: Record<string, string> = known ? { "If-None-Match": known.mark } : {};
    const answer = await askFeed(db, path, { headers });
    const drawn = await askFeed(anew(db), path);
    const body = await drawn.text();
    if (answer.status === 304) {
      expect(body, `step ${step}: ${path}`).toBe(known!.body);
      met.same += 1;
      continue;
    }
    expect(answer.status).toBe(drawn.status);
    expect(await answer.text(), `step ${step}: ${path}`).toBe(body);
    if (answer.status !== 200) continue;
    if (known) expect(body).not.toBe(known.body);
    marks.set(path, { mark: answer.headers.get("ETag")!, body });
    met.changed += 1;
  }
  expect(Math.min(met.same, met.changed)).toBeGreaterThan(STEPS / 10);
}, 120_000);
