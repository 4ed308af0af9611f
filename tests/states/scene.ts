/** A thread with a reply and an opening post of which moderation makes something, by the forum's own deeds. */
import { randomUUID } from "node:crypto";
import { saveDraft } from "#app/composing/save-draft.server.ts";
import { follow as followThing } from "#app/following/follow.server.ts";
import { keepTime } from "#app/moderation/keep-time.server.ts";
import { rewritePost } from "#app/moderation/rewrite-post.server.ts";
import { takeStep } from "#app/moderation/take-step.server.ts";
import type { Person } from "#app/permissions.ts";
import { savePost } from "#app/reading/save-post.server.ts";
import { action as followingFeed } from "#app/routes/following-feed-key.tsx";
import type { Db } from "#db/open.server.ts";
import type { PostState } from "#db/schema.ts";
import { write } from "#db/write.server.ts";
import { openForum, START } from "../forum.ts";
import { confirmAddress, follow, ORIGIN, wishFor } from "../letters/people.ts";
import { caseOf, DAY, decide, decideOn, flagged } from "../moderation/cases.ts";
import { visit } from "../routes/visit.ts";
import { beginThread, reply } from "../threads/thread.ts";

/** A word that stands nowhere else. */
export const SECRET = "grumblefoot";
const PASSAGE = `Whoever says so is a ${SECRET}.`;
const BODY = `@Nia, the weights were published in May. ${PASSAGE} Read section four.`;
export const LATER = START + 5 * DAY;

export const allStates = [
  ...["asked", "lapsed", "rewritten", "redacted", "removed", "hidden", "held"],
] as const as readonly Exclude<PostState, "published">[];

/** Ben's post with the secret: a reply in Ada's thread, or the opening post of his own, with or without it in what stands above. Nia saved it and follows its branch, thread and author. */
export async function openTalk(place: "reply" | "opening", { isInTitle = false } = {}) {
  const forum = await openForum();
  const { db, ada, ben, nia } = forum;
  const how = { now: START };
  const isReply = place === "reply";
  const words = isReply
    ? {}
    : !isInTitle
      ? { body: BODY }
      : { title: `On the ${SECRET}`, body: BODY, quote: `A ${SECRET}`, disclosure: `No ${SECRET}` };
  const { threadId, openingId } = await beginThread(db, isReply ? ada : ben, words, how);
  const postId = isReply ? await reply(db, ben, threadId, { body: BODY }, how) : openingId;
  const answerId = await reply(db, ada, threadId, { parentId: postId, body: "An answer." }, how);
  await confirmAddress(db, nia);
  await wishFor(db, nia);
  await savePost(db, nia, postId, { isSaved: true, now: START });
  const things = [
    ["thread", threadId],
    ["person", ben.id],
    ["topic", 1],
    ...(isReply ? [["branch", postId] as const] : []),
  ] as const;
  for (const [kind, id] of things) {
    await follow(db, nia, kind, id, "every");
  }
  const search = { thing: { kind: "search", asked: "section four" }, level: "every" } as const;
  await followThing(db, nia, search, { ...how, limits: 100 });
  const other = await beginThread(db, ada, { title: "Another", body: quoting(postId) }, how);
  const draftKey = await beginAnswer(db, nia, threadId, postId);
  const feedKey = await makeFeed(db, nia);
  const otherId = other.threadId;
  return { ...forum, threadId, openingId, postId, answerId, otherId, draftKey, feedKey };
}

/** Words that point to a post, and quote what stands beside the secret. */
const quoting = (postId: number) =>
  `> the weights were published in May.\n>\n> [Ben](${ORIGIN}/posts/${postId})\n\nIn June.`;

/** Keeps a draft of an answer; answers its key. */
async function beginAnswer(db: Db, person: Person, threadId: number, postId: number) {
  const key = randomUUID();
  const place = `/threads/${threadId}/reply?parent=${postId}`;
  const sent = { fields: { body: "I read it otherwise." }, version: 0, ahead: 0, page: null };
  const how = { now: START, newKey: randomUUID() };
  return (await saveDraft(db, person, { key, place, ...sent }, how)).key;
}

/** Makes the address of somebody's own feed; answers its key. */
async function makeFeed(db: Db, person: Person): Promise<string> {
  const made = await followingFeed(visit(db, "/following/feed-key", { person, form: {} }));
  const { xml } = (await (made as Response).json()) as { xml: string };
  return new URL(xml).searchParams.get("key")!;
}

export type Talk = Awaited<ReturnType<typeof openTalk>>;

/** Brings the post into a state; answers its case. */
export async function bringInto(talk: Talk, state: (typeof allStates)[number]): Promise<number> {
  const { db, mo, nia, postId } = talk;
  if (state === "hidden" || state === "held") {
    const caseId = await flagged(db, postId, [nia], { kind: "urgent" });
    await step(db, caseId, state === "hidden" ? "hide" : "hold");
    return caseId;
  }
  if (state === "removed") return (await decideOn(db, mo, postId, "remove")).caseId;
  const { caseId } = await decideOn(db, mo, postId, "ask", { passage: PASSAGE });
  if (state === "rewritten") await sendAgain(talk);
  if (state === "lapsed" || state === "redacted") {
    await keepTime(db, START + 4 * DAY, (error) => {
      throw error;
    });
  }
  if (state === "redacted") await decide(db, mo, caseId, "redact", { now: START + 4 * DAY });
  return caseId;
}

/** The passage still stands in what its author sends: a moderator is to look. */
async function sendAgain({ db, ben, postId }: Talk) {
  const { version } = await db
    .selectFrom("post")
    .select("version")
    .where("id", "=", postId)
    .executeTakeFirstOrThrow();
  const draft = { body: `${BODY} And again.`, version };
  const limits = Number.POSITIVE_INFINITY;
  await rewritePost(db, ben, postId, draft, { now: LATER, limits, scorer: () => undefined });
}

const step = (db: Db, caseId: number, event: "hide" | "hold") =>
  write(db, async (trx) =>
    takeStep(trx, await caseOf(trx as unknown as Db, caseId), event, { now: LATER }),
  );
