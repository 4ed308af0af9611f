/** Every place where words of a post may stand, as what somebody is answered there. */
import { makeDigests } from "#app/letters/make-digests.server.ts";
import { sendAtOnce } from "#app/letters/send-at-once.server.ts";
import { Watch } from "#app/live/watch.server.ts";
import type { Person } from "#app/permissions.ts";
import * as follow from "#app/routes/follow.tsx";
import * as front from "#app/routes/front.tsx";
import * as inbox from "#app/routes/inbox.tsx";
import * as previewJson from "#app/routes/preview-json.ts";
import * as search from "#app/routes/search.tsx";
import * as thread from "#app/routes/thread.tsx";
import * as reply from "#app/routes/thread-reply.tsx";
import * as similar from "#app/routes/threads-similar.ts";
import { askFeed } from "../feeds/ask.ts";
import { nothingHidden, openStream } from "../live/page.ts";
import { letters, ORIGIN } from "../mail/outbox.ts";
import { visit } from "../routes/visit.ts";
import { load, type Place, read } from "./addresses.ts";
import { LATER, SECRET, type Talk } from "./scene.ts";

type Reader = Person | null;

type Query = Record<string, string>;

const feed = (
  name: string,
  path: (talk: Talk) => string,
  query: (talk: Talk) => Query = () => ({}),
): Place[] =>
  ["xml", "json"].flatMap((form) =>
    ["whole", "excerpt"].map((text) => ({
      name: `the feed of ${name} as ${form}, ${text}`,
      async ask(talk: Talk) {
        const asked = new URLSearchParams({ ...query(talk), text });
        const address = `${path(talk)}feed.${form}?${asked}`;
        return (await askFeed(talk.db, address, { now: LATER })).text();
      },
    })),
  );

const throwIt = (error: unknown) => {
  throw error;
};

/** How a text reads that quotes the post and links to it. */
async function preview({ db, postId }: Talk, reader: Reader): Promise<string> {
  const link = `[Ben](${ORIGIN}/posts/${postId})`;
  const form = { body: `> The weights were published in May.\n\n${link} and ${link}.` };
  const answer = await previewJson.action(visit(db, "/preview.json", { person: reader, form }));
  return answer.text();
}

/** What pages are told that stood open when the post came, and who reads them. */
async function heard({ db, threadId, openingId }: Talk, reader: Reader): Promise<string> {
  const watch = new Watch(db, nothingHidden);
  const opened = await openStream(db, watch, {
    ...{ thread: { id: threadId, after: openingId - 1 }, unread: 0, now: LATER },
    ...(reader ? { person: reader } : {}),
  });
  await watch.look(LATER);
  return opened!.page.text;
}

/** The letters that go out from now on: made from notices, and once a day. */
async function sent({ db }: Talk): Promise<string> {
  const making = { origin: ORIGIN, now: () => LATER, reportError: throwIt };
  await sendAtOnce(db, making);
  await makeDigests(db, making);
  return JSON.stringify(await letters(db));
}

/** What stands at no address by itself, or at one that a query changes. */
export const places: Place[] = [
  // First, for no letter tells of what its reader has opened.
  { name: "letters", ask: sent },
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
    name: "a thread that quotes it",
    ask: (talk, reader) => read(talk, reader, thread.loader, { part: String(talk.otherId) }),
  },
  {
    name: "the form for a reply to it",
    ask: (talk, reader) =>
      load(
        ...([talk, reader, reply.loader] as const),
        `/threads/${talk.threadId}/reply?parent=${talk.postId}`,
        { thread: String(talk.threadId) },
      ),
  },
  ...["new", "active"].map((order) => ({
    name: `the front page by ${order}`,
    ask: (talk: Talk, reader: Reader) =>
      read(talk, reader, front.loader, { query: `order=${order}` }),
  })),
  {
    name: "threads of what is followed",
    ask: (talk, reader) => read(talk, reader, front.loader, { query: "order=following" }),
  },
  ...(["thread", "branch", "person"] as const).map((kind) => ({
    name: `how a ${kind} is followed`,
    ask: (talk: Talk, reader: Reader) =>
      load(talk, reader, follow.loader, `/follow?kind=${kind}&id=${idOf(talk, kind)}`),
  })),
  {
    name: "the inbox with what was read",
    ask: (talk, reader) => load(talk, reader, inbox.loader, "/inbox?show=all"),
  },
  {
    name: "a search for other words of it",
    ask: (talk, reader) => load(talk, reader, search.loader, "/search?q=section+four"),
  },
  {
    name: "threads similar to one",
    ask: (talk, reader) =>
      load(
        talk,
        reader ?? talk.nia,
        similar.loader,
        `/threads/similar.json?title=On+the+${SECRET}`,
      ),
  },
  { name: "the preview of a text that quotes it", ask: preview },
  ...feed("the front page", () => "/"),
  ...feed("its thread", ({ threadId }) => `/threads/${threadId}/`),
  ...feed("its topic", () => "/topics/open-weights/"),
  ...feed("its author", () => "/people/Ben/"),
  ...feed("the log", () => "/log/"),
  ...feed(
    "a search for other words",
    () => "/search/",
    () => ({ q: "section four" }),
  ),
  ...feed(
    "what somebody follows",
    () => "/following/",
    ({ feedKey }) => ({ key: feedKey }),
  ),
  { name: "what open pages are told", ask: heard },
];

const idOf = (talk: Talk, kind: "thread" | "branch" | "person") =>
  ({ thread: talk.threadId, branch: talk.postId, person: talk.ben.id })[kind];

/** The posts that are found where somebody looks for the secret itself. */
export async function searchForSecret({ db }: Talk) {
  const args = visit(db, `/search?q=${SECRET}`, { now: LATER });
  const { answer } = (await search.loader(args)) as { answer: SearchAnswer };
  return answer.found?.posts ?? [];
}

interface SearchAnswer {
  found: { posts: unknown[] } | null;
}
