/** Random steps of moderation, legal and illegal, by everybody. */
import { appealAct } from "#app/appeals/appeal-act.server.ts";
import { decideAppeal } from "#app/appeals/decide-appeal.server.ts";
import { flagPost } from "#app/flags/flag-post.server.ts";
import { flagReasons, reasonFacts } from "#app/flags/reasons.ts";
import { decideCase, decisions } from "#app/moderation/decide-case.server.ts";
import { keepTime } from "#app/moderation/keep-time.server.ts";
import { openCase } from "#app/moderation/open-case.server.ts";
import { rewritePost } from "#app/moderation/rewrite-post.server.ts";
import { undoAct } from "#app/moderation/undo-act.server.ts";
import type { Person } from "#app/permissions.ts";
import { withdrawPost } from "#app/posts/withdraw-post.server.ts";
import type { Scorer } from "#app/substance/scores.ts";
import { editPost } from "#app/threads/edit-post.server.ts";
import type { Db } from "#db/open.server.ts";
import { HOUR } from "./cases.ts";

/** A stream of numbers from 0 to 1 (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const PASSAGE = "You are a fool";
let written = 0;
/** A text that no other post says; two in three keep the passage. */
export const text = (random: () => number) =>
  `A point, number ${++written}. ${random() < 0.66 ? PASSAGE : "You may be wrong"}. And so on.`;

export interface World {
  db: Db;
  people: Person[];
  moderators: Person[];
  postIds: number[];
  random: () => number;
  now: number;
  /** Every text that a post has had, by post. */
  texts: Map<number, Set<string>>;
  /** What its author proposed last in the place of one that was removed. */
  proposed: Map<number, string>;
}

const limits = 1_000_000;
const reason = "It goes in circles.";
const sees: Scorer = () => ({ insult: 0.5, substance: 0, passages: [], judged: true });

/** One step; what it wrote into a post is remembered. Throws what the deed throws. */
export async function stepOnce(world: World): Promise<void> {
  const { db, people, moderators, postIds, random, now, texts } = world;
  const pick = <Thing>(things: readonly Thing[]) => things[Math.floor(random() * things.length)]!;
  const anybody = () => (random() < 0.8 ? pick(moderators) : pick(people));
  const postId = pick(postIds);
  const post = await db
    .selectFrom("post")
    .select(["author_id", "version"])
    .where("id", "=", postId)
    .executeTakeFirstOrThrow();
  const author = people.find(({ id }) => id === post.author_id)!;
  const somebody = () => (random() < 0.85 ? author : pick(people));
  const version = random() < 0.9 ? post.version : post.version + 1;
  const decision = {
    ...{ kind: pick(decisions), ruleId: null, reason, limits, now },
    ...{ passage: random() < 0.8 ? PASSAGE : null, isWithAll: random() < 0.1 },
  };
  const body = text(random);
  const kept = (deed: Promise<unknown>) => deed.then(() => void texts.get(postId)!.add(body));
  const means = { now, limits, scorer: () => (random() < 0.3 ? sees : undefined) };
  const deeds: [number, () => Promise<unknown>][] = [
    [5, () => decideLast(world, postId, anybody(), decision)],
    [2, () => openCase(db, anybody(), postId, decision)],
    [
      3,
      () => {
        const named = pick(flagReasons);
        const passage = reasonFacts[named].needsPassage ? PASSAGE : null;
        return flagPost(db, pick(people), postId, { reason: named, passage, note: "" }, means);
      },
    ],
    [3, () => rewrite(world, somebody(), postId, { body, version }, means)],
    [
      1,
      () =>
        kept(editPost(db, somebody(), postId, { body, version, title: null, topics: null }, means)),
    ],
    [1, () => withdrawPost(db, somebody(), postId, { isRestored: random() < 0.5, now })],
    [3, async () => appealAct(db, somebody(), await lastAct(world, postId), { body: reason, now })],
    [3, () => answerOne(world, anybody())],
    [1, async () => undoAct(db, anybody(), await lastAct(world, postId), { reason, now })],
    [3, () => passTime(world, pick([1, 13, 30, 80, 400]) * HOUR)],
  ];
  const of = deeds.reduce((sum, [weight]) => sum + weight, 0);
  let place = random() * of;
  for (const [weight, deed] of deeds) {
    place -= weight;
    if (place < 0) return void (await deed());
  }
}

async function rewrite(
  { db, texts, proposed }: World,
  ...[person, postId, draft, means]: Parameters<typeof rewritePost> extends [Db, ...infer Rest]
    ? Rest
    : never
) {
  const { outcome } = await rewritePost(db, person, postId, draft, means);
  if (outcome === "proposed") proposed.set(postId, draft.body);
  else texts.get(postId)!.add(draft.body);
}

async function passTime(world: World, seconds: number) {
  world.now += seconds;
  await keepTime(world.db, world.now, (error) => {
    throw error;
  });
}

async function decideLast(
  { db, random }: World,
  postId: number,
  person: Person,
  decision: Omit<Parameters<typeof decideCase>[3], "version">,
) {
  const row = await db
    .selectFrom("case")
    .select(["id", "version"])
    .where("post_id", "=", postId)
    .orderBy("id", "desc")
    .executeTakeFirst();
  const version = (row?.version ?? 1) - (random() < 0.1 ? 1 : 0);
  return decideCase(db, person, row?.id ?? 0, { ...decision, version });
}

async function lastAct({ db, random }: World, postId: number): Promise<number> {
  const acts = await db
    .selectFrom("action")
    .select("id")
    .where("post_id", "=", postId)
    .orderBy("id", "desc")
    .limit(3)
    .execute();
  return acts[Math.floor(random() * acts.length)]?.id ?? 0;
}

async function answerOne({ db, random, now }: World, person: Person) {
  const waiting = await db
    .selectFrom("appeal")
    .select("id")
    .where("decided_at", "is", null)
    .execute();
  const verdict = random() < 0.5 ? "upheld" : "overturned";
  const id = waiting[Math.floor(random() * waiting.length)]?.id ?? 0;
  return decideAppeal(db, person, id, { verdict, reason, now });
}
