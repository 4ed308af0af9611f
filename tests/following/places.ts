/** Every place where people's words show to a reader, for the tests of what they mute. */
import { follow } from "#app/following/follow.server.ts";
import { muteWords } from "#app/following/mute-words.server.ts";
import { readMuteWords } from "#app/following/words.ts";
import { makeDigests } from "#app/letters/make-digests.server.ts";
import { sendAtOnce } from "#app/letters/send-at-once.server.ts";
import type { Person } from "#app/permissions.ts";
import { thankPost } from "#app/posts/thank-post.server.ts";
import { savePost } from "#app/reading/save-post.server.ts";
import { action as makeFeed } from "#app/routes/following-feed-key.tsx";
import { loader as front } from "#app/routes/front.tsx";
import { loader as inbox } from "#app/routes/inbox.tsx";
import { loader as log } from "#app/routes/log.tsx";
import { loader as person } from "#app/routes/person.tsx";
import { loader as minds } from "#app/routes/post-changed-my-mind.tsx";
import { loader as why } from "#app/routes/post-why.tsx";
import { loader as saved } from "#app/routes/saved.tsx";
import { loader as search } from "#app/routes/search.tsx";
import { loader as standing } from "#app/routes/standing.tsx";
import { loader as thread } from "#app/routes/thread.tsx";
import { loader as similar } from "#app/routes/threads-similar.ts";
import { loader as topic } from "#app/routes/topic.tsx";
import { sendExemplary } from "#app/standing/send-exemplary.server.ts";
import { indexTitle } from "#app/threads/index-title.server.ts";
import { moderateThread } from "#app/threads/moderate-thread.server.ts";
import type { Db } from "#db/open.server.ts";
import { deliverAll } from "../events/events.ts";
import { askFeed } from "../feeds/ask.ts";
import { openForum, START, type TestForum } from "../forum.ts";
import { confirmAddress, found, letters, wishFor } from "../letters/people.ts";
import { openPage } from "../routes/open-page.ts";
import { ORIGIN, visit } from "../routes/visit.ts";
import { beginThread, reply } from "../threads/thread.ts";

export interface Scene extends TestForum {
  /** Ada's, about gannets. */
  own: { threadId: number; openingId: number };
  /** Ben's, in which Ada replied of gannets, and Ben to that. */
  other: { threadId: number; reply: number; below: number };
  mind: number;
}

/** What people mute here: the word, or whoever says it, or where. */
export type Cause = "word" | "person" | "topic" | "thread";

/** Ada speaks of gannets, as the opening of a thread and as a reply in Ben's; nobody else does. */
export async function setScene(): Promise<Scene> {
  const forum = await openForum();
  const { db, ada, ben, nia, mo } = forum;
  for (const reader of [nia, mo]) {
    await confirmAddress(db, reader);
    await wishFor(db, reader, {}, START - 60);
    const topic = { thing: { kind: "topic", id: 1 }, level: "every" } as const;
    await follow(db, reader, topic, { now: START, limits: 100 });
  }
  const own = await beginThread(db, ada, {
    title: "The gannet letters",
    body: "Opening words, of gannets and one Gannet.",
  });
  const { threadId } = await beginThread(db, ben, { title: "Of birds", body: "Which of them?" });
  const heard = await reply(db, ada, threadId, { body: "The gannet, of course, @Nia and @Mo." });
  const below = await reply(db, ben, threadId, { body: "Why that one?", parentId: heard });
  await indexTitle(db, own.threadId);
  const pin = { act: "pin", isUndone: false, reason: "A good question.", now: START } as const;
  await moderateThread(db, mo, own.threadId, pin);
  for (const reader of [nia, mo]) {
    await savePost(db, reader, heard, { isSaved: true, now: START });
    await savePost(db, reader, own.openingId, { isSaved: true, now: START });
  }
  const { id: mind } = await db
    .insertInto("changed_mind")
    .values({
      ...{ post_id: below, thread_id: threadId, author_id: ben.id, person_id: ada.id },
      ...{ view_before: "I thought of terns.", view_now: "Now I think of the gannet." },
      recorded_at: START,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  for (const post of [own.openingId, heard]) await found(db, post, 900_000_000);
  await deliverAll(db);
  return { ...forum, own, other: { threadId, reply: heard, below }, mind };
}

/** Mutes as a person would. */
export async function mute(scene: Scene, reader: Person, cause: Cause): Promise<void> {
  const { db, ada, own, other } = scene;
  const doing = { now: START, limits: 100 };
  if (cause === "word") {
    const words = readMuteWords(new URLSearchParams({ words: "GANNET" }));
    await muteWords(db, reader, words, doing);
    return;
  }
  const ids = {
    person: [ada.id],
    topic: [1],
    thread: [own.threadId, other.threadId],
  }[cause];
  for (const id of ids) {
    await follow(db, reader, { thing: { kind: cause, id }, level: "muted" }, doing);
  }
}

async function muteCountOf(db: Db, { id }: Person): Promise<number> {
  const row = await db
    .selectFrom("person")
    .select("mute_count")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return row.mute_count;
}

type Reads = Parameters<typeof openPage>[1];

/** A page for reading as somebody finds it, in HTML. */
const page =
  (read: { page: Reads }, partOf: (scene: Scene) => string, queryOf: (scene: Scene) => string) =>
  async (scene: Scene, reader: Person, isShown: boolean) => {
    const query = `${queryOf(scene)}${isShown ? "&muted=shown" : ""}`;
    const wished = { part: partOf(scene), query };
    const drawn = await openPage(scene.db, read.page, reader, wished);
    if (drawn instanceof Response) throw new Error("The page leads elsewhere.");
    return drawn.slots!.fill(drawn.html, drawn.own);
  };

type Loader = (args: ReturnType<typeof visit>) => Promise<unknown>;

/** What another page is handed to show. */
const loaded =
  (loader: Loader, pathOf: (scene: Scene) => string, params = (_: Scene) => ({})) =>
  async (scene: Scene, reader: Person, isShown: boolean) => {
    const path = pathOf(scene);
    const shown = isShown ? `${path.includes("?") ? "&" : "?"}muted=shown` : "";
    const args = visit(scene.db, path + shown, { person: reader, params: params(scene) });
    args.context.visit.muteCount = await muteCountOf(scene.db, reader);
    const answer = await loader(args);
    return answer instanceof Response ? await answer.text() : JSON.stringify(answer);
  };

const praised = new WeakMap<Person, number>();

/** A post of a reader's own, for which Ada thanked them and sent them a line of gannets; after all else, for their inbox tells of it. */
async function praise(scene: Scene, reader: Person): Promise<number> {
  const { db, ada } = scene;
  const now = START + reader.id;
  const known = praised.get(reader);
  if (known) return known;
  const { openingId } = await beginThread(db, reader, { title: "Of stones", body: "Grey." });
  await sendExemplary(db, ada, openingId, "Fair, as a gannet.", { now, limits: 1_000_000 });
  await thankPost(db, ada, openingId, { isThanked: true, now });
  praised.set(reader, openingId);
  return openingId;
}

/** What the page about one's own post says. */
const whyOfOwn: Place["read"] = async (scene, reader, isShown) => {
  const post = `${await praise(scene, reader)}`;
  const path = () => `/posts/${post}/why`;
  return loaded(why, path, () => ({ post }))(scene, reader, isShown);
};

/** The letters of a kind that somebody is sent, of what happened up to then. */
const letter =
  (kind: string, make: (db: Db) => Promise<unknown>) => async (scene: Scene, reader: Person) => {
    await make(scene.db);
    const sent = await letters(scene.db);
    const own = sent.filter((each) => each.person_id === reader.id && each.kind === kind);
    return own.map(({ subject, text, html }) => [subject, text, html].join("\n")).join("\n");
  };

const at = (now: number) => ({
  ...{ origin: ORIGIN, now: () => now },
  reportError: (error: unknown) => {
    throw error;
  },
});

/** Everything that somebody's own feed tells, in both forms. */
async function readOwnFeed({ db }: Scene, person: Person): Promise<string> {
  const made = await makeFeed(visit(db, "/following/feed-key", { person, form: {} }));
  const paths = Object.values((await (made as unknown as Response).json()) as object);
  const texts = [];
  for (const path of paths.map((address: string) => address.replace(ORIGIN, ""))) {
    texts.push(await (await askFeed(db, path)).text());
  }
  return texts.join("\n");
}

export interface Place {
  name: string;
  read: (scene: Scene, reader: Person, isShown: boolean) => Promise<string>;
  /** By what it says there: the gannet, unless told. */
  said?: RegExp;
  /** By what it is hidden there: by anything, unless told. */
  hiddenBy?: Cause[];
  /** It has no way to show what is muted. */
  isFinal?: boolean;
}

const none = () => "";
/** Who opens a thread wishes to see it, save for people and words. */
const inThread: Cause[] = ["word", "person"];

/** In the order in which they are read: a page of a thread makes what is told of it read. */
export const places: Place[] = [
  {
    name: "a letter at once",
    read: letter("notice", (db) => sendAtOnce(db, at(START + 3_600))),
    isFinal: true,
  },
  {
    name: "a regular letter",
    read: letter("digest", (db) => makeDigests(db, at(START + 2 * 86_400))),
    isFinal: true,
  },
  { name: "the inbox", read: loaded(inbox, () => "/inbox"), isFinal: true },
  { name: "the front page", read: page(front, none, none) },
  {
    name: "a topic’s page",
    read: page(
      topic,
      () => "open-weights",
      () => "order=new",
    ),
  },
  {
    name: "what somebody started",
    read: page(
      person,
      () => "Ada",
      () => "show=threads",
    ),
  },
  {
    name: "what somebody replied",
    read: page(
      person,
      () => "Ada",
      () => "show=replies",
    ),
  },
  {
    name: "what somebody says changed their mind, on a profile",
    read: page(
      person,
      () => "Ada",
      () => "show=replies",
    ),
    said: /changed-my-mind/,
  },
  {
    name: "a thread that somebody opened, its opening post",
    read: page(thread, ({ own }) => `${own.threadId}`, none),
    said: /Opening words/,
    hiddenBy: inThread,
  },
  {
    name: "a thread’s replies",
    read: page(thread, ({ other }) => `${other.threadId}`, none),
    hiddenBy: inThread,
  },
  {
    name: "above a branch’s own page",
    read: page(
      thread,
      ({ other }) => `${other.threadId}`,
      ({ other }) => `branch=${other.below}`,
    ),
    hiddenBy: inThread,
  },
  { name: "what a search finds", read: loaded(search, () => "/search?q=course") },
  { name: "what a search finds by its title", read: loaded(search, () => "/search?q=letters") },
  {
    name: "the public log",
    read: page(log, none, none),
    said: /gannet letters/,
  },
  { name: "saved posts", read: loaded(saved, () => "/saved") },
  {
    name: "similar threads",
    read: loaded(similar, () => "/threads/similar.json?title=The+letters+of+gannet"),
    isFinal: true,
  },
  { name: "one’s own feed", read: readOwnFeed, isFinal: true },
  {
    name: "the order of following",
    read: page(front, none, () => "order=following"),
    isFinal: true,
  },
  {
    name: "minds that a post changed",
    read: loaded(
      minds,
      ({ other }) => `/posts/${other.below}/changed-my-mind`,
      ({ other }) => ({ post: `${other.below}` }),
    ),
  },
  {
    name: "lines to an author, on the page of one’s standing",
    read: async (scene, reader, isShown) => {
      await praise(scene, reader);
      return loaded(standing, () => "/standing")(scene, reader, isShown);
    },
    hiddenBy: inThread,
  },
  {
    name: "lines to an author, on the page of their post",
    read: whyOfOwn,
    hiddenBy: inThread,
  },
  {
    name: "who thanked for one’s own post",
    read: whyOfOwn,
    said: /"names":\["Ada"\]/,
    hiddenBy: ["person"],
    isFinal: true,
  },
];
