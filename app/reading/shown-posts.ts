/** The posts of one page, as they are looked up for one reader after another; arranged once for each page. */

/** Some posts' ids. */
export class PostIds {
  readonly all: readonly number[];
  readonly #known: ReadonlySet<number>;
  /** The least and the greatest; posts are numbered as they come, so a page's are mostly near one another. */
  readonly first: number;
  readonly last: number;

  constructor(ids: readonly number[]) {
    this.all = ids;
    this.#known = new Set(ids);
    this.first = Math.min(...ids);
    this.last = Math.max(...ids);
  }

  has(id: number): boolean {
    return this.#known.has(id);
  }
}

interface Post {
  id: number;
  authorId: number;
}

/** Posts in the order in which a page shows them. */
export class ShownPosts<Shown extends Post> {
  readonly all: readonly Shown[];
  readonly ids: PostIds;
  readonly #byId: ReadonlyMap<number, Shown>;
  readonly #byAuthor = new Map<number, Shown[]>();

  constructor(posts: readonly Shown[]) {
    this.all = posts;
    this.ids = new PostIds(posts.map(({ id }) => id));
    this.#byId = new Map(posts.map((post) => [post.id, post]));
    for (const post of posts) {
      const others = this.#byAuthor.get(post.authorId);
      if (others) others.push(post);
      else this.#byAuthor.set(post.authorId, [post]);
    }
  }

  /** The post of this id, if the page shows it. */
  find(id: number): Shown | undefined {
    return this.#byId.get(id);
  }

  /** What somebody wrote of it. */
  by(personId: number): readonly Shown[] {
    return this.#byAuthor.get(personId) ?? [];
  }
}
