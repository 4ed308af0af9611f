/** People follow, mute, post, thank and read at random; what each was told is what a plain recount by the rules says. */
import { expect, test } from "vitest";
import { follow } from "#app/following/follow.server.ts";
import { readFollowWish } from "#app/following/level.ts";
import { muteWords } from "#app/following/mute-words.server.ts";
import { readMuteWords } from "#app/following/words.ts";
import { listNotices } from "#app/notices/list-notices.server.ts";
import type { Person } from "#app/permissions.ts";
import { thankPost } from "#app/posts/thank-post.server.ts";
import { withdrawPost } from "#app/posts/withdraw-post.server.ts";
import type { FollowKind, FollowLevel } from "#db/schema.ts";
import { deliverAll } from "../events/events.ts";
import { muteCounts } from "../following/count-mutes.ts";
import { openForum, START } from "../forum.ts";
import { beginThread, reply } from "../threads/thread.ts";

const STEPS = 160;
const limits = 1_000;

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
  /** Above it and itself, without the opening post, the nearest last. */
  branches: number[];
  word: string;
  isGone: boolean;
}

interface Told {
  person: number;
  subject: string;
  count: number;
  /** Whose deeds it tells of. */
  by: Set<string>;
  isRead: boolean;
  began: number;
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
  const thanked = new Map<number, Map<Person, number>>();
  const told: Told[] = [];
  let clock = START;

  const levelOf = (person: Person, kind: FollowKind, id: number) =>
    follows.get(`${person.id} ${kind} ${id}`);

  /** What is muted by its place: the nearest that is followed or muted decides, and of topics any. */
  function isMutedBy(person: Person, { thread, branches }: Post) {
    for (const id of branches.toReversed()) {
      const level = levelOf(person, "branch", id);
      if (level) return level === "muted";
    }
    const level = levelOf(person, "thread", thread);
    return level ? level === "muted" : levelOf(person, "topic", 1) === "muted";
  }

  /** The subject of the notice that tells somebody of a post; null for none. */
  function subjectFor(person: Person, post: Post, mentioned: Person | null, parent: Post | null) {
    const { author, thread, branches } = post;
    if (post.isGone || person === author || words.get(person.id) === post.word) return null;
    if (levelOf(person, "person", author.id) === "muted" || isMutedBy(person, post)) return null;
    const isWished = (kind: string) => !stops.has(`${person.id} ${kind}`);
    if (mentioned === person && isWished("mention")) return `mention:thread:${thread}`;
    if (parent?.author === person && isWished("reply")) return `reply:thread:${thread}`;
    const branch = branches.findLast((id) => levelOf(person, "branch", id));
    const ofThread = parent ? levelOf(person, "thread", thread) : undefined;
    if (branch && levelOf(person, "branch", branch) === "every") return `branch:${branch}`;
    if (!branch && ofThread === "every") return `thread:thread:${thread}`;
    if (levelOf(person, "person", author.id) === "every") {
      return `person:${author.id}:thread:${thread}`;
    }
    const isOfTopic = !branch && !ofThread && levelOf(person, "topic", 1) === "every";
    return isOfTopic ? `topic:1:thread:${thread}` : null;
  }

  function note(person: Person, subject: string, by: Person) {
    const open = told.find(
      (one) => one.person === person.id && one.subject === subject && !one.isRead,
    );
    if (open) {
      open.count += 1;
      open.by.add(by.name);
    } else {
      const began = { began: clock, by: new Set([by.name]) };
      told.push({ person: person.id, subject, count: 1, isRead: false, ...began });
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
    const branches = parent ? [...parent.branches, made.id] : [];
    const post = { ...made, author, branches, word, isGone: false };
    posts.push(post);
    if (random() < 0.1) {
      await withdrawPost(db, author, post.id, { isRestored: false, now: START });
      post.isGone = true;
    }
    await deliverAll(db);
    for (const person of people) {
      const subject = subjectFor(person, post, mentioned, parent);
      if (subject) note(person, subject, author);
    }
  }

  async function change(person: Person) {
    const post = pick(posts);
    const kinds = { topic: 1, thread: post.thread, branch: post.id, person: pick(people).id };
    const kind = pick(Object.keys(kinds) as (keyof typeof kinds)[]);
    const level = pick(["every", "every", "worth", "nothing", "muted"] as const);
    const id = kinds[kind];
    const opening = posts.find(({ thread }) => thread === post.thread)!;
    if (kind === "branch" && (post === opening || post.isGone)) return;
    if (kind === "thread" && opening.isGone) return;
    if (kind === "person" && id === person.id) return;
    follows.set(`${person.id} ${kind} ${id}`, level);
    const wish = readFollowWish(new URLSearchParams({ kind, id: `${id}`, level }));
    await follow(db, person, wish, { now: clock, limits });
  }

  async function thank(person: Person) {
    const post = pick(posts);
    const { author } = post;
    if (post.isGone || author === person) return;
    const by = thanked.get(post.id) ?? new Map<Person, number>();
    thanked.set(post.id, by);
    const isThanked = !by.has(person);
    await thankPost(db, person, post.id, { isThanked, now: clock });
    const subject = `thanks:post:${post.id}`;
    const isMuted = (one: Person) => levelOf(author, "person", one.id) === "muted";
    if (isThanked) {
      by.set(person, clock);
      const isStopped = stops.has(`${author.id} thanks`);
      if (!isStopped && !isMuted(person) && !isMutedBy(author, post)) note(author, subject, person);
      return;
    }
    by.delete(person);
    const open = told.find((one) => one.subject === subject && !one.isRead);
    if (!open) return;
    const left = [...by].filter(([one, at]) => at >= open.began && !isMuted(one));
    for (const [one] of left) open.by.add(one.name);
    open.count = Math.min(open.count, left.length);
    if (open.count === 0) told.splice(told.indexOf(open), 1);
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
    const form = readMuteWords(new URLSearchParams({ words: word }));
    await muteWords(db, person, form, { now: clock, limits });
  }

  await write(ada);
  for (let step = 0; step < STEPS; step += 1) {
    const person = pick(people);
    clock += 1;
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
  for (const person of people) await expectSaid(person);
  return new Set(rows.map(({ kind }) => kind));

  /** Nobody is named whose deed it does not tell of, or who is muted; of thanks, whoever gave them is. */
  async function expectSaid(person: Person) {
    const { kept: muteCount, counted } = await muteCounts(db, person.id);
    expect(muteCount).toBe(counted);
    const { notices } = await listNotices(db, { id: person.id, muteCount }, "all", null);
    for (const notice of notices) {
      const row = rows.find(({ id }) => id === notice.id)!;
      const { subject, count } = row;
      const isRead = row.read_at !== null;
      const likely = told.filter(
        (one) => one.person === person.id && one.subject === subject && one.isRead === isRead,
      );
      const thankers = [...(thanked.get(row.first_post_id ?? 0)?.keys() ?? [])];
      const names =
        row.kind === "thanks"
          ? thankers.map(({ name }) => name)
          : likely.flatMap(({ by }) => [...by]);
      expect(notice.count).toBeLessThanOrEqual(count);
      for (const name of notice.names) {
        const named = people.find((one) => one.name === name)!;
        expect(levelOf(person, "person", named.id)).not.toBe("muted");
        expect(names, `${subject} to ${person.name}`).toContain(name);
      }
    }
  }
}

test.each([1, 2, 3])(
  "what everybody was told is what the rules say, from seed %i",
  async (seed) => {
    const kinds = await walk(seed);
    expect(kinds).toContain("thanks");
    expect([...kinds].filter((kind) => kind !== "thanks").length).toBeGreaterThan(3);
  },
);
