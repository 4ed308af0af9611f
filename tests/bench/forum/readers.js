/** People who are signed in, each with something of their own on the pages that are measured. */
import Database from "better-sqlite3";
import { ask, textOf } from "./ask.js";

/** So many read in turn. */
export const READERS = 8;
/** Of a thread's posts so many came since somebody's last visit. */
const NEW = 0.1;

/** Before the forum starts: every second reader wrote a post of the thread, every third saved one, others thanked for one. All have read the thread but its last tenth, which is new to them from their first sight on, as it stays throughout a visit. */
export function giveMarks(database, names, threads) {
  const sqlite = new Database(database);
  const find = sqlite.prepare("select id from person where name = ?");
  const readers = names.slice(0, READERS).map((name) => find.get(name).id);
  const run = (query, ...values) => sqlite.prepare(query).run(...values);
  sqlite.transaction(() => {
    for (const { id } of threads) {
      const posts = sqlite
        .prepare("select id from post where thread_id = ? and withdrawn_at is null order by id")
        .all(id)
        .map((post) => post.id);
      const seen = posts[Math.ceil(posts.length * (1 - NEW)) - 1];
      for (const [place, reader] of readers.entries()) {
        const post = posts[1 + ((place * 3) % (Math.min(posts.length, 200) - 1))];
        if (place % 2 === 0) run("update post set author_id = ? where id = ?", reader, post);
        if (place % 3 === 0)
          run("insert or ignore into saved_post values (?, ?, 1700000000)", reader, post);
        else
          run(
            "insert or ignore into thanks (post_id, person_id, thanked_at) values (?, ?, 1700000000)",
            posts.at(-1),
            reader,
          );
        run(
          `insert or replace into thread_visit (person_id, thread_id, seen_id, seen_at, latest_id, visited_at)
           values (?, ?, ?, 1700000000, ?, 1700000000)`,
          ...[reader, id, seen, seen],
        );
      }
    }
  })();
  sqlite.close();
}

/** Signs people in by the form; answers the cookie of each. */
export async function signIn(origin, names, password) {
  const cookies = [];
  for (const name of names) {
    const answer = await ask(origin, "/sign-in", { form: { name, password } });
    if (answer.status !== 302)
      throw new Error(`${name} was not signed in: ${answer.status}\n${await textOf(answer)}`);
    cookies.push((answer.headers["set-cookie"] ?? []).map((line) => line.split(";")[0]).join("; "));
  }
  return cookies;
}
