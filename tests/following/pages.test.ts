import { expect, test } from "vitest";
import { LIST_FOLLOWS, listFollowing } from "#app/following/list-following.server.ts";
import { MOST_WORDS, WORD_LETTERS } from "#app/following/muted.ts";
import type { Person } from "#app/permissions.ts";
import { withdrawPost } from "#app/posts/withdraw-post.server.ts";
import { loader as choose, action as press } from "#app/routes/follow.tsx";
import { loader as following } from "#app/routes/following.tsx";
import { action as byWriting } from "#app/routes/following-by-writing.tsx";
import { action as words, loader as wordsPage } from "#app/routes/following-words.tsx";
import { loader as profile } from "#app/routes/person.tsx";
import { loader as search } from "#app/routes/search.tsx";
import { loader as thread } from "#app/routes/thread.tsx";
import { loader as topic } from "#app/routes/topic.tsx";
import { say } from "#app/strings/say.ts";
import type { Db } from "#db/open.server.ts";
import { plansOf } from "../db/plan.ts";
import { openForum, START } from "../forum.ts";
import { openPage } from "../routes/open-page.ts";
import { errorPage, handedBack, leadsTo, signInAs, visit } from "../routes/visit.ts";
import { beginThread, everything, reply } from "../threads/thread.ts";
import { muteCounts } from "./count-mutes.ts";

type Form = Record<string, string>;

const send = (db: Db, person: Person | null, form: Form) =>
  press(visit(db, "/follow", { person, form }));

const list = async (db: Db, person: Person, query = "") =>
  (await following(visit(db, `/following${query}`, { person }))).lines.map(
    ({ kind, name, level }) => [kind, name, level],
  );

test("whoever presses goes on to the thing, or back to a page of the forum, and is told what will happen", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId, path } = await beginThread(db, ada);
  const post = await reply(db, ada, threadId);
  const to = async (form: Form) => (await leadsTo(send(db, ben, form))).to;
  const every = { level: "every" };
  expect(await to({ kind: "thread", id: `${threadId}`, ...every })).toBe(path);
  expect(await to({ kind: "branch", id: `${post}`, ...every })).toBe(`${path}#post-${post}`);
  expect(await to({ kind: "topic", id: "1", ...every })).toBe("/topics/open-weights");
  expect(await to({ kind: "person", id: "1", ...every })).toBe("/people/Ada");
  expect(await to({ kind: "search", id: "a b", ...every })).toBe("/search?q=a+b");
  const next = (where: string) => to({ kind: "topic", id: "1", ...every, next: where });
  expect(await next("/following?show=topic")).toBe("/following?show=topic");
  for (const evil of [
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "javascript:1",
  ]) {
    expect(await next(evil)).toBe("/topics/open-weights");
  }
  const { sessionId } = await signInAs(db, ben);
  const form = { kind: "person", id: "1", level: "muted" };
  await press(visit(db, "/follow", { person: ben, sessionId, form }));
  const { flash } = await db
    .selectFrom("session")
    .select("flash")
    .where("id", "=", sessionId)
    .executeTakeFirstOrThrow();
  expect(JSON.parse(flash!).said).toEqual({
    key: "following.done.muted",
    values: {
      ...{ kind: "person", name: "Ada", author: "", was: "every" },
      change: "/follow?kind=person&id=1",
    },
  });
});

test("a press of nobody, and one that is not whole, is refused with what was sent, and writes nothing", async () => {
  const { db, ada, ben } = await openForum();
  await beginThread(db, ada);
  const before = await everything(db);
  const form = { kind: "topic", id: "1", level: "every" };
  expect((await handedBack(send(db, null, form))).status).toBe(401);
  const refused = async (more: Form) => {
    const back = await handedBack(send(db, ben, { ...form, ...more }));
    expect(back.values).toEqual({ ...form, ...more });
    return back.status;
  };
  expect(await refused({ kind: "topics" })).toBe(422);
  expect(await refused({ id: "x" })).toBe(422);
  expect(await refused({ level: "all" })).toBe(422);
  expect(await refused({ kind: "search", level: "muted" })).toBe(422);
  expect(await refused({ id: "99" })).toBe(404);
  expect(await refused({ kind: "person", id: `${ben.id}` })).toBe(403);
  expect(await everything(db)).toEqual(before);
});

test("the page of a thing explains its levels to who is signed in, others sign in first and come back", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const address = `/follow?kind=thread&id=${threadId}`;
  const at = (path: string, person: Person | null = ben) => choose(visit(db, path, { person }));
  expect((await leadsTo(at(address, null))).to).toBe(
    `/sign-in?next=${encodeURIComponent(address)}`,
  );
  expect(await at(address)).toMatchObject({ thing: { kind: "thread", level: null } });
  expect(await at(address, ada)).toMatchObject({ thing: { level: "worth" } });
  expect((await errorPage(at("/follow?kind=thread&id=99"))).status).toBe(404);
  expect((await errorPage(at("/follow?kind=thread"))).status).toBe(404);
  expect((await errorPage(at("/follow"))).status).toBe(404);
  expect((await errorPage(at("/follow?kind=search&id=-a"))).status).toBe(422);
});

test("the list of what one follows is its owner’s alone, and nobody changes another’s", async () => {
  const { db, ada, ben, mo } = await openForum();
  const { threadId } = await beginThread(db, ada);
  for (const [kind, id] of [
    ["topic", "2"],
    ["person", "1"],
    ["search", "open weights"],
  ] as const) {
    await send(db, ben, { kind, id, level: "every" });
  }
  await send(db, ben, { kind: "thread", id: `${threadId}`, level: "muted" });
  const bens = await list(db, ben);
  expect(bens.toSorted()).toEqual([
    ["person", "Ada", "every"],
    ["search", "open weights", "every"],
    ["topic", "Licences", "every"],
  ]);
  expect(await list(db, ben, "?show=topic")).toEqual([["topic", "Licences", "every"]]);
  expect(await list(db, ben, "?show=muted")).toEqual([
    ["thread", "Open weights are not open source", "muted"],
  ]);
  expect(await list(db, mo)).toEqual([]);
  // The number of Ben's search is a text to everybody else.
  const { id } = await db.selectFrom("followed_search").select("id").executeTakeFirstOrThrow();
  for (const kind of ["topic", "person", "search", "thread"]) {
    const its = { topic: "2", person: "1", search: `${id}`, thread: `${threadId}` }[kind]!;
    await send(db, mo, { kind, id: its, level: "none" });
  }
  expect(await list(db, ben)).toEqual(bens);
  expect((await leadsTo(following(visit(db, "/following")))).to).toBe("/sign-in?next=%2Ffollowing");
});

test("the list goes on page by page, whatever was followed in the same second", async () => {
  const { db, ben } = await openForum();
  const kinds = ["topic", "person"] as const;
  for (let place = 0; place < LIST_FOLLOWS + 5; place++) {
    const name = `Person${place}`;
    await db
      .insertInto("person")
      .values({
        name,
        name_key: name.toLowerCase(),
        about: "",
        about_html: "",
        joined_at: START,
        role: "member",
        level: 0,
      })
      .execute();
    await db
      .insertInto("topic")
      .values({ slug: `topic-${place}`, name: `Topic ${place}`, about: "", made_at: START })
      .execute();
    for (const kind of kinds) {
      await db
        .insertInto("follow")
        .values({
          ...{ person_id: ben.id, kind, object_id: place + 1, level: "worth" as const },
          followed_at: START + Math.floor(place / 10),
        })
        .execute();
    }
  }
  const seen: string[] = [];
  for (let after: string | null = null, pages = 0; pages < 10; pages++) {
    const { lines, next } = await listFollowing(db, ben, "all", after);
    seen.push(...lines.map(({ kind, id }) => `${kind} ${id}`));
    after = next;
    if (after === null) break;
  }
  expect(seen).toHaveLength(2 * (LIST_FOLLOWS + 5));
  expect(new Set(seen).size).toBe(seen.length);
  const [plan] = await plansOf(db, (handle) => listFollowing(handle, ben, "all", null));
  expect(plan!.join("\n")).toMatch(
    /follow USING (COVERING )?(INDEX follow_of_person_by_time|PRIMARY KEY)/,
  );
});

test("words are muted several at once, each once, and removed one by one", async () => {
  const { db, ben, mo } = await openForum();
  const post = (person: Person | null, form: Form) =>
    words(visit(db, "/following/words", { person, form }));
  const shown = async (person: Person) =>
    (await wordsPage(visit(db, "/following/words", { person }))).words;
  const to = await leadsTo(post(ben, { words: "Gannet, open  Source\nGANNET；STRASSE,straße" }));
  expect(to).toEqual({ status: 302, to: "/following/words" });
  expect(await shown(ben)).toEqual([
    { word: "gannet", shown: "Gannet" },
    { word: "open source", shown: "open Source" },
    { word: "strasse", shown: "STRASSE" },
  ]);
  expect(await shown(mo)).toEqual([]);
  expect(await muteCounts(db, ben.id)).toEqual({ kept: 3, counted: 3 });
  await post(ben, { words: "gannet" });
  await post(mo, { remove: "gannet" });
  expect(await muteCounts(db, ben.id)).toEqual({ kept: 3, counted: 3 });
  await post(ben, { remove: "gannet" });
  await post(ben, { remove: "gannet" });
  expect(await muteCounts(db, ben.id)).toEqual({ kept: 2, counted: 2 });
  expect(await muteCounts(db, mo.id)).toEqual({ kept: 0, counted: 0 });
});

test("words that are none, too long or too many are refused with what was typed, and none is kept", async () => {
  const { db, ben } = await openForum();
  const refused = async (typed: string) => {
    const before = await everything(db);
    const back = await handedBack(
      words(visit(db, "/following/words", { person: ben, form: { words: typed } })),
    );
    expect(back).toMatchObject({ status: 422, values: { words: typed } });
    expect(await everything(db)).toEqual(before);
    return back.problems.words!.key;
  };
  expect(await refused(" , \n")).toBe("following.words.missing");
  expect(await refused("fine, …")).toBe("following.words.no-word");
  expect(await refused(`fine, ${"x".repeat(WORD_LETTERS + 1)}`)).toBe("following.words.too-long");
  expect(await refused("\ufdfa".repeat(20))).toBe("following.words.too-long");
  const many = Array.from({ length: MOST_WORDS + 1 }, (_, place) => `word${place}`);
  expect(await refused(many.join("\n"))).toBe("following.words.too-many");
  await words(
    visit(db, "/following/words", { person: ben, form: { words: many.slice(1).join() } }),
  );
  expect(await refused("one-more")).toBe("following.words.too-many");
  expect(
    (await handedBack(words(visit(db, "/following/words", { form: { words: "a" } })))).status,
  ).toBe(401);
});

test("whether writing is to follow is switched by its owner alone", async () => {
  const { db, ada, ben } = await openForum();
  const turn = (person: Person | null, follows: string) =>
    byWriting(visit(db, "/following/by-writing", { person, form: { follows } }));
  expect((await handedBack(turn(null, "0"))).status).toBe(401);
  expect((await handedBack(turn(ben, "yes"))).status).toBe(422);
  expect((await leadsTo(turn(ben, "0"))).to).toBe("/following");
  const { threadId } = await beginThread(db, ada);
  await reply(db, ben, threadId);
  expect(await list(db, ben)).toEqual([]);
  expect(await list(db, ada)).toHaveLength(1);
  await turn(ben, "1");
  await reply(db, ben, threadId, { body: "Once more, in other words." });
  expect(await list(db, ben)).toHaveLength(1);
});

test("where one reads stands how one follows it, and a press for who does not", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const post = await reply(db, ada, threadId);
  const own = async (page: Parameters<typeof openPage>[1], person: Person, wished: object) => {
    const drawn = await openPage(db, page, person, wished);
    if (drawn instanceof Response) throw new Error("It leads elsewhere.");
    return drawn.slots!.fill(drawn.html, drawn.own);
  };
  const offer = (kind: string) =>
    `name="level" value="worth" aria-describedby="follow-${kind}">${say("following.follow", { kind })}</button><span class="unseen" id="follow-${kind}">`;
  const pages = [
    [thread.page, { part: `${threadId}` }, "thread", threadId],
    [thread.page, { part: `${threadId}`, query: `branch=${post}` }, "branch", post],
    [topic.page, { part: "open-weights" }, "topic", 1],
    [profile.page, { part: "Ada" }, "person", 1],
  ] as const;
  for (const [page, wished, kind, id] of pages) {
    expect(await own(page, ben, wished)).toContain(offer(kind));
    for (const level of ["every", "worth", "nothing", "muted"]) {
      await send(db, ben, { kind, id: `${id}`, level });
      const html = await own(page, ben, wished);
      const told = {
        every: "every post",
        worth: "worth reading",
        nothing: "nothing new",
        muted: kind === "branch" ? "Muted: this branch" : "Muted",
      }[level];
      expect(html).toMatch(new RegExp(`<b>[^<]*${told}</b>`));
    }
    await send(db, ben, { kind, id: `${id}`, level: "none" });
  }
  // Nobody follows themselves, and a stranger is led to sign in.
  expect(await own(profile.page, ada, { part: "Ada" })).not.toContain('action="/follow"');
  const stranger = await openPage(db, topic.page, null, { part: "open-weights" });
  expect(stranger).toMatchObject({
    html: expect.stringContaining('href="/follow?kind=topic&amp;id=1"'),
  });
  await send(db, ben, { kind: "search", id: " open \t weights", level: "every" });
  const found = (person: Person | null) => search(visit(db, "/search?q=open++weights", { person }));
  expect(await found(ben)).toMatchObject({ level: "every", isReader: true });
  expect(await found(ada)).toMatchObject({ level: null });
  expect(await found(null)).toMatchObject({ level: null, isReader: false });
});

test("what is followed and gone by now stays in the list to be let go of", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const post = await reply(db, ada, threadId);
  await send(db, ben, { kind: "branch", id: `${post}`, level: "every" });
  await withdrawPost(db, ada, post, { isRestored: false, now: START });
  const { lines } = await following(visit(db, "/following", { person: ben }));
  expect(lines).toMatchObject([{ kind: "branch", author: "Ada", isWithdrawn: true, excerpt: "" }]);
  await send(db, ben, { kind: "branch", id: `${post}`, level: "none" });
  expect(await list(db, ben)).toEqual([]);
});
