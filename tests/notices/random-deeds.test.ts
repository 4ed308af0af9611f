/** People follow, mute, post, thank and read at random; what each was told is what a plain recount by the rules says. */
import { expect, test } from "vitest";
import type { NoticeKind } from "#app/notices/kinds.ts";
import { kindsOfPosts, subjectOf } from "#app/notices/kinds.ts";
import { type Candidate, type ToldPost, whyTold } from "#app/notices/recipients.ts";
import type { Person } from "#app/permissions.ts";
import { thankPost } from "#app/posts/thank-post.server.ts";
import { withdrawPost } from "#app/posts/withdraw-post.server.ts";
import type { FollowKind, FollowLevel } from "#db/schema.ts";
import { deliverAll } from "../events/events.ts";
import { openForum, START } from "../forum.ts";
import { beginThread, reply } from "../threads/thread.ts";
import { follow } from "./follow.ts";

const STEPS = 160;

/** A stream of numbers from 0 to 1 (mulberry32). */
function chance(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Post {
  id: number;
  thread: number;
  author: Person;
  above: number[];
  isGone: boolean;
}

async function walk(seed: number) {
  const { db, ada, ben, nia, mo, root } = await openForum();
  const people = [ada, ben, nia, mo, root];
  // Who follows by writing is another test's.
  await db.updateTable("person").set({ follows_by_writing: 0 }).execute();
  const random = chance(seed);
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)]!;
  const posts: Post[] = [];
  const follows = new Map<string, FollowLevel>();
  const words = new Map<number, string>();
  const stops = new Set<string>();
  const thanked = new Map<string, Set<number>>();
  /** By person and subject, and whether it is read. */
  const told: { person: number; subject: string; count: number; isRead: boolean }[] = [];

  function note(person: number, subject: string, by = 1) {
    const open = told.find(
      (one) => one.person === person && one.subject === subject && !one.isRead,
    );
    if (open) open.count += by;
    else if (by > 0) told.push({ person, subject, count: 1, isRead: false });
    if (open?.count === 0) told.splice(told.indexOf(open), 1);
  }

  function expectTold(post: Post, mentioned: Person | null, parent: Post | null, word: string) {
    const facts: ToldPost = {
      ...{ threadId: post.thread, authorId: post.author.id, topicIds: [1] },
      ...{ branchIds: parent ? [...post.above, post.id] : [], isWithdrawn: post.isGone },
      isFound: false,
    };
    for (const person of people) {
      const candidate: Candidate = {
        personId: person.id,
        ...{ isAnswered: parent?.author.id === person.id, isQuoted: false },
        isMentioned: mentioned?.id === person.id,
        follows: [...follows].flatMap(([key, level]) => {
          const [id, kind, objectId] = key.split(" ");
          if (Number(id) !== person.id) return [];
          return { kind: kind as FollowKind, objectId: Number(objectId), level };
        }),
        hasMutedWord: words.get(person.id) === word,
        stopped: new Set(
          [...stops].flatMap((stop) => {
            const [id, kind] = stop.split(" ");
            return Number(id) === person.id ? (kind as NoticeKind) : [];
          }),
        ),
      };
      const why = whyTold(facts, candidate);
      if (why) note(person.id, subjectOf(why.kind, post.thread, why.aboutId));
    }
  }

  async function write(author: Person) {
    const parent = posts.length > 0 && random() < 0.85 ? pick(posts) : null;
    const mentioned = random() < 0.3 ? pick(people) : null;
    const word = pick(["tulips", "roses", "herbs"]);
    const body = `On ${word}${mentioned ? `, @${mentioned.name}` : ""}, at some length.`;
    if (parent?.isGone) return;
    const made = parent
      ? {
          thread: parent.thread,
          id: await reply(db, author, parent.thread, { body, parentId: parent.id }),
        }
      : await beginThread(db, author, { body }).then(({ threadId, openingId }) => ({
          ...{ thread: threadId, id: openingId },
        }));
    const above = parent ? [...parent.above, ...(isOpening(parent) ? [] : [parent.id])] : [];
    const post = { ...made, author, above, isGone: false };
    posts.push(post);
    if (random() < 0.1) {
      await withdrawPost(db, author, post.id, { isRestored: false, now: START });
      post.isGone = true;
    }
    await deliverAll(db);
    expectTold(post, mentioned, parent, word);
  }
  const isOpening = (post: Post) => posts.find(({ thread }) => thread === post.thread) === post;

  async function change(person: Person) {
    const post = pick(posts);
    const kinds = { topic: 1, thread: post.thread, branch: post.id, person: pick(people).id };
    const kind = pick(Object.keys(kinds) as (keyof typeof kinds)[]);
    const level = pick(["every", "every", "worth", "nothing", "muted"] as const);
    if (kind === "branch" && isOpening(post)) return;
    follows.set(`${person.id} ${kind} ${kinds[kind]}`, level);
    await follow(db, [person], kind, kinds[kind], level);
  }

  async function thank(person: Person) {
    const post = pick(posts);
    if (post.isGone || post.author.id === person.id) return;
    const key = `thanks:post:${post.id}`;
    const by = thanked.get(key) ?? new Set();
    thanked.set(key, by);
    const isThanked = !by.has(person.id);
    await thankPost(db, person, post.id, { isThanked, now: START });
    const isStopped = stops.has(`${post.author.id} thanks`);
    if (isThanked) by.add(person.id);
    else by.delete(person.id);
    if (!isThanked || !isStopped) note(post.author.id, key, isThanked ? 1 : -1);
  }

  async function read(person: Person) {
    await db
      .updateTable("notice")
      .set({ read_at: START })
      .where("person_id", "=", person.id)
      .where("read_at", "is", null)
      .execute();
    for (const one of told) if (one.person === person.id) one.isRead = true;
  }

  async function stop(person: Person) {
    const kind = pick(["mention", "reply", "thanks"] as const);
    stops.add(`${person.id} ${kind}`);
    await db
      .insertInto("notice_stop")
      .values({ person_id: person.id, kind, stopped_at: START })
      .onConflict((conflict) => conflict.columns(["person_id", "kind"]).doNothing())
      .execute();
  }

  async function mute(person: Person) {
    if (words.has(person.id)) return;
    const word = pick(["tulips", "roses"]);
    words.set(person.id, word);
    await db
      .insertInto("mute_word")
      .values({ person_id: person.id, word, shown: word, muted_at: START })
      .execute();
  }

  await write(ada);
  for (let step = 0; step < STEPS; step += 1) {
    const person = pick(people);
    const what = random();
    if (what < 0.5) await write(person);
    else if (what < 0.75) await change(person);
    else if (what < 0.88) await thank(person);
    else if (what < 0.96) await read(person);
    else if (what < 0.98) await mute(person);
    else await stop(person);
  }
  const rows = await db.selectFrom("notice").selectAll().execute();
  const inShort = (person: number, subject: string, count: number, isRead: boolean) =>
    `${person} ${subject} ${count} ${isRead}`;
  expect(
    rows.map((row) => inShort(row.person_id, row.subject, row.count, row.read_at !== null)).sort(),
  ).toEqual(told.map((one) => inShort(one.person, one.subject, one.count, one.isRead)).sort());
  return new Set(rows.map(({ kind }) => kind));
}

test.each([1, 2, 3])(
  "what everybody was told is what the rules say, from seed %i",
  async (seed) => {
    const kinds = await walk(seed);
    expect(kinds).toContain("thanks");
    expect(kindsOfPosts.filter((kind) => kinds.has(kind)).length).toBeGreaterThan(3);
  },
);
