/** What it costs to tell many of one reply: `npm run bench -- notices`. Replies into a thread that 10,000 follow, in turns with replies into one that nobody follows. */
import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import Database from "better-sqlite3";
import { ask, textOf } from "./forum/ask.js";
import { startForum } from "./forum/children.js";
import { median, percentile } from "./forum/figures.js";
import { copyForum, longThreads } from "./forum/forums.js";
import { lookAround } from "./forum/look-around.js";
import { memory } from "./forum/processes.js";
import { signIn } from "./forum/readers.js";

const SIZE = 1_000;
const FOLLOWERS = 10_000;
const WRITERS = 8;
/** Replies into either thread, after those that warm up. */
const REPLIES = 40;
const WARM = 4;
/** Somebody opens a page so often while people are told, in milliseconds. */
const READ_EVERY = 10;
/** Longest that all may take to be told, in seconds, and how much slower the reply's own answer may be. */
const bounds = { told: 10, ratio: 1.2 };

export async function run() {
  const { database, password, discard } = await copyForum(SIZE, undefined, console.error);
  const look = lookAround(database, longThreads(SIZE));
  const [followed, unfollowed] = look.threads;
  addFollowers(database, followed.id);
  const forum = await startForum({ database });
  const sqlite = new Database(database, { readonly: true });
  try {
    const cookies = await signIn(forum.origin, look.names.slice(0, WRITERS), password);
    const reply = replier(forum.origin, cookies);
    for (let round = 0; round < WARM; round += 1) {
      for (const thread of [followed, unfollowed]) await reply(thread);
      await allTold(sqlite, followed.id);
    }
    const before = memory(forum.pid);
    const found = { followed: [], unfollowed: [], told: [], pages: [], calm: [], memory: before };
    for (let round = 0; round < REPLIES; round += 1) {
      found.unfollowed.push(await reply(unfollowed));
      found.calm.push(...(await readMeanwhile(forum, unfollowed, setTimeout(500))));
      const began = performance.now();
      found.followed.push(await reply(followed));
      const telling = allTold(sqlite, followed.id);
      found.pages.push(...(await readMeanwhile(forum, unfollowed, telling)));
      await telling;
      found.told.push(performance.now() - began);
      found.memory = Math.max(found.memory, memory(forum.pid));
    }
    return report(found, before);
  } finally {
    sqlite.close();
    await forum.stop();
    discard();
  }
}

function report({ followed, unfollowed, told, pages, calm, memory: most }, before) {
  const line = (what, numbers) =>
    console.log(
      what.padEnd(44),
      ...[50, 95, 99].map((part) => `${percentile(numbers, part).toFixed(1)} ms`.padStart(11)),
    );
  console.log("".padEnd(44), ...["p50", "p95", "p99"].map((head) => head.padStart(11)));
  line("the answer to a reply that nobody is told of", unfollowed);
  line(`the answer to one that ${FOLLOWERS} are told of`, followed);
  line("all are told after", told);
  line("a page, while nothing happens", calm);
  line("a page, while they are told", pages);
  const slower = percentile(followed, 95) / percentile(unfollowed, 95);
  console.log(
    `p95 of the answer: ${slower.toFixed(2)} times (median ${(median(followed) / median(unfollowed)).toFixed(2)}). Memory: ${before.toFixed(0)} MB before, at most ${most.toFixed(0)}.`,
  );
  const faults = [
    slower > bounds.ratio && `The answer is ${slower.toFixed(2)} times slower.`,
    Math.max(...told) > bounds.told * 1000 && "It took too long until all were told.",
  ].filter(Boolean);
  for (const fault of faults) console.error(fault);
  return faults.length > 0 ? 1 : 0;
}

/** Before the forum starts: people who follow a thread, and hear of every post. */
function addFollowers(database, threadId) {
  const sqlite = new Database(database);
  const person = sqlite.prepare(
    `insert into person (name, name_key, about, about_html, role, level, joined_at)
     values (?, ?, '', '', 'member', 1, 1700000000)`,
  );
  const follow = sqlite.prepare(
    "insert into follow (person_id, kind, object_id, level, followed_at) values (?, 'thread', ?, 'every', 1700000000)",
  );
  sqlite.transaction(() => {
    for (let place = 0; place < FOLLOWERS; place += 1) {
      const { lastInsertRowid } = person.run(`Follower${place}`, `follower${place}`);
      follow.run(lastInsertRowid, threadId);
    }
  })();
  sqlite.close();
}

/** Sends replies in the name of one person after another; answers how long the answer took, in milliseconds. */
function replier(origin, cookies) {
  let number = 0;
  return async (thread) => {
    number += 1;
    const form = { key: randomUUID(), body: `Of this I say the ${number}th thing: it holds.` };
    const cookie = cookies[number % cookies.length];
    const began = performance.now();
    const answer = await ask(origin, `/threads/${thread.id}/reply`, { cookie, form });
    if (answer.status !== 302) throw new Error(`${answer.status}: ${await textOf(answer)}`);
    return performance.now() - began;
  };
}

/** Until every follower has a notice that tells of the last post of a thread. */
async function allTold(sqlite, threadId) {
  const { last } = sqlite
    .prepare("select max(id) as last from post where thread_id = ?")
    .get(threadId);
  const count = sqlite
    .prepare("select count(*) from notice where thread_id = ? and latest_post_id = ?")
    .pluck();
  while (count.get(threadId, last) < FOLLOWERS) await setTimeout(20);
}

/** Opens a page again and again until something is done; answers how long each took. */
async function readMeanwhile({ origin }, { path }, done) {
  const taken = [];
  let isDone = false;
  const ended = done.then(() => {
    isDone = true;
  });
  while (!isDone) {
    const began = performance.now();
    await ask(origin, path);
    taken.push(performance.now() - began);
    await setTimeout(READ_EVERY);
  }
  await ended;
  return taken;
}
