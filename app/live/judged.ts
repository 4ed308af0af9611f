/** What of a thread the reader of one open page does not wish to see: each version of a post is judged once. */
import { type News, newsFor, type Posted } from "./news.ts";

interface Wish {
  /** The last post that the page shows. */
  after: number;
  personId: number;
  /** What the reader mutes, counted: another count, and all is judged anew. */
  muteCount: number;
}

export class Judged {
  readonly #byPost = new Map<number, { version: number; isHidden: boolean }>();
  #muteCount = 0;

  /** What of a thread's posts, in the order of their ids, is news to the reader. Of those that nobody has judged yet `findHidden` is asked, and of no more than are told. */
  async newsOf(
    posts: readonly Posted[],
    { muteCount, ...wish }: Wish,
    findHidden: (ids: number[]) => Promise<ReadonlySet<number>>,
  ): Promise<News> {
    if (this.#muteCount !== muteCount) this.#byPost.clear();
    this.#muteCount = muteCount;
    for (;;) {
      const news = newsFor(posts, { ...wish, hidden: this.#hiddenAmong(posts) });
      const { first, latest } = news;
      if (first === null || latest === null) return news;
      const told = posts.filter(({ id }) => id >= first && id <= latest);
      const asked = told.filter((post) => post.authorId !== wish.personId && !this.#knows(post));
      if (asked.length === 0) return news;
      const hidden = await findHidden(asked.map(({ id }) => id));
      for (const { id, version } of asked) {
        this.#byPost.set(id, { version, isHidden: hidden.has(id) });
      }
    }
  }

  #knows = ({ id, version }: Posted) => this.#byPost.get(id)?.version === version;

  #hiddenAmong(posts: readonly Posted[]): Set<number> {
    const hidden = posts.filter((post) => this.#knows(post) && this.#byPost.get(post.id)!.isHidden);
    return new Set(hidden.map(({ id }) => id));
  }
}
