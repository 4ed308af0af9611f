/** Votes by four readers at once, each a form on a post on which its sender has not voted, while positions are in use: every second one agrees or disagrees too. */
import Database from "better-sqlite3";
import { prepare } from "./ask.js";
import { median, percentile } from "./figures.js";
import { measureWriting } from "./measure-writing.js";
import { canCount } from "./processes.js";

const VOTERS = 4;
/** On so many posts they vote, half of them in the longest thread. */
const POSTS = 4_000;
/** More votes a second than any forum takes. */
const MOST_A_SECOND = 2_500;

/** Votes a second and per CPU-second, the median of rounds; p99 of all. Throws where any is missing from the database. */
export async function measureVotes({ forum, load, look, cookies, wish, report, size, database }) {
  const sqlite = new Database(database);
  givePositions(sqlite);
  const counter = sqlite.prepare("select count(*) from vote").pluck();
  const before = counter.get();
  const { rounds, latencies, count } = await measureWriting(
    { forum, load, wish },
    formsOf(forum.port, postsOf(sqlite, look.names), cookies),
    { connections: VOTERS, most: MOST_A_SECOND },
  );
  const stored = counter.get() - before;
  sqlite.close();
  if (stored !== count) throw new Error(`Of ${count} votes ${stored} are in the database.`);
  report.row("vote", size, {
    rate: median(rounds.map(({ rate }) => rate)),
    p50: percentile(latencies, 50),
    p99: percentile(latencies, 99),
    perCpu: canCount ? median(rounds.map(({ perCpu }) => perCpu)) : null,
  });
}

/** As after a night: everybody stands somewhere. */
function givePositions(sqlite) {
  sqlite.exec(`
    insert or replace into fit (scope, made_at, is_used, gain, vote_count)
      values (0, unixepoch(), 1, 100000000, 0);
    insert or ignore into position (scope, person_id, raw, x, bias, vote_count)
      select 0, id, (id % 3 - 1) * 1000000000, (id % 3 - 1) * 800000000, 0, 20 from person;
  `);
}

/** Posts by others than those who vote. */
function postsOf(sqlite, names) {
  const standing = `select id from post where withdrawn_at is null and author_id not in
    (select id from person where name in (${names.map(() => "?").join(", ")}))`;
  const ids = (rest) => sqlite.prepare(`${standing} ${rest}`).pluck().all(names);
  const { id } = sqlite.prepare("select id from thread order by reply_count desc limit 1").get();
  const half = POSTS / 2;
  const within = ids(`and thread_id = ${id} limit ${half}`);
  const elsewhere = ids(`and thread_id <> ${id} order by id desc limit ${half}`);
  return within.flatMap((post, place) => [post, elsewhere[place] ?? []].flat());
}

/** Every pair of a reader and a post once. */
function formsOf(port, posts, cookies) {
  let number = -1;
  return () => {
    number += 1;
    const round = Math.floor(number / posts.length);
    if (round >= cookies.length) throw new Error("There are too few readers and posts.");
    const cookie = cookies[(number + round) % cookies.length];
    const agree = number % 4 === 0 ? { agree: "1" } : number % 4 === 2 ? { agree: "-1" } : {};
    const form = { worth: String(number % 3 === 0 && "agree" in agree ? 0 : 1), ...agree };
    const path = `/posts/${posts[number % posts.length]}/vote`;
    return prepare(port, path, { cookie, form, status: 302, least: 0 });
  };
}
