/** What the feeds of lists hold, and how they are told. */
import { afterAll, expect, test } from "vitest";
import { feedForms } from "#app/feeds/feed.ts";
import { stopRendering } from "#app/markdown/render.server.ts";
import { withdrawPost } from "#app/posts/withdraw-post.server.ts";
import { editPost } from "#app/threads/edit-post.server.ts";
import { moderateThread } from "#app/threads/moderate-thread.server.ts";
import { mergeTopics } from "#app/topics/change-topics.server.ts";
import { openForum, START } from "../forum.ts";
import { ORIGIN } from "../routes/visit.ts";
import { beginThread, reply, sending } from "../threads/thread.ts";
import { askFeed } from "./ask.ts";
import { readFeed } from "./rules.ts";

afterAll(stopRendering);

/** Two threads: Ada's about licences, answered by Ben, and Ben's, which is newer. */
async function openTalk() {
  const forum = await openForum();
  const { db, ada, ben } = forum;
  const first = await beginThread(db, ada, {
    title: "Licences & <weights>",
    topics: ["Licences"],
    body: "See [topics](/topics), [a thing](https://example.org/a?b=1&c=2) and a note[^1].\n\n[^1]: Below.",
    url: "https://example.org/thing",
  });
  const answer = await reply(db, ben, first.threadId, { body: "**No.**", kind: "evidence" });
  const second = await beginThread(
    db,
    ben,
    { title: "Newer", body: "Other words." },
    { now: START + 60 },
  );
  return { ...forum, first, second, answer };
}

const read = async (db: Parameters<typeof askFeed>[0], path: string) =>
  readFeed(await askFeed(db, path));
const titles = ({ entries }: Awaited<ReturnType<typeof readFeed>>) =>
  entries.map(({ title }) => title);

test.each(feedForms)("every list has a feed that programs read, as %s", async (form) => {
  const { db, root, first } = await openTalk();
  await moderateThread(db, root, first.threadId, {
    ...{ act: "lock", isUndone: false, reason: "It goes <in> circles.", now: START },
  });
  const of = async (path: string, query = "") => read(db, `${path}/feed.${form}${query}`);
  expect(titles(await of("", "?order=new"))).toEqual(["Newer", "Licences & <weights>"]);
  expect(titles(await of("/topics/licences"))).toEqual(["Licences & <weights>"]);
  const thread = await of(`/threads/${first.threadId}`);
  expect(titles(thread)).toEqual([
    "Evidence by Ben in “Licences & <weights>”",
    "Licences & <weights>",
  ]);
  expect(thread.entries.map(({ author }) => author)).toEqual(["Ben", "Ada"]);
  expect(thread.self).toBe(`${ORIGIN}/threads/${first.threadId}/feed.${form}`);
  expect(thread.page).toBe(`${ORIGIN}/threads/${first.threadId}-licences-weights`);
  expect(await of(`/threads/${first.threadId}-anything`)).toEqual(thread);
  expect(titles(await of("/people/Ben"))).toEqual([
    "Newer",
    "Evidence by Ben in “Licences & <weights>”",
  ]);
  expect(titles(await of("/search", "?q=words"))).toEqual(["Newer"]);
  const [act] = (await of("/log")).entries;
  expect(act).toMatchObject({
    title: "Root locked Licences & <weights>.",
    author: "Root",
  });
  expect(act!.html).toContain("It goes &lt;in&gt; circles.");
  expect(act!.link).toMatch(/^https:\/\/forum\.example\/log\/\d+$/);
});

test("a text stands in a feed as on its page, with links that can be followed from anywhere", async () => {
  const { db, first } = await openTalk();
  const page = `${ORIGIN}/threads/${first.threadId}-licences-weights`;
  for (const form of feedForms) {
    const { entries } = await read(db, `/topics/licences/feed.${form}`);
    const [{ html, link, id }] = entries as [(typeof entries)[number]];
    expect(html).toContain(`<a href="${ORIGIN}/topics"`);
    expect(html).toContain('<a href="https://example.org/a?b=1&amp;c=2"');
    expect(html).toMatch(new RegExp(`<a href="${page}#fn-[0-9a-f]{8}-1"`));
    expect(link).toBe(`${page}#post-${first.openingId}`);
    expect(id).toBe(`${ORIGIN}/posts/${first.openingId}`);
  }
  const short = await read(db, "/topics/licences/feed.xml?text=excerpt");
  expect(short.entries[0]!.html).toMatch(/^See topics, a thing and a note/);
  expect(short.self).toBe(`${ORIGIN}/topics/licences/feed.xml?text=excerpt`);
});

test("a place in code that looks like a link stays what it is", async () => {
  const { db, ada } = await openForum();
  await beginThread(db, ada, { body: 'Write `<a href="/x">` and <kbd> href="/y"</kbd>.' });
  const { entries } = await read(db, "/feed.xml");
  expect(entries[0]!.html).toContain('<code>&lt;a href="/x"&gt;</code>');
  expect(entries[0]!.html).toContain('<kbd> href="/y"</kbd>');
});

test("a feed in the order of activity tells a thread anew when somebody replies, and the others do not", async () => {
  const { db, ben, first } = await openTalk();
  await reply(db, ben, first.threadId, {}, { now: START + 3_600 });
  const updated = async (path: string) =>
    (await read(db, path)).entries.find(({ id }) => id.endsWith(`/${first.openingId}`))!.updated;
  const at = (time: number) => new Date(time * 1000).toISOString();
  expect(await updated("/feed.xml?order=active")).toBe(at(START + 3_600));
  expect(await updated("/feed.xml?order=new")).toBe(at(START));
  expect((await read(db, "/feed.xml?order=active")).entries[0]!.title).toBe("Licences & <weights>");
});

test("the id of an entry stays when title and text are edited, and the entry is told anew", async () => {
  const { db, ada, first } = await openTalk();
  const before = (await read(db, "/topics/licences/feed.xml")).entries[0]!;
  const draft = { title: "Quite another", body: "Other.", version: 1, topics: null };
  await editPost(db, ada, first.openingId, draft, sending({ now: START + 90 }));
  const [after] = (await read(db, "/topics/licences/feed.xml")).entries;
  expect(after).toMatchObject({ id: before.id, title: "Quite another" });
  expect(Date.parse(after!.updated)).toBe((START + 90) * 1000);
});

test("what was withdrawn says nothing of its text in any feed, and its author's feed leaves it out", async () => {
  const { db, ada, ben, first, answer } = await openTalk();
  await withdrawPost(db, ben, answer, { isRestored: false, now: START + 70 });
  await withdrawPost(db, ada, first.openingId, { isRestored: false, now: START + 70 });
  for (const form of feedForms) {
    const thread = await askFeed(db, `/threads/${first.threadId}/feed.${form}`);
    const text = await thread.clone().text();
    expect(text).not.toMatch(/No\.|a thing|example\.org/);
    const { entries } = await readFeed(thread);
    expect(entries.map(({ html }) => html)).toEqual([
      "Its author has withdrawn this post.",
      "Its author has withdrawn this post.",
    ]);
    expect(Date.parse(entries[0]!.updated)).toBe((START + 70) * 1000);
    expect(titles(await read(db, `/people/Ben/feed.${form}`))).toEqual(["Newer"]);
    expect(titles(await read(db, `/search/feed.${form}?q=thing`))).toEqual([]);
    const list = await (await askFeed(db, `/feed.${form}`)).text();
    expect(list).not.toMatch(/a thing|example\.org/);
  }
});

test("a post that is shown again is newer than when it was withdrawn, in programs that go by its time", async () => {
  const { db, ben, first, answer } = await openTalk();
  const updated = async () => {
    const { entries } = await read(db, `/threads/${first.threadId}/feed.xml`);
    return Date.parse(entries[0]!.updated) / 1000 - START;
  };
  await withdrawPost(db, ben, answer, { isRestored: false, now: START + 70 });
  expect(await updated()).toBe(70);
  await withdrawPost(db, ben, answer, { isRestored: true, now: START + 80 });
  expect(await updated()).toBe(80);
  await withdrawPost(db, ben, answer, { isRestored: false, now: START + 90 });
  expect(await updated()).toBe(90);
});

test("a feed of what is not there is refused in its own type", async () => {
  const { db } = await openForum();
  for (const path of ["/topics/none", "/threads/77", "/threads/x", "/people/Nobody"]) {
    const atom = await askFeed(db, `${path}/feed.xml`);
    expect(atom.status).toBe(404);
    expect(atom.headers.get("Content-Type")).toBe("application/xml; charset=utf-8");
    expect(await atom.text()).toMatch(/<error>[^<]+<\/error>\n$/);
    const json = await askFeed(db, `${path}/feed.json`);
    expect(json.status).toBe(404);
    expect(Object.keys((await json.json()) as object)).toEqual(["error"]);
  }
});

test("a feed whose list has moved leads to it, and an order that there is not to the best", async () => {
  const { db, root } = await openTalk();
  const leads = async (path: string) => {
    const { status, headers } = await askFeed(db, path);
    return [status, headers.get("Location")];
  };
  expect(await leads("/people/ada/feed.json?text=excerpt")).toEqual([
    301,
    "/people/Ada/feed.json?text=excerpt",
  ]);
  expect(await leads("/search/feed.xml?q=")).toEqual([302, "/feed.xml?order=new"]);
  await mergeTopics(db, root, 2, 1, "One subject.", START);
  expect(await leads("/topics/licences/feed.xml?order=new")).toEqual([
    301,
    "/topics/open-weights/feed.xml?order=new",
  ]);
  const odd = await read(db, "/feed.xml?order=worst&text=none");
  expect(odd.self).toBe(`${ORIGIN}/feed.xml`);
});

test("a search that cannot be answered says why", async () => {
  const { db } = await openForum();
  const answer = await askFeed(db, "/search/feed.json?q=by:Nobody%01<");
  expect(answer.status).toBe(422);
  expect(((await answer.json()) as { error: string }).error).toContain("Nobody");
  const atom = await askFeed(db, "/search/feed.xml?q=by:Nobody%01<");
  expect(await atom.text()).not.toMatch(/\u0001|<(?!\/?error|\?xml)/);
});

test("an empty list has a feed without entries", async () => {
  const { db } = await openForum();
  for (const path of ["/feed", "/topics/licences/feed", "/people/Ada/feed", "/log/feed"]) {
    for (const form of feedForms) expect((await read(db, `${path}.${form}`)).entries).toEqual([]);
  }
});
