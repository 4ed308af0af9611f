/** The longest threads of a real forum, written again by as many people through the forms of this one. */
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { expect, it } from "vitest";
import { BODY_BYTES } from "#app/composing/draft.ts";
import { attribute, elements, form, textOf } from "../http/forms.ts";
import { type RunningServer, startServer } from "../http/server.ts";
import { settle } from "../http/settled.ts";
import { Visitor } from "../http/visitor.ts";
import { dataOf, linksOf } from "../http/written.ts";
import { describePosts, type RealPost, readRealPosts } from "./corpus.ts";

const THREADS = 30;
/** What opens a thread whose own first post is longer than the forum takes. */
const STAND_IN = "The first post of this thread is longer than a post may be.";

interface Written {
  id: number;
  parent: number | null;
  author: string;
  source: string;
}

/** What happened on the way, to be told at the end. */
const refused: string[] = [];
const ugly: string[] = [];
const milliseconds: Record<"post" | "page" | "edit", number[]> = { post: [], page: [], edit: [] };

async function timed<Answer>(what: keyof typeof milliseconds, work: () => Promise<Answer>) {
  const began = performance.now();
  const answer = await work();
  milliseconds[what].push(performance.now() - began);
  return answer;
}

/** The threads with most posts, each in the order in which it was written. */
function longestThreads(): RealPost[][] {
  const threads = new Map<number, Map<number, RealPost>>();
  for (const post of readRealPosts()) {
    const thread = threads.get(post.topic_id) ?? new Map<number, RealPost>();
    // The archive has some posts twice; the later copy counts.
    threads.set(post.topic_id, thread.set(post.post_number, post));
  }
  return [...threads.values()]
    .map((thread) => [...thread.values()])
    .sort((one, other) => other.length - one.length)
    .slice(0, THREADS)
    .map((posts) => posts.sort((one, other) => one.post_number - other.post_number));
}

/** Signs a person up under the name they have, or the nearest one that the forum takes. */
async function join(server: RunningServer, name: string) {
  const visitor = new Visitor(server.origin);
  const fields = { password: "nine lemons under a bridge" };
  for (const wished of [name, `${name.replace(/\W/g, "")}-too`]) {
    const answer = await visitor.fillIn("/sign-up", "/sign-up", { ...fields, name: wished });
    if (answer.status === 302) return { name: wished, visitor };
    refused.push(`the name ${wished}: ${answer.status} ${problemsIn(answer.body)}`);
  }
  throw new Error(`${name} could not join: ${refused.at(-1)}`);
}

const problemsIn = (html: string) =>
  elements(parse(html), "p", "div")
    .filter((element) => attribute(element, "class") === "problem")
    .map((element) => textOf(`<body>${textIn(element)}`))
    .join(" ");

const textIn = (node: DefaultTreeAdapterTypes.ChildNode): string =>
  "value" in node ? node.value : "childNodes" in node ? node.childNodes.map(textIn).join("") : "";

interface Author {
  name: string;
  visitor: Visitor;
}

/** Begins the thread of a first post; a text too long must come back whole, and a stand-in takes its place. */
async function begin(author: Author, post: RealPost) {
  const fields = { title: post.topic_title, topics: "This forum", body: post.raw };
  const send = (body: string) =>
    timed("post", () => author.visitor.fillIn("/threads/new", "/threads/new", { ...fields, body }));
  let source = post.raw;
  let answer = await send(source);
  if (isTooLong(source)) {
    expect(answer.status).toBe(413);
    expect(form(answer.body, "/threads/new")).toMatchObject(fields);
    refused.push(`the first post of thread ${post.topic_id}: 413 ${problemsIn(answer.body)}`);
    source = STAND_IN;
    answer = await send(source);
  }
  if (answer.status !== 302) throw new Error(`${answer.status}: ${problemsIn(answer.body)}`);
  const path = answer.location!;
  const id = Number(/^\/threads\/(\d+)/.exec(path)![1]);
  const { posts } = await dataOf(author.visitor, id);
  return { path, id, opening: { id: posts[0].id, parent: null, author: author.name, source } };
}

const isTooLong = (text: string) => Buffer.byteLength(text) > BODY_BYTES;

/** Writes a whole thread; answers its posts as they should be. */
async function write(posts: RealPost[], authorOf: (post: RealPost) => Author) {
  const { path, id, opening } = await begin(authorOf(posts[0]!), posts[0]!);
  const written = new Map<number, Written>([[posts[0]!.post_number, opening]]);
  const address = `/threads/${id}/reply`;
  for (const post of posts.slice(1)) {
    const parent = written.get(post.reply_to_post_number ?? -1) ?? opening;
    const author = authorOf(post);
    const page = `${address}?parent=${parent.id}`;
    const answer = await timed("post", () =>
      author.visitor.fillIn(page, address, { body: post.raw }),
    );
    if (answer.status !== 302) {
      expect(form(answer.body, address).body).toBe(post.raw);
      refused.push(
        `post ${post.post_number} of thread ${post.topic_id}: ${answer.status} ${problemsIn(answer.body)}`,
      );
      // What answered it stands where it would have stood.
      written.set(post.post_number, parent);
      continue;
    }
    const number = Number(new RegExp(`^${path}#post-(\\d+)$`).exec(answer.location!)![1]);
    const own = { id: number, parent: parent.id, author: author.name, source: post.raw };
    written.set(post.post_number, own);
  }
  return { path, id, posts: [...new Set(written.values())] };
}

/** The posts of a page, each with the post below which it stands. */
function placesOn(html: string) {
  const places = new Map<number, number | null>();
  const idOf = (node: DefaultTreeAdapterTypes.Node | null | undefined) => {
    if (!node || !("tagName" in node)) return null;
    const [article] = node.childNodes.filter(
      (child) => "tagName" in child && child.tagName === "article",
    );
    const id = article && /^post-(\d+)$/.exec(attribute(article as never, "id") ?? "")?.[1];
    return id ? Number(id) : null;
  };
  for (const item of elements(parse(html), "li")) {
    const id = idOf(item);
    if (id === null) continue;
    if (places.has(id)) ugly.push(`post ${id} stands twice on its page`);
    places.set(id, idOf((item.parentNode as DefaultTreeAdapterTypes.Element | null)?.parentNode));
  }
  return places;
}

/** Reads the thread as everybody and each post's form as its author. */
async function check(
  thread: Awaited<ReturnType<typeof write>>,
  guest: Visitor,
  authors: Map<string, Author>,
) {
  const data = await dataOf(guest, thread.id);
  expect(
    data.posts.map(({ id, parent, author, body }: Record<string, unknown>) => ({
      id,
      parent,
      author,
      source: body,
    })),
  ).toEqual(thread.posts);
  const page = await timed("page", () => guest.get(thread.path));
  expect(page.status).toBe(200);
  const places = placesOn(page.body);
  const opening = thread.posts[0]!.id;
  for (const post of data.posts) {
    if (!page.body.includes(post.html)) ugly.push(`the HTML of post ${post.id} is not on its page`);
    if (post.parent === null) continue;
    expect([post.id, places.get(post.id) ?? opening]).toEqual([post.id, post.parent]);
  }
  expect(places.size).toBe(thread.posts.length - 1);
  const ids = new Set(
    elements(parse(page.body), "article", "section", "main", "h2", "li").map((element) =>
      attribute(element, "id"),
    ),
  );
  for (const href of linksOf(page.body)) {
    const anchor = /^#(.+)$/.exec(href)?.[1];
    if (anchor && !ids.has(decodeURIComponent(anchor)) && !page.body.includes(`id="${anchor}"`)) {
      ugly.push(`on ${thread.path} a link leads to ${href}, which is not there`);
    }
  }
  for (const post of thread.posts) {
    const address = `/posts/${post.id}/edit`;
    const edit = await timed("edit", () => authors.get(post.author)!.visitor.get(address));
    const source = form(edit.body, address).body!;
    if (source === post.source) continue;
    ugly.push(`the form of post ${post.id} has other line ends than its source`);
    expect(lineEnds(source)).toBe(lineEnds(post.source));
  }
  return page.body.length;
}

const lineEnds = (text: string) => text.replace(/\r\n?/g, "\n");

function summary(numbers: number[]) {
  const sorted = [...numbers].sort((one, other) => one - other);
  const at = (share: number) => Math.round(sorted[Math.ceil(share * sorted.length) - 1]!);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms`;
}

describePosts("The longest threads of a real forum", () => {
  it("are written by their people and read as they were", { timeout: 600_000 }, async () => {
    const server = await startServer({ env: { LIMITS: "100" } });
    const began = performance.now();
    const threads = longestThreads();
    const authors = new Map<string, Author>();
    for (const name of new Set(threads.flat().map((post) => post.username))) {
      authors.set(name, await join(server, name));
    }
    // They were no newcomers there.
    await settle(server);
    const authorOf = (post: RealPost) => authors.get(post.username)!;
    const written = [];
    for (const posts of threads) written.push(await write(posts, authorOf));
    const writing = (performance.now() - began) / 1000;

    const guest = new Visitor(server.origin);
    const byName = new Map([...authors.values()].map((author) => [author.name, author]));
    let largest = 0;
    for (const thread of written) largest = Math.max(largest, await check(thread, guest, byName));
    const listed = new Set<string>();
    for (let path: string | undefined = "/?order=new"; path; ) {
      const page = await guest.get(path);
      for (const href of linksOf(page.body)) listed.add(href);
      path = linksOf(page.body, "next")[0];
    }
    expect(written.filter((thread) => !listed.has(thread.path))).toEqual([]);
    const count = written.reduce((sum, thread) => sum + thread.posts.length, 0);
    console.info(
      [
        `${authors.size} people, ${written.length} threads, ${count} posts of ${threads.flat().length}, written in ${writing.toFixed(1)} s, all in ${((performance.now() - began) / 1000).toFixed(1)} s.`,
        `A post with its form: ${summary(milliseconds.post)}. A thread: ${summary(milliseconds.page)}, at most ${Math.round(largest / 1024)} KB. A form to edit: ${summary(milliseconds.edit)}.`,
        `Refused: ${refused.length === 0 ? "nothing" : `\n  ${refused.join("\n  ")}`}`,
        `Ugly: ${ugly.length === 0 ? "nothing" : `\n  ${ugly.slice(0, 40).join("\n  ")}`}`,
      ].join("\n"),
    );
    expect(count).toBeGreaterThan(1_000);
    await server.stop();
  });
});
