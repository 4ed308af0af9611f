/** Two people read and write at random for a thousand steps; what is told as new is what a plain notebook of all they opened would tell. */
import { expect, inject, test } from "vitest";
import type { Person } from "#app/permissions.ts";
import { withdrawPost } from "#app/posts/withdraw-post.server.ts";
import { listNews } from "#app/reading/list-new.server.ts";
import { openForum, START } from "../forum.ts";
import { openThread } from "../routes/open-page.ts";
import { beginThread, reply } from "../threads/thread.ts";

const MINUTE = 60;
/** Each asks PostgreSQL a dozen times over the wire. */
const STEPS = inject("engine") === "sqlite" ? 1_000 : 600;

/** What somebody would note of a thread on paper. */
interface Notebook {
  /** The posts that were there when the visit before ended. */
  known: Set<number>;
  /** The posts that were there when it was last opened. */
  there: Set<number>;
  /** When it was last opened and written down. */
  at: number;
}

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

async function walk(seed: number) {
  const { db, ada, ben } = await openForum();
  const people = [ada, ben];
  const random = chance(seed);
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)]!;
  let now = START;
  /** The posts of each thread with their authors. */
  const threads = new Map<number, Map<number, Person>>();
  const notebooks = new Map<string, Notebook>();
  const noteOf = (person: Person, id: number) => notebooks.get(`${person.name} ${id}`);
  const without = (person: Person, id: number, seen: Set<number>) =>
    [...threads.get(id)!].flatMap(([post, author]) =>
      author.id === person.id || seen.has(post) ? [] : post,
    );

  /** Notes that somebody opens a thread; answers what is new to them. */
  function note(person: Person, id: number): number[] {
    const there = new Set(threads.get(id)!.keys());
    const book = noteOf(person, id);
    if (!book) {
      notebooks.set(`${person.name} ${id}`, { known: there, there, at: now });
      return [];
    }
    if (now - book.at > 40 * MINUTE) Object.assign(book, { known: book.there, there, at: now });
    else if (there.size > book.there.size || now - book.at >= 10 * MINUTE) {
      Object.assign(book, { there, at: now });
    }
    return without(person, id, book.known);
  }

  async function open(person: Person, id: number) {
    const expected = note(person, id);
    const posts = [...threads.get(id)!.keys()];
    const query = pick(["", "?order=new", "?order=old", `?branch=${pick(posts)}`]);
    const page = await openThread(db, person, id, { query, now });
    const marked = Object.entries(page.marks).flatMap(([post, mark]) => (mark.newer ? +post : []));
    if (page.isBranch) expect(expected).toEqual(expect.arrayContaining(marked));
    else expect(marked).toEqual(expected);
    expect(page.news?.posts.count ?? 0).toBe(Math.min(100, expected.length));
  }

  async function look(person: Person) {
    const news = await listNews(db, person, [...threads.keys()]);
    for (const id of threads.keys()) {
      const book = noteOf(person, id);
      const expected = book ? without(person, id, book.there) : [];
      const told = expected.length && {
        count: Math.min(100, expected.length),
        firstId: expected[0],
      };
      expect(news[id]).toEqual(told || undefined);
    }
  }

  async function begin(person: Person) {
    const { threadId, openingId } = await beginThread(db, person, { body: "Words." }, { now });
    threads.set(threadId, new Map([[openingId, person]]));
    if (random() < 0.8) await open(person, threadId);
  }

  async function answer(person: Person, id: number) {
    const posts = [...threads.get(id)!.keys()];
    const draft = { body: "Words enough.", parentId: pick(posts) };
    const post = await reply(db, person, id, draft, { now }).catch(() => null);
    if (post === null) return;
    threads.get(id)!.set(post, person);
    // Whoever has posted is led to the thread.
    if (random() < 0.8) await open(person, id);
  }

  await begin(ada);
  for (let step = 0; step < STEPS; step += 1) {
    const person = pick(people);
    const id = pick([...threads.keys()]);
    const what = random();
    if (what < 0.01) await begin(person);
    else if (what < 0.2) await answer(person, id);
    else if (what < 0.55) await open(person, id);
    else if (what < 0.7) await look(person);
    else if (what < 0.75) {
      const [post, author] = pick([...threads.get(id)!]);
      await withdrawPost(db, author, post, { isRestored: random() < 0.5, now }).catch(() => null);
    } else now += Math.floor(random() ** 3 * 90 * MINUTE);
  }
  return notebooks.size;
}

test.each([1, 2, 3, 4])(
  "what is told as new is right for two people, from seed %i",
  async (seed) => {
    expect(await walk(seed)).toBeGreaterThan(5);
  },
  60_000,
);
