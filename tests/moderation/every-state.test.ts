/** Whatever is done, in whatever order: no state that is not drawn, and no text lost (mechanism, M8). */
import { expect, inject, test } from "vitest";
import { drawn, isAway } from "#app/moderation/states.ts";
import { Refusal, WrongForm } from "#app/refusals.ts";
import type { CaseState } from "#db/schema.ts";
import { openForum, START } from "../forum.ts";
import { beginThread, reply } from "../threads/thread.ts";
import { dice, stepOnce, text, type World } from "./random-steps.ts";

const isPostgres = inject("engine") !== "sqlite";
const SEEDS = isPostgres ? [1] : [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const STEPS = isPostgres ? 300 : 1_000;

/** Appeals in all runs. */
let made = 0;

test.each(SEEDS)(
  "a thousand random steps (seed %i) leave every post, case and appeal in a drawn state, and every text where its author finds it",
  { timeout: 120_000 },
  async (seed) => {
    const { db, ada, ben, nia, mo, root } = await openForum();
    const random = dice(seed);
    const texts = new Map<number, Set<string>>();
    const add = (id: number, body: string) => texts.set(id, new Set([body]));
    const opening = text(random);
    const { threadId, openingId } = await beginThread(db, ada, { body: opening });
    add(openingId, opening);
    for (const author of [ben, nia, ben, ada, mo]) {
      const body = text(random);
      add(await reply(db, author, threadId, { body }), body);
    }
    const world: World = {
      ...{ db, people: [ada, ben, nia, mo, root], moderators: [mo, root] },
      ...{ postIds: [...texts.keys()], random, now: START, texts },
      proposed: new Map(),
    };
    let before = new Map<number, CaseState>();
    const refused = new Map<string, number>();
    for (let turn = 0; turn < STEPS; turn++) {
      await stepOnce(world).catch((error: unknown) => {
        if (error instanceof Refusal) refused.set(error.said.key, turn);
        else if (!(error instanceof WrongForm)) throw error;
      });
      before = await checkCases(world, before);
      await checkPosts(world);
    }
    await checkActs(world);
    expect(before.size).toBeGreaterThan(10);
    expect(refused.size).toBeGreaterThan(8);
  },
);

test("appeals were among the steps", () => {
  expect(made).toBeGreaterThan(SEEDS.length);
});

/** Where one step of the table leads to, or two of one deed. */
function reach(from: CaseState): Set<string> {
  const one = (state: CaseState) => Object.values(drawn[state]) as (CaseState | "former")[];
  const former: CaseState[] = ["asked", "lapsed", "redacted", "removed"];
  const next = one(from).flatMap((to) => (to === "former" ? former : to));
  return new Set([from, ...next, ...(from === "asked" || from === "lapsed" ? ["cleared"] : [])]);
}

async function checkCases({ db }: World, before: Map<number, CaseState>) {
  const cases = await db
    .selectFrom("case")
    .select(["id", "state", "closed_at", "due_at"])
    .execute();
  const after = new Map<number, CaseState>();
  for (const { id, state, closed_at, due_at } of cases) {
    after.set(id, state);
    expect(reach(before.get(id) ?? "open")).toContain(state);
    if (closed_at !== null) expect(due_at).toBe(null);
    if (state === "open") expect(closed_at).toBe(null);
  }
  return after;
}

async function checkPosts({ db, texts, proposed }: World) {
  const posts = await db
    .selectFrom("post")
    .select(["id", "body", "state", "withdrawn_at"])
    .execute();
  const kept = await db.selectFrom("kept_text").select(["post_id", "why", "body"]).execute();
  const revisions = await db.selectFrom("revision").select(["post_id", "body"]).execute();
  for (const { id, body, state, withdrawn_at } of posts) {
    const away = kept.find(({ post_id, why }) => post_id === id && why === "away");
    expect(isAway(state)).toBe(away !== undefined);
    expect(body === "").toBe(away !== undefined);
    if (away) expect(withdrawn_at).not.toBe(null);
    const found = new Set([
      body,
      ...kept.filter(({ post_id }) => post_id === id).map((row) => row.body),
      ...revisions.filter(({ post_id }) => post_id === id).map((row) => row.body),
    ]);
    for (const told of texts.get(id)!) expect(found, `post ${id}`).toContain(told);
    if (state !== "removed") proposed.delete(id);
    if (proposed.has(id)) expect(found, `post ${id}`).toContain(proposed.get(id));
  }
}

async function checkActs({ db }: World) {
  const { acts, appeals } = {
    acts: await db
      .selectFrom("action")
      .innerJoin("event", "event.id", "action.id")
      .select(["action.id", "event.reason", "undoes_id", "undone_by_id"])
      .execute(),
    appeals: await db.selectFrom("appeal").selectAll().execute(),
  };
  const all = await db.selectFrom("action").select("id").execute();
  expect(acts).toHaveLength(all.length);
  for (const { reason } of acts) expect(reason).toBeTruthy();
  made += appeals.length;
  for (const { decided_at, verdict } of appeals) {
    expect(decided_at === null).toBe(verdict === null);
  }
  const waiting = appeals.filter(({ decided_at }) => decided_at === null).length;
  const appealed = await db
    .selectFrom("case")
    .select("id")
    .where("state", "=", "appealed")
    .execute();
  expect(appealed).toHaveLength(waiting);
}
