/** What is a reader's own on a page never reaches anybody else, however many ask at once. */
import { afterAll, expect, test } from "vitest";
import { saveDraft } from "#app/composing/save-draft.server.ts";
import { follow } from "#app/following/follow.server.ts";
import { stopRendering } from "#app/markdown/render.server.ts";
import { tell } from "#app/notices/tell.server.ts";
import type { Person } from "#app/permissions.ts";
import { thankPost } from "#app/posts/thank-post.server.ts";
import { savePost } from "#app/reading/save-post.server.ts";
import { say } from "#app/strings/say.ts";
import { castVote } from "#app/votes/cast-vote.server.ts";
import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { deliverAll } from "../events/events.ts";
import { openForum, START } from "../forum.ts";
import { beginThread, reply } from "../threads/thread.ts";
import { cookieOf, type ReadingForum, serveReading, textOf } from "./reading-forum.ts";

afterAll(stopRendering);

const HOUR = 3_600;

interface Scene {
  db: Db;
  forum: ReadingForum;
  threadId: number;
  people: Person[];
  cookies: Map<Person, string>;
  postOf: Map<Person, number>;
}

/** A thread in which each of five people wrote, and to each of whom each personal part of its page is something else. */
async function setScene(): Promise<Scene> {
  const { db, ada, ben, nia, mo, root } = await openForum();
  const people = [ada, ben, nia, mo, root];
  const { threadId } = await beginThread(db, ada);
  const postOf = new Map<Person, number>();
  for (const person of people) postOf.set(person, await reply(db, person, threadId));
  let now = START;
  const forum = await serveReading(db, { now: () => now });
  const cookies = new Map<Person, string>();
  for (const [place, person] of people.entries()) {
    cookies.set(person, await cookieOf(db, person));
    const other = postOf.get(people[(place + 1) % people.length]!)!;
    await thankPost(db, person, other, { isThanked: true, now });
    await savePost(db, person, other, { isSaved: true, now });
    await castVote(db, person, other, ballotOf(place), now);
    const key = `00000000-0000-4000-8000-00000000000${place}`;
    const fields = { body: `What only ${person.name} has begun to write.` };
    const draft = { key, place: `/threads/${threadId}/reply`, version: 0, ahead: 0, page: null };
    await saveDraft(db, person, { ...draft, fields }, { now, newKey: key });
    await follow(
      db,
      person,
      { thing: { kind: "thread", id: threadId }, level: levels[place]! },
      { now, limits: 1 },
    );
    await leaveUnread(db, person, place, now);
    await forum.ask(`/threads/${threadId}`, cookies.get(person)!);
  }
  now += HOUR;
  // New to everybody but Ada.
  await reply(db, ada, threadId, { body: "And one thing more." }, { now });
  return { db, forum, threadId, people, cookies, postOf };
}

/** Each person follows the thread in another way than the next one. */
const levels = ["every", "worth", "nothing", "every", "worth"] as const;

/** So many notices that no page of the thread reads. */
async function leaveUnread(db: Db, person: Person, count: number, now: number) {
  for (let place = 0; place < count; place += 1) {
    const told = { personId: person.id, kind: "level", subject: `level:${place}`, now } as const;
    await write(db, (trx) => tell(trx, told));
  }
}

/** Each person's vote differs from those of the next two. */
const ballotOf = (place: number) =>
  ({ worth: 1, agree: place % 2 === 0 ? 1 : -1, reason: "fair" }) as const;

/** Whether a post is one of those by which each person answered; the others are Ada's. */
const isAnswer = (id: number, { postOf }: Scene) => [...postOf.values()].includes(id);

/** What somebody must find, and what of the others they must not. */
function expectOwn(html: string, person: Person, scene: Scene, isOpened = true) {
  const { people, postOf, threadId } = scene;
  const place = people.indexOf(person);
  const marked = postOf.get(people[(place + 1) % people.length]!)!;
  expect(html).toContain(`<a class="self" href="/people/${person.name}">`);
  // And the one that says that somebody thanked.
  expect(html).toContain(`data-unread="${place + 1}"`);
  expect(html).toContain(`<b>${say(`following.state.${levels[place]!}`, { kind: "thread" })}</b>`);
  expect(html).toContain(`What only ${person.name} has begun to write.`);
  expect(html.match(/What only/g)).toHaveLength(1);
  expect(html.match(/class="self"/g)).toHaveLength(1);
  const forms = html.matchAll(
    /action="\/posts\/(\d+)\/vote"><input type="hidden" name="have" value="([^"]*)"/g,
  );
  const pressed = new Map([...forms].map(([, id, have]) => [Number(id), have]));
  expect(pressed.size).toBeGreaterThan(people.length);
  const agree = ballotOf(place).agree === 1 ? "+" : "-";
  for (const [id, have] of pressed) {
    const isOwn = id === postOf.get(person) || (place === 0 && !isAnswer(id, scene));
    expect(have).toBe(id === marked ? `w1a${agree}t1s1` : isOwn ? "w-a0t-s0" : "w0a0t0s0");
  }
  const own = [...html.matchAll(/href="\/posts\/(\d+)\/edit"/g)].map(([, id]) => Number(id));
  expect(own).toContain(postOf.get(person));
  for (const [other, id] of postOf) if (other !== person) expect(own).not.toContain(id);
  expect(html.includes(">To the first new one<")).toBe(isOpened && person.name !== "Ada");
  expect(html.includes('href="/admin"')).toBe(person.role === "administrator");
  expect(html.includes(`/threads/${threadId}/lock`)).toBe(person.role !== "member");
}

function expectNobodys(html: string) {
  for (const own of [
    "What only",
    "data-unread",
    "/edit",
    "/account",
    'name="have"',
    'name="key"',
    'class="new"',
  ]) {
    expect(html).not.toContain(own);
  }
}

test("each reader of a thread finds their own and nobody else's, a hundred at once, a thousand in all", async () => {
  const scene = await setScene();
  const { forum, threadId, people, cookies } = scene;
  const askers = [...people, null];
  const askOne = async (place: number) => {
    const person = askers[(place * 7) % askers.length]!;
    const answer = await forum.ask(`/threads/${threadId}`, person && cookies.get(person)!, {
      "accept-encoding": place % 3 === 0 ? "identity" : "gzip, deflate, br",
      "sec-purpose": place % 2 ? "prefetch" : "",
    });
    expect(answer.status).toBe(200);
    expect(answer.headers["cache-control"]).toBe(person ? "private, no-store" : "no-cache");
    expect(answer.headers.vary).toBe("Accept-Encoding, Cookie");
    if (person) expectOwn(textOf(answer), person, scene, place % 2 === 0);
    else expectNobodys(textOf(answer));
  };
  // The first hundred ask while the page is drawn for the first time.
  for (let wave = 0; wave < 10; wave += 1) {
    await Promise.all(Array.from({ length: 100 }, (_, place) => askOne(wave * 100 + place)));
  }
});

test("what each finds is their own name, draft, marks, rights and news", async () => {
  const scene = await setScene();
  const { forum, threadId, people, cookies } = scene;
  for (let round = 0; round < 3; round += 1) {
    const answers = await Promise.all(
      people.map((person) => forum.ask(`/threads/${threadId}`, cookies.get(person)!)),
    );
    for (const [place, person] of people.entries()) {
      expectOwn(textOf(answers[place]!), person, scene);
    }
    expectNobodys(textOf(await forum.ask(`/threads/${threadId}`)));
  }
});

test("no two readers share the key of a form, nor one reader on two pages", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const forum = await serveReading(db);
  const keys = new Set<string>();
  const cookies = [await cookieOf(db, ada), await cookieOf(db, ben)];
  for (let round = 0; round < 20; round += 1) {
    for (const cookie of cookies) {
      const html = textOf(await forum.ask(`/threads/${threadId}`, cookie));
      keys.add(/name="key" value="([\w-]{36})"/.exec(html)![1]!);
    }
  }
  expect(keys.size).toBe(40);
});

test("a cookie that is nobody's finds the page of nobody, is cleared, and fills no page", async () => {
  const { db, ada } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const forum = await serveReading(db);
  const stale = `__Host-session=${"a".repeat(27)}`;
  const answer = await forum.ask(`/threads/${threadId}`, stale);
  expectNobodys(textOf(answer));
  expect(answer.headers["set-cookie"]?.[0]).toMatch(/^__Host-session=; /);
  const next = await forum.ask(`/threads/${threadId}`);
  expect(next.headers["set-cookie"]).toBeUndefined();
  expect(textOf(next)).toBe(textOf(answer));
});

test("who signs out, or whose rights change, finds it on the next page", async () => {
  const { db, ada } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const forum = await serveReading(db);
  const cookie = await cookieOf(db, ada);
  const seen = async () => textOf(await forum.ask(`/threads/${threadId}`, cookie));
  expect(await seen()).not.toContain(`/threads/${threadId}/lock`);
  await db.updateTable("person").set({ role: "moderator" }).where("id", "=", ada.id).execute();
  expect(await seen()).toContain(`/threads/${threadId}/lock`);
  await db.deleteFrom("session").execute();
  expectNobodys(await seen());
});

test("the head of a thread's page counts no notice that this page has marked as read, and all others", async () => {
  const { db, ada, ben, nia } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const other = await beginThread(db, ada);
  await reply(db, ben, threadId, { body: "@Nia, what do you say?" });
  await reply(db, ben, other.threadId);
  await deliverAll(db);
  await leaveUnread(db, ada, 2, START);
  const forum = await serveReading(db);
  const path = `/threads/${threadId}`;
  const countFor = async (person: Person, headers = {}) => {
    const answer = await forum.ask(path, await cookieOf(db, person), headers);
    return Number(/data-unread="(\d+)"/.exec(textOf(answer))![1]);
  };
  expect(await countFor(ada, { "sec-purpose": "prefetch" })).toBe(4);
  expect([await countFor(ada), await countFor(ada)]).toEqual([3, 3]);
  expect([await countFor(nia), await countFor(nia)]).toEqual([0, 0]);
  await leaveUnread(db, nia, 101, START);
  expect(await countFor(nia)).toBe(100);
});
