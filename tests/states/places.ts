/** Every place where words of a post may stand, as what somebody is answered there. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Readable } from "#app/drawing/reading-page.ts";
import { makeDigests } from "#app/letters/make-digests.server.ts";
import { sendAtOnce } from "#app/letters/send-at-once.server.ts";
import type { Person } from "#app/permissions.ts";
import * as following from "#app/routes/following.tsx";
import * as front from "#app/routes/front.tsx";
import * as inbox from "#app/routes/inbox.tsx";
import * as log from "#app/routes/log.tsx";
import * as logAct from "#app/routes/log-act.tsx";
import * as person from "#app/routes/person.tsx";
import * as edit from "#app/routes/post-edit.tsx";
import * as flag from "#app/routes/post-flag.tsx";
import * as history from "#app/routes/post-history.tsx";
import * as rewrite from "#app/routes/post-rewrite.tsx";
import * as why from "#app/routes/post-why.tsx";
import * as saved from "#app/routes/saved.tsx";
import * as search from "#app/routes/search.tsx";
import * as sitemap from "#app/routes/sitemap.ts";
import * as thread from "#app/routes/thread.tsx";
import * as json from "#app/routes/thread-json.ts";
import * as markdown from "#app/routes/thread-markdown.ts";
import * as reply from "#app/routes/thread-reply.tsx";
import * as similar from "#app/routes/threads-similar.ts";
import * as topic from "#app/routes/topic.tsx";
import { askFeed } from "../feeds/ask.ts";
import { letters, ORIGIN } from "../mail/outbox.ts";
import { openPage } from "../routes/open-page.ts";
import { visit } from "../routes/visit.ts";
import { LATER, SECRET, type Talk } from "./scene.ts";

type Reader = Person | null;

export interface Place {
  name: string;
  ask: (talk: Talk, reader: Reader) => Promise<string>;
  /** It stands in its thread there: what is folded can be unfolded. */
  isInThread?: true;
  /** Only where it is a reply that moderation made something of. */
  isOfReply?: true;
}

const read = async (
  talk: Talk,
  reader: Reader,
  { page }: { page: Readable },
  wished: { part?: string; query?: string },
) => textOf(await openPage(talk.db, page, reader, { now: LATER, ...wished }));

async function textOf(page: Awaited<ReturnType<typeof openPage>>): Promise<string> {
  if (page instanceof Response) return `${page.headers.get("Location")}`;
  return page.html + Object.values(page.own).join("");
}

type Loader = (args: LoaderFunctionArgs) => Promise<unknown>;

/** What a page that hydrates is handed, or what it refuses with. */
async function load(
  { db }: Talk,
  reader: Reader,
  loader: unknown,
  path: string,
  params: Record<string, string> = {},
): Promise<string> {
  const asked = visit(db, path, { params, person: reader, now: LATER });
  const answer = await (loader as Loader)(asked).catch((thrown: unknown) => thrown);
  if (answer instanceof Response) return `${answer.headers.get("Location")} ${await answer.text()}`;
  return JSON.stringify(answer);
}

const feed = (name: string, path: (talk: Talk) => string): Place[] =>
  ["xml", "json"].flatMap((form) =>
    ["", "?text=excerpt"].map((query) => ({
      name: `the feed of ${name} as ${form}${query}`,
      ask: async (talk: Talk) =>
        (await askFeed(talk.db, `${path(talk)}feed.${form}${query}`, { now: LATER })).text(),
    })),
  );

const throwIt = (error: unknown) => {
  throw error;
};

/** The letters that go out from now on: made from notices, and once a day. */
async function sent({ db }: Talk): Promise<string> {
  const making = { origin: ORIGIN, now: () => LATER, reportError: throwIt };
  await sendAtOnce(db, making);
  await makeDigests(db, making);
  return JSON.stringify(await letters(db));
}

const ofPost = ({ postId }: Talk) => ({ post: String(postId) });
const ofThread = ({ threadId }: Talk) => ({ thread: String(threadId) });

export const places: Place[] = [
  {
    name: "the thread",
    isInThread: true,
    ask: (talk, reader) => read(talk, reader, thread.loader, { part: String(talk.threadId) }),
  },
  {
    name: "its branch",
    isInThread: true,
    ask: (talk, reader) =>
      read(talk, reader, thread.loader, {
        ...{ part: String(talk.threadId), query: `branch=${talk.postId}` },
      }),
  },
  {
    name: "a branch below it",
    ask: (talk, reader) =>
      read(talk, reader, thread.loader, {
        ...{ part: String(talk.threadId), query: `branch=${talk.answerId}` },
      }),
  },
  {
    name: "the form for a reply to it",
    ask: (talk, reader) =>
      load(
        ...([talk, reader, reply.loader] as const),
        `/threads/${talk.threadId}/reply?parent=${talk.postId}`,
        ofThread(talk),
      ),
  },
  {
    name: "the thread as Markdown",
    ask: (talk) =>
      load(talk, null, markdown.loader, `/threads/${talk.threadId}.md`, ofThread(talk)),
  },
  {
    name: "the thread as JSON",
    ask: (talk) => load(talk, null, json.loader, `/threads/${talk.threadId}.json`, ofThread(talk)),
  },
  ...["best", "new", "active"].map((order) => ({
    name: `the front page by ${order}`,
    ask: (talk: Talk, reader: Reader) =>
      read(talk, reader, front.loader, { query: `order=${order}` }),
  })),
  {
    name: "threads of what is followed",
    ask: (talk, reader) => read(talk, reader, front.loader, { query: "order=following" }),
  },
  {
    name: "its topic",
    ask: (talk, reader) => read(talk, reader, topic.loader, { part: "open-weights" }),
  },
  { name: "its author", ask: (talk, reader) => read(talk, reader, person.loader, { part: "Ben" }) },
  {
    name: "its history",
    isInThread: true,
    ask: (talk, reader) =>
      load(talk, reader, history.loader, `/posts/${talk.postId}/history`, ofPost(talk)),
  },
  {
    name: "why it stands there",
    ask: (talk, reader) =>
      load(talk, reader, why.loader, `/posts/${talk.postId}/why`, ofPost(talk)),
  },
  {
    name: "the form for an edit",
    ask: (talk, reader) =>
      load(talk, reader, edit.loader, `/posts/${talk.postId}/edit`, ofPost(talk)),
  },
  {
    name: "what is asked of its author",
    ask: (talk, reader) =>
      load(talk, reader, rewrite.loader, `/posts/${talk.postId}/rewrite`, ofPost(talk)),
  },
  {
    name: "the form for a flag",
    isInThread: true,
    ask: (talk, reader) =>
      load(talk, reader, flag.loader, `/posts/${talk.postId}/flag`, ofPost(talk)),
  },
  {
    name: "what somebody saved",
    ask: (talk, reader) => load(talk, reader, saved.loader, "/saved"),
  },
  {
    name: "what somebody follows",
    ask: (talk, reader) => load(talk, reader, following.loader, "/following"),
  },
  {
    name: "the inbox",
    ask: (talk, reader) => load(talk, reader, inbox.loader, "/inbox?show=all"),
  },
  {
    name: "a search for other words of it",
    ask: (talk, reader) => load(talk, reader, search.loader, "/search?q=section+four"),
  },
  {
    name: "threads similar to one",
    ask: (talk, reader) =>
      load(talk, reader ?? talk.nia, similar.loader, `/threads/similar.json?title=On+the+foot`),
  },
  { name: "the sitemap", ask: (talk) => load(talk, null, sitemap.loader, "/sitemap.xml") },
  { name: "the log", ask: (talk, reader) => read(talk, reader, log.loader, {}) },
  { name: "acts in the log", ask: readActs },
  ...feed("the front page", () => "/"),
  ...feed("its thread", ({ threadId }) => `/threads/${threadId}/`),
  ...feed("its topic", () => "/topics/open-weights/"),
  ...feed("its author", () => "/people/Ben/"),
  ...feed("the log", () => "/log/"),
  { name: "letters", ask: sent },
];

async function readActs(talk: Talk, reader: Reader): Promise<string> {
  const acts = await talk.db.selectFrom("action").select("id").execute();
  const pages: string[] = [];
  for (const { id } of acts) {
    pages.push(await read(talk, reader, logAct.loader, { part: String(id) }));
  }
  return pages.join("");
}

/** The posts that are found where somebody looks for the secret itself. */
export async function searchForSecret({ db }: Talk) {
  const args = visit(db, `/search?q=${SECRET}`, { now: LATER });
  const { answer } = (await search.loader(args)) as { answer: SearchAnswer };
  return answer.found?.posts ?? [];
}

interface SearchAnswer {
  found: { posts: unknown[] } | null;
}
