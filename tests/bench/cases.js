/** How fast a moderator's queue opens when much waits: `npm run bench -- cases`. Ten thousand open cases, each with two flags. */
import Database from "better-sqlite3";
import { ask, textOf } from "./forum/ask.js";
import { startForum } from "./forum/children.js";
import { percentile } from "./forum/figures.js";
import { copyForum } from "./forum/forums.js";
import { signIn } from "./forum/readers.js";

const SIZE = 20_000;
const CASES = 10_000;
/** Openings of each page, after those that warm up. */
const TIMES = 100;
const WARM = 10;
/** Longest that the queue may take to open, in milliseconds. */
const BOUND = 150;

export async function run() {
  const { database, password, discard } = await copyForum(SIZE, undefined, console.error);
  const name = addCases(database);
  const forum = await startForum({ database });
  try {
    const [cookie] = await signIn(forum.origin, [name], password);
    const queue = await measure(forum.origin, "/moderation", cookie);
    const next = /href="(\/moderation\?[^"]*after=[^"]+)"/.exec(queue.text)?.[1];
    const one = /href="(\/moderation\/cases\/\d+)"/.exec(queue.text)?.[1];
    if (!next || !one) throw new Error("The queue shows no cases.");
    const pages = [
      ["the queue", queue],
      ["its second page", await measure(forum.origin, next.replaceAll("&amp;", "&"), cookie)],
      ["off topic", await measure(forum.origin, "/moderation?show=topic", cookie)],
      ["rewritten", await measure(forum.origin, "/moderation?show=rewritten", cookie)],
      ["a case", await measure(forum.origin, one, cookie)],
    ];
    return report(pages);
  } finally {
    await forum.stop();
    discard();
  }
}

function report(pages) {
  console.log("".padEnd(24), ...["p50", "p95", "p99"].map((head) => head.padStart(11)));
  for (const [what, { taken }] of pages) {
    const figures = [50, 95, 99].map((part) => `${percentile(taken, part).toFixed(1)} ms`);
    console.log(what.padEnd(24), ...figures.map((figure) => figure.padStart(11)));
  }
  const slow = percentile(pages[0][1].taken, 95);
  if (slow <= BOUND) return 0;
  console.error(`The queue opens in ${slow.toFixed(0)} ms; ${BOUND} ms are the bound.`);
  return 1;
}

async function measure(origin, path, cookie) {
  const taken = [];
  let text = "";
  for (let time = 0; time < WARM + TIMES; time += 1) {
    const began = performance.now();
    const answer = await ask(origin, path, { cookie });
    if (time >= WARM) taken.push(performance.now() - began);
    text = await textOf(answer);
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}\n${text}`);
  }
  return { taken, text };
}

/** Before the forum starts: a case on each of so many posts, and somebody who can sign in and moderates; answers their name. */
function addCases(database) {
  const sqlite = new Database(database);
  const now = Math.floor(Date.now() / 1000);
  const { id, name } = sqlite
    .prepare("select id, name from person join password on person_id = id order by id limit 1")
    .get();
  const posts = sqlite
    .prepare("select id, thread_id, author_id, version from post where author_id != ? limit ?")
    .all(id, CASES);
  if (posts.length < CASES) throw new Error(`The forum has ${posts.length} posts for cases.`);
  const people = sqlite.prepare("select id from person order by id desc limit 50").all();
  const open = sqlite.prepare(
    `insert into "case" (kind, state, post_id, thread_id, author_id, post_version, passage, score,
       own_weight, other_weight, flag_count, insult, priority, waits_for, waits_since, opened_at)
     values (?, ?, ?, ?, ?, ?, 'A passage of some words.', 500000000,
       1000000000, 1000000000, 2, 400000000, ?, 'moderator', ?, ?)`,
  );
  const flag = sqlite.prepare(
    `insert into flag (post_id, case_id, person_id, reason, weight, is_own_side, flagged_at)
     values (?, ?, ?, ?, 1000000000, 0, ?)`,
  );
  const kinds = ["rules", "rules", "rules", "topic", "spam", "urgent"];
  sqlite.transaction(() => {
    sqlite.prepare("update person set role = 'moderator' where id = ?").run(id);
    for (const [place, post] of posts.entries()) {
      const kind = kinds[place % kinds.length];
      const state = place % 10 === 0 ? "rewritten" : "open";
      const priority = ((place * 7919) % 4000) * 1_000_000_000;
      const { lastInsertRowid } = open.run(
        ...[kind, state, post.id, post.thread_id, post.author_id, post.version],
        ...[priority, now, now],
      );
      for (const [which, reason] of ["insult", "motive"].entries()) {
        const person = people[(place + which) % people.length].id;
        flag.run(post.id, lastInsertRowid, person, reason, now);
      }
    }
  })();
  sqlite.exec("analyze");
  sqlite.close();
  return name;
}
