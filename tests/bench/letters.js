/** What it costs to make and send 10,000 regular letters that are due in the same hour: `npm run bench -- letters`. The forum is killed halfway. */
import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import Database from "better-sqlite3";
import { SMTPServer } from "smtp-server";
import { ask } from "./forum/ask.js";
import { startForum } from "./forum/children.js";
import { percentile } from "./forum/figures.js";
import { copyForum, longThreads } from "./forum/forums.js";
import { lookAround } from "./forum/look-around.js";
import { memory } from "./forum/processes.js";

const SIZE = 1_000;
const PEOPLE = 10_000;
/** Topics that each of them follows. */
const TOPICS = 3;
/** Somebody opens a page so often meanwhile, in milliseconds. */
const READ_EVERY = 10;
/** After so many pages it is looked how far the letters are. */
const LOOK_EVERY = 50;
/** Seconds in which all must have been sent: an hour. */
const LONGEST = 3_600;

export async function run() {
  const { database, discard } = await copyForum(SIZE, undefined, console.error);
  const [thread] = lookAround(database, longThreads(SIZE)).threads;
  addPeople(database);
  const mail = await startMailServer();
  const env = { SMTP_URL: `smtp://127.0.0.1:${mail.port}`, MAIL_FROM: "forum@forum.example" };
  const sqlite = new Database(database, { readonly: true });
  const count = (query) => sqlite.prepare(query).pluck().get();
  let forum = await startForum({ database, env });
  try {
    const began = performance.now();
    const found = { calm: [], pages: [], memory: 0 };
    let isKilled = false;
    let madeAfter = null;
    for (let place = 0; performance.now() - began < LONGEST * 1000; place += 1) {
      found.pages.push(await open(forum, thread));
      await setTimeout(READ_EVERY);
      if (place % LOOK_EVERY !== 0) continue;
      found.memory = Math.max(found.memory, memory(forum.pid) ?? 0);
      const made = count("select count(*) from letter");
      if (!isKilled && made >= PEOPLE / 2 && mail.received.size > 0) {
        process.kill(forum.pid, "SIGKILL");
        isKilled = true;
        forum = await startForum({ database, env });
      }
      const isMade = count("select count(*) from letter_wish where since = 0") === 0;
      if (isMade) madeAfter ??= performance.now() - began;
      if (isMade && count("select count(*) from letter where next_at is not null") === 0) break;
    }
    const seconds = (performance.now() - began) / 1000;
    const inDoubt = count(
      "select count(*) from letter where taken_at is not null and sent_at is null",
    );
    for (let place = 0; place < 200; place += 1) {
      found.calm.push(await open(forum, thread));
      await setTimeout(READ_EVERY);
    }
    return report({ ...found, seconds, made: madeAfter / 1000, inDoubt }, mail.received);
  } finally {
    sqlite.close();
    await forum.stop();
    mail.stop();
    discard();
  }
}

function report({ calm, pages, memory, seconds, made, inDoubt }, received) {
  const twice = [...received.values()].filter((letters) => letters > 1).length;
  const line = (what, numbers) =>
    console.log(
      what.padEnd(36),
      ...[50, 95, 99].map((part) => `${percentile(numbers, part).toFixed(1)} ms`.padStart(11)),
    );
  console.log("".padEnd(36), ...["p50", "p95", "p99"].map((head) => head.padStart(11)));
  line("a page, while letters are made", pages);
  line("a page, afterwards", calm);
  console.log(
    `All made in ${made.toFixed(0)} s, all sent in ${seconds.toFixed(0)} s (${(PEOPLE / seconds).toFixed(0)} a second), killed once; ${received.size} of ${PEOPLE} got one, ${twice} got two, ${inDoubt} in doubt. Memory: at most ${memory.toFixed(0)} MB.`,
  );
  const faults = [
    twice > 0 && `${twice} got their letter twice.`,
    received.size + inDoubt < PEOPLE && `${PEOPLE - received.size} got none.`,
    inDoubt > 1 && `${inDoubt} are in doubt: one was on its way.`,
  ].filter(Boolean);
  for (const fault of faults) console.error(fault);
  return faults.length > 0 ? 1 : 0;
}

async function open({ origin }, { path }) {
  const began = performance.now();
  await ask(origin, path);
  return performance.now() - began;
}

/** Before the forum starts: people whose daily letter is due. */
function addPeople(database) {
  const sqlite = new Database(database);
  const topics = sqlite.prepare("select id from topic order by id limit ?").pluck().all(TOPICS);
  const person = sqlite.prepare(
    `insert into person (name, name_key, about, about_html, role, level, joined_at, email, email_key, email_confirmed_at)
     values (?, ?, '', '', 'member', 1, 1700000000, ?, ?, 1700000000)`,
  );
  const follow = sqlite.prepare(
    "insert into follow (person_id, kind, object_id, level, followed_at) values (?, 'topic', ?, 'worth', 1700000000)",
  );
  const wish = sqlite.prepare(
    `insert into letter_wish (person_id, is_at_once, digest, weekday, hour, zone, since, next_at)
     values (?, 1, 'daily', 0, 8, 'UTC', 0, ?)`,
  );
  sqlite.transaction(() => {
    for (let place = 0; place < PEOPLE; place += 1) {
      const email = `reader${place}@reader.example`;
      const { lastInsertRowid: id } = person.run(`Reader${place}`, `reader${place}`, email, email);
      for (const topic of topics) follow.run(id, topic);
      wish.run(id, 1_700_000_000 + Math.floor((place * 3600) / PEOPLE));
    }
  })();
  sqlite.close();
}

/** A mail server of this process that takes everything; it knows how many letters each address got. */
async function startMailServer() {
  const received = new Map();
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ["STARTTLS"], logger: false },
    onData(stream, { envelope }, done) {
      stream.resume();
      stream.once("end", () => {
        for (const { address } of envelope.rcptTo)
          received.set(address, (received.get(address) ?? 0) + 1);
        done();
      });
    },
  });
  // A forum that is killed breaks its line.
  server.on("error", () => {});
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  return { port: server.server.address().port, received, stop: () => server.close() };
}
