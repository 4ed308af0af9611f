/** What there is in a filled forum to ask for, read from its database. */
import Database from "better-sqlite3";
import { chance } from "./figures.js";

/** Most threads of which each page is asked. */
const MOST_THREADS = 10_000;
/** Threads, the first of those, of which the newest reply is found, to be answered. */
const WRITTEN_IN = 300;
/** Posts whose words are counted. */
const SAMPLE = 3000;

/** Threads of 20, 200, 5,000 and 100,000 posts where there are some, threads of any kind, some with their newest reply that stands, a topic, people who can sign in, and posts for their words. */
export function lookAround(database, longThreads) {
  const sqlite = new Database(database, { readonly: true });
  const random = chance(7);
  const thread = sqlite.prepare(
    "select id, slug, opening_post_id as opening from thread where reply_count = ? order by id desc",
  );
  const all = sqlite
    .prepare("select id, slug, opening_post_id as opening from thread where locked_at is null")
    .all();
  const newest = sqlite
    .prepare(
      "select max(id) from post where thread_id = ? and parent_id is not null and withdrawn_at is null",
    )
    .pluck();
  const posts = sqlite.prepare("select max(id) as last from post").get();
  const post = sqlite.prepare("select body from post where id >= ? order by id");
  const topic = sqlite.prepare("select slug, name from topic order by thread_count desc").get();
  const found = {
    long: Object.fromEntries(
      longThreads.map((size) => [size, addressed(thread.get(size - 1))]).filter(([, one]) => one),
    ),
    threads: shuffled(all, random)
      .slice(0, MOST_THREADS)
      .map((one, place) => ({
        ...addressed(one),
        ...(place < WRITTEN_IN && { newest: newest.get(one.id) }),
      })),
    topic: topic.slug,
    topicName: topic.name,
    names: sqlite
      .prepare("select name from person join password on person_id = person.id order by id")
      .all()
      .map(({ name }) => name),
    texts: Array.from(
      { length: SAMPLE },
      () => post.get(1 + Math.floor(random() * posts.last)).body,
    ),
    newest: new Date(sqlite.prepare("select max(posted_at) as at from post").get().at * 1000),
  };
  sqlite.close();
  return found;
}

const addressed = (thread) =>
  thread && { ...thread, path: `/threads/${thread.id}${thread.slug ? `-${thread.slug}` : ""}` };

function shuffled(things, random) {
  const mixed = [...things];
  for (let place = mixed.length - 1; place > 0; place -= 1) {
    const other = Math.floor(random() * (place + 1));
    [mixed[place], mixed[other]] = [mixed[other], mixed[place]];
  }
  return mixed;
}
