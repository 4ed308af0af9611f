/** Values of a whole world against the reference, where its folder is there; what decides single rows is tested by hand. */
import path from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { type Ranks, rankRows } from "#app/ranking/rank-rows.ts";
import type { FlagRow, PostRow, Row, VoteRow } from "#app/ranking/rows/row.ts";
import { loadAgents } from "#app/simulating/load-agents.server.ts";
import { drawBy } from "./chances.ts";

const folder = process.env.SIM_DIR ?? "../shared/sim";
const agents = await loadAgents(folder);
const DAY = 86_400;
const AT = 1_790_000_000;

const people = (count: number): Row[] =>
  Array.from({ length: count }, (_, i) => ({ type: "person", id: `u${i}`, level: i < 2 ? 0 : 1 }));
const post = (id: string, given: Partial<PostRow> = {}): PostRow => ({
  ...{ type: "post", id, author: "u2", thread: "t", words: 100, at: AT },
  ...given,
});
const vote = (person: string, on: string, given: Partial<VoteRow> = {}): VoteRow => ({
  ...{ type: "vote", person, post: on, worth: 1, agree: 0, at: AT + 100 },
  ...given,
});
const flag = (person: string, on: string, given: Partial<FlagRow> = {}): FlagRow => ({
  ...{ type: "flag", person, post: on, reason: "insults a person", at: AT + 200 },
  ...given,
});
const rank = (...rows: Row[]) => rankRows([...people(12), ...rows]);
const first = (...rows: Row[]) => rank(post("p"), ...rows).posts[0]!;

test("of two votes of one person the later counts, wherever its row stands", () => {
  const later = vote("u5", "p", { worth: 0, agree: 1, at: AT + 300 });
  expect(first(later, vote("u5", "p")).n).toBe(0.5);
  expect(first(vote("u5", "p"), later).n).toBe(0.5);
  expect(first(vote("u5", "p"), { ...later, agree: 0 }).n).toBe(0);
});

test.each<[string, Row]>([
  ["on one's own post", vote("u2", "p")],
  ["by a stranger", vote("u99", "p")],
  ["on an unknown post", vote("u5", "q")],
  ["by a newcomer", vote("u0", "p")],
])("a vote %s counts nothing", (_, row) => {
  expect(first(row)).toMatchObject({ n: 0, w: 0.5 });
});

test("agreement alone stays out while one's flag on the post is open or rejected", () => {
  const agree = vote("u5", "p", { worth: 0, agree: -1 });
  expect(first(agree, flag("u5", "p")).n).toBe(0);
  expect(first(agree, flag("u5", "p", { decided: "rejected" })).n).toBe(0);
  expect(first(agree, flag("u5", "p", { decided: "upheld" })).n).toBe(0.5);
  expect(first(agree, flag("u5", "p", { decided: "rewritten" })).n).toBe(0.5);
  expect(first(agree, flag("u6", "p")).n).toBe(0.5);
});

test("praise of one author weighs less from the fifth vote within thirty days on", () => {
  const posts = Array.from({ length: 6 }, (_, i) => post(`p${i}`));
  const votes = posts.map(({ id }, i) => vote("u5", String(id), { at: AT + i }));
  expect(rank(...posts, ...votes).posts.map(({ n }) => n)).toEqual([1, 1, 1, 1, 2 / 3, 0.5]);
  const slow = posts.map(({ id }, i) => vote("u5", String(id), { at: AT + 10 * i * DAY }));
  expect(rank(...posts, ...slow).posts.map(({ n }) => n)).toEqual([1, 1, 1, 1, 1, 1]);
});

test("an upheld flag is a certain insult until the passage is cleared; off topic never is one", () => {
  const insult = (...rows: Row[]) => first(...rows).insult;
  expect(insult(flag("u5", "p", { decided: "upheld" }))).toBe(1);
  expect(insult(flag("u5", "p", { decided: "rewritten" }))).toBe(0);
  expect(insult(flag("u5", "p", { decided: "rejected" }))).toBe(0);
  expect(insult(flag("u5", "p", { decided: "upheld", reason: "off topic" }))).toBe(0);
  const clear = post("p", { z: 0.9 });
  expect(rank(clear).posts[0]!.insult).toBe(0);
  expect(rank(clear, flag("u5", "p")).posts[0]!.insult).toBeCloseTo(1 / (1 + Math.exp(-0.9)), 12);
  expect(rank(clear, flag("u0", "p")).posts[0]!.insult).toBe(0);
});

const fields = ["q", "w", "h", "pl", "pr", "n", "insult"] as const;

/** The greatest difference, x and y up to one common sign. */
function difference(ours: Ranks, theirs: Ranks): number {
  expect(ours.posts.map(({ id }) => id)).toEqual(theirs.posts.map(({ id }) => id));
  expect(ours.people.map(({ person }) => person)).toEqual(
    theirs.people.map(({ person }) => person),
  );
  const pairs = ours.posts.map((post, i) => [post, theirs.posts[i]!] as const);
  const ranks = pairs.flatMap(([one, other]) =>
    fields.map((field) => Math.abs(one[field] - other[field])),
  );
  const signed = (sign: number) => [
    ...pairs.map(([one, other]) => Math.abs(sign * one.y - other.y)),
    ...ours.people.map(({ x }, i) => Math.abs(sign * x - theirs.people[i]!.x)),
  ];
  return Math.max(...ranks, Math.min(Math.max(...signed(1)), Math.max(...signed(-1))));
}

/** A world with all that a forum has: levels, votes changed and withdrawn, flags decided and open, strangers. */
function livelyRows(seed: number, { scorer = true, posts = 240 } = {}): Row[] {
  const { makeWorld, toRankRows, reviewer } = agents!.worlds;
  const world = makeWorld({ seed, posts });
  const draw = drawBy(seed);
  const decide = seed % 2 ? reviewer(world) : undefined;
  const rows = toRankRows(world, { scorer, decide });
  const more = rows.flatMap((row): Row[] => {
    if (row.type === "flag") {
      const reasons = ["off topic", "threat", "insults a person"];
      const decisions = ["upheld", "rejected", "rewritten", undefined] as const;
      const reason = reasons[Math.floor(draw() * 3)]!;
      return [{ ...row, reason, decided: decisions[Math.floor(draw() * 4)] }];
    }
    if (row.type === "person") row.level = Math.floor(draw() * 4);
    if (row.type !== "vote" || draw() > 0.1) return [];
    const at = row.at + Math.floor((draw() - 0.5) * 10);
    return [{ ...row, worth: draw() < 0.5 ? 1 : 0, agree: draw() < 0.3 ? 0 : -1, at }];
  });
  const all = [
    ...rows,
    ...more,
    vote("stranger", "p1"),
    flag("u1", "nowhere"),
    post("pz", { z: 1 }),
  ];
  return all
    .map((row) => ({ row, at: draw() }))
    .sort((one, other) => one.at - other.at)
    .map(({ row }) => row);
}

const skipped = agents ? "" : ` (skipped: SIM_DIR has no ${folder})`;

test.skipIf(!agents)(`every value is the reference's to a millionth${skipped}`, async () => {
  const { rank: reference } = await import(
    /* @vite-ignore */ pathToFileURL(path.resolve(folder, "reference.mjs")).href
  );
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    const rows = livelyRows(seed, { scorer: seed % 3 > 0 });
    expect(difference(rankRows(rows), reference(rows))).toBeLessThan(1e-6);
  }
  const { makeWorld, toRankRows } = agents!.worlds;
  for (const wish of [{ camps: 0 }, { people: 20, posts: 30 }, { agreeing: 0 }]) {
    const rows = toRankRows(makeWorld({ seed: 9, ...wish }));
    expect(difference(rankRows(rows), reference(rows))).toBeLessThan(1e-6);
  }
  expect(rankRows([]).posts).toEqual(reference([]).posts);
});

test.skipIf(!agents)(`shuffled rows rank alike${skipped}`, () => {
  const { makeWorld, toRankRows } = agents!.worlds;
  const rows = toRankRows(makeWorld({ seed: 3 }));
  const back = rankRows(rows.toReversed());
  const inOrder = { ...back, posts: back.posts.toReversed(), people: back.people.toReversed() };
  expect(difference(inOrder, rankRows(rows))).toBeLessThan(1e-9);
});
