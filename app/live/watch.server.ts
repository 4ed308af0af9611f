/** What is new, told to the pages that are open: the database is asked once for all of them, so that whichever process something happened in, the others see it. */
import { setImmediate } from "node:timers/promises";
import type { Db } from "#db/open.server.ts";
import { say } from "../strings/say.ts";
import type { Asked } from "./asked.ts";
import { maySubscribe } from "./bounds.ts";
import { isSame, MOST_TOLD, type News, newsFor, type Posted } from "./news.ts";
import {
  READ_TOGETHER,
  readPeople,
  readPosts,
  readSessions,
  readThreads,
} from "./read-changes.server.ts";
import { type Outlet, type Reader, Stream } from "./stream.ts";
import { Streams } from "./streams.ts";

/** Seconds after which it is looked whether whoever is told of an inbox is still signed in. */
const SIGNED_IN_FOR = 5;

/** What of a thread's posts somebody does not wish to see. */
export type FindHidden = (personId: number, postIds: number[]) => Promise<ReadonlySet<number>>;

interface Opening extends Asked {
  reader: Reader;
  /** By whom streams are counted. */
  owner: string;
  /** What one may have is multiplied by it. */
  scale: number;
}

export class Watch {
  readonly #db: Db;
  readonly #findHidden: FindHidden;
  readonly #streams = new Streams();
  /** Of each thread that somebody looks at: its version when its pages were told last. */
  #versions = new Map<number, number>();
  /** How much each person mutes who looks at anything. */
  #muting = new Map<number, number>();
  #signedInAt = 0;

  constructor(db: Db, findHidden: FindHidden) {
    this.#db = db;
    this.#findHidden = findHidden;
  }

  get size() {
    return this.#streams.size;
  }

  /** Opens a stream, which hears at the next look; null where there are too many. */
  open(
    { reader, owner, thread, unread, scale }: Opening,
    outlet: Outlet,
    now: number,
  ): Stream | null {
    const open = { all: this.#streams.size, own: this.#streams.countOf(owner) };
    if (!maySubscribe(open, { isSignedIn: reader !== null, scale })) return null;
    const told = thread?.told ?? 0;
    const stream = new Stream({ reader, owner, thread, told, unread }, outlet, now);
    this.#streams.add(stream);
    return stream;
  }

  /** A stream has ended. */
  forget(stream: Stream) {
    this.#streams.delete(stream);
  }

  /** Ends every stream; `retry` answers for each after how many milliseconds its page may come again. */
  close(retry: () => number) {
    for (const stream of this.#streams.all()) {
      this.forget(stream);
      stream.end(retry());
    }
  }

  /** Looks at all that the pages are to be told, tells what has changed, and gives a sign of life where nothing has for long. Throws where the database cannot be asked. */
  async look(now: number): Promise<void> {
    try {
      await this.#lookAtPeople(now);
      await this.#lookAtThreads(now);
    } finally {
      for (const stream of this.#streams.all()) stream.beat(now);
    }
  }

  async #lookAtPeople(now: number) {
    const byPerson = this.#streams.byPerson();
    const ids = [...byPerson.keys()];
    this.#muting = new Map();
    if (ids.length === 0) return;
    if (now - this.#signedInAt >= SIGNED_IN_FOR) {
      this.#signedInAt = now;
      const lasting = await readSessions(this.#db, ids, now);
      for (const stream of [...byPerson.values()].flat()) {
        if (lasting.has(stream.reader!.sessionId)) continue;
        // The page comes again as whoever its browser is then.
        this.forget(stream);
        stream.end(0);
      }
    }
    for (const { id, unread, muteCount } of await readPeople(this.#db, ids)) {
      this.#muting.set(id, muteCount);
      const count = Number(unread);
      for (const stream of byPerson.get(id) ?? []) {
        if (stream.toldUnread === count || !this.#streams.has(stream)) continue;
        stream.toldUnread = count;
        stream.tell("inbox", { unread: count, told: tellCount(count) }, { now });
      }
    }
  }

  async #lookAtThreads(now: number) {
    const byThread = this.#streams.byThread();
    const former = this.#versions;
    this.#versions = new Map();
    if (byThread.size === 0) return;
    for (const { id, version, latest } of await readThreads(this.#db, [...byThread.keys()])) {
      const streams = byThread.get(id) ?? [];
      const isChanged = former.get(id) !== version;
      const ready = streams.filter((stream) => this.#isReady(stream));
      const asking = ready.filter(
        ({ isKnown, thread, toldNews }) =>
          (isChanged || !isKnown) && (Number(latest) > thread!.after || toldNews.count !== 0),
      );
      await this.#tellOfThread(id, asking, now);
      for (const stream of ready) stream.isKnown = true;
      this.#versions.set(id, version);
    }
  }

  /** Not while it is not known what its reader mutes, who opened it since people were looked at. */
  #isReady({ reader }: Stream) {
    return reader === null || this.#muting.has(reader.personId);
  }

  /** Reads the posts from where the oldest of the pages ends; those pages for which they do not reach wait for the next. */
  async #tellOfThread(threadId: number, streams: Stream[], now: number) {
    let waiting = streams.sort((one, other) => one.thread!.after - other.thread!.after);
    while (waiting.length > 0) {
      const from = waiting[0]!.thread!.after;
      const posts = await readPosts(this.#db, threadId, from);
      const isAll = posts.length < READ_TOGETHER;
      const further: Stream[] = [];
      for (const stream of waiting) {
        const news = await this.#newsOf(stream, posts);
        if (!this.#streams.has(stream)) continue;
        const isWhole = isAll || news.count > MOST_TOLD || stream.thread!.after === from;
        if (isWhole) tellNews(stream, news, now);
        else further.push(stream);
      }
      waiting = further;
    }
  }

  /** Whoever mutes gives others their turn before their posts are judged. */
  async #newsOf({ thread, reader, judged }: Stream, posts: readonly Posted[]): Promise<News> {
    const { after } = thread!;
    const muteCount = reader ? this.#muting.get(reader.personId) : 0;
    if (!reader || !muteCount) return newsFor(posts, { after, personId: reader?.personId ?? null });
    const { personId } = reader;
    return judged.newsOf(posts, { after, personId, muteCount }, async (ids) => {
      await setImmediate();
      return this.#findHidden(personId, ids);
    });
  }
}

const tellCount = (count: number) =>
  count > MOST_TOLD ? say("live.most", { most: MOST_TOLD }) : String(count);

function tellNews(stream: Stream, news: News, now: number) {
  if (isSame(stream.toldNews, news)) return;
  stream.toldNews = news;
  const { count, first, latest } = news;
  const said = say("live.replies", { count, told: tellCount(count) });
  stream.tell(
    "replies",
    { count, first, latest, said },
    { id: latest ?? stream.thread!.after, now },
  );
}
