/** Whatever anybody does, everybody's next page shows it: random deeds, and after each what is kept is compared with what is drawn anew. */
import { afterAll, expect, inject, test } from "vitest";
import { changeProfile } from "#app/accounts/change-profile.server.ts";
import { changeRole } from "#app/administration/change-role.server.ts";
import { stopRendering } from "#app/markdown/render.server.ts";
import type { Person } from "#app/permissions.ts";
import { thankPost } from "#app/posts/thank-post.server.ts";
import { withdrawPost } from "#app/posts/withdraw-post.server.ts";
import { savePost } from "#app/reading/save-post.server.ts";
import { editPost } from "#app/threads/edit-post.server.ts";
import { moderateThread } from "#app/threads/moderate-thread.server.ts";
import { renameTopic } from "#app/topics/change-topics.server.ts";
import type { Db } from "#db/open.server.ts";
import { openForum, openTwice, START } from "../forum.ts";
import { openPage } from "../routes/open-page.ts";
import { beginThread, reply, sending } from "../threads/thread.ts";
import { cookieOf, match, type ReadingForum, serveReading, textOf } from "./reading-forum.ts";

const STEPS = 10_000;
/** Of the steps, those that write; the others read what was written. */
const WRITING = 0.12;

afterAll(stopRendering);

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

/** Without what is new at each sight: keys of forms, and spaces. */
const plain = (html: string) =>
  html.replace(/name="key" value="[^"]*"/g, 'name="key"').replace(/\s+/g, "");

/** The page as it is drawn at this moment, for somebody who only looks. */
async function drawnNow(db: Db, path: string, person: Person | null): Promise<string> {
  const [place = "", query = ""] = path.split("?");
  const { page } = match(path)!;
  const part = decodeURIComponent(place.split("/")[2] ?? "");
  const drawn = await openPage(db, page, person, { part, query, isOpened: false });
  if (drawn instanceof Response) return drawn.headers.get("Location")!;
  return drawn.slots ? drawn.slots.fill(drawn.html, drawn.own) : drawn.html;
}

async function openForums(): Promise<{
  db: Db;
  people: Person[];
  root: Person;
  servers: ReadingForum[];
}> {
  if (inject("engine") === "sqlite") {
    const { db, ada, ben, mo, root } = await openForum();
    return { db, people: [ada, ben, mo], root, servers: [await serveReading(db)] };
  }
  const { db, second, ada, ben, mo, root } = await openTwice();
  const servers = [await serveReading(db), await serveReading(second)];
  return { db, people: [ada, ben, mo], root, servers };
}

test("no page is stale in ten thousand random steps, whoever reads it and whichever process answers", async () => {
  const { db, people, root, servers } = await openForums();
  const random = chance(20_261_122);
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)]!;
  const cookies = new Map<Person, string>();
  for (const person of people) cookies.set(person, await cookieOf(db, person));
  const posts: { id: number; threadId: number; author: Person; version: number }[] = [];
  const threads: number[] = [];
  let count = 0;
  const next = () => {
    count += 1;
    return count;
  };
  const begin = async (author: Person) => {
    const begun = await beginThread(db, author, { title: `Question ${next()}` });
    threads.push(begun.threadId);
    posts.push({ id: begun.openingId, threadId: begun.threadId, author, version: 1 });
  };
  const deeds: (() => Promise<unknown>)[] = [
    () => begin(pick(people)),
    async () => {
      const [author, threadId] = [pick(people), pick(threads)];
      const id = await reply(db, author, threadId, { body: `Reply ${next()}` });
      posts.push({ id, threadId, author, version: 1 });
    },
    async () => {
      const post = pick(posts);
      const { version } = post;
      const edit = { body: `Edited ${next()}`, version, title: null, topics: null };
      await editPost(db, post.author, post.id, edit, sending());
      post.version += 1;
    },
    () => {
      const post = pick(posts);
      return withdrawPost(db, post.author, post.id, { isRestored: random() < 0.6, now: START });
    },
    () => {
      const [act, isUndone] = [pick(["lock", "pin"] as const), random() < 0.6];
      return moderateThread(db, root, pick(threads), { act, isUndone, reason: "So.", now: START });
    },
    async () => {
      const topic = await db.selectFrom("topic").select(["id", "slug"]).executeTakeFirstOrThrow();
      const name = `Weights ${next()}`;
      const draft = { name, slug: topic.slug, about: "" };
      await renameTopic(db, root, topic.id, draft, "Clearer.", START);
    },
    () => changeProfile(db, pick(people), { about: `About ${next()}` }, { now: START, scale: 100 }),
    () => thankPost(db, pick(people), pick(posts).id, { isThanked: random() < 0.5, now: START }),
    () => savePost(db, pick(people), pick(posts).id, { isSaved: random() < 0.5, now: START }),
    () => changeRole(db, root, people[2]!.id, pick(["member", "moderator"] as const), "So.", START),
  ];
  for (let thread = 0; thread < 6; thread += 1) await begin(pick(people));
  const paths = () => [
    ...["/", "/?order=new", "/topics", "/topics/open-weights", "/log", "/people/Ada"],
    ...["/people/Ben?show=replies", "/people/Mo"],
    ...threads.slice(-6).flatMap((id) => [`/threads/${id}`, `/threads/${id}?order=new`]),
    `/threads/${pick(posts).threadId}?branch=${pick(posts).id}`,
  ];
  let compared = 0;
  for (let step = 0; step < STEPS; step += 1) {
    if (random() < WRITING) {
      // A deed that is refused changes nothing, which is shown too.
      await pick(deeds)().catch(() => null);
      continue;
    }
    const path = pick(paths());
    const person = random() < 0.4 ? pick(people) : null;
    const encoding = pick(["br", "gzip", "identity"]);
    const answer = await pick(servers).ask(path, person && cookies.get(person)!, {
      "accept-encoding": encoding,
      "sec-purpose": "prefetch",
    });
    if (answer.status >= 300 && answer.status < 400) continue;
    const role = person && (await roleOf(db, person));
    const drawn = await drawnNow(db, path, person && { ...person, role: role! });
    const isFresh = plain(textOf(answer)) === plain(drawn);
    expect(isFresh, `step ${step}: ${path} for ${person?.name ?? "nobody"}`).toBe(true);
    compared += 1;
  }
  expect(compared).toBeGreaterThan(STEPS / 2);
}, 600_000);

async function roleOf(db: Db, { id }: Person) {
  const row = await db
    .selectFrom("person")
    .select("role")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return row.role;
}
