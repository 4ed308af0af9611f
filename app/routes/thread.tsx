import { randomUUID } from "node:crypto";
import type { Db } from "#db/open.server.ts";
import { ReplyForm } from "../composing/composer.tsx";
import { readId } from "../composing/draft.ts";
import { OtherDrafts } from "../composing/other-drafts.tsx";
import { type FormDrafts, noDrafts, readFormDrafts } from "../composing/read-form-drafts.server.ts";
import { readCursor, writeCursor } from "../cursor.ts";
import { drawHtml } from "../drawing/draw-html.ts";
import { reads } from "../drawing/reads.server.tsx";
import type { Own } from "../drawing/slots.ts";
import { structuredThread } from "../exports/structured-thread.ts";
import { feedLinks } from "../feeds/feed-links.ts";
import { findHiddenPosts } from "../following/find-hidden.server.ts";
import { drawPress } from "../following/follow-control.tsx";
import { readLevel } from "../following/read-level.server.ts";
import { readShowsMuted } from "../following/shows-muted.ts";
import { markThreadRead } from "../notices/mark-read.server.ts";
import type { Person } from "../permissions.ts";
import { pageQuery } from "../posts/post-place.ts";
import { readFates } from "../posts/read-fates.server.ts";
import { readReplyOrder } from "../posts/reply-order.ts";
import { inOrder } from "../posts/tree.ts";
import { ownOfThread } from "../reading/own-of-thread.tsx";
import { type PageFacts, readReading } from "../reading/read-reading.server.ts";
import { ShownPosts } from "../reading/shown-posts.ts";
import { findLatest, visitThread } from "../reading/visit-thread.server.ts";
import { readQuotedBy } from "../references/read-quoted-by.server.ts";
import { say } from "../strings/say.ts";
import { hideMuted } from "../threads/hide-muted.ts";
import { QuietLink } from "../threads/quiet-link.tsx";
import { readThread, type Wished } from "../threads/read-thread.server.ts";
import { readThreadVersion } from "../threads/read-version.server.ts";
import { ThreadBody, WITH_DRAFTS } from "../threads/thread-body.tsx";
import { readThreadId, threadPath } from "../threads/thread-path.ts";
import { pageHead } from "../ui/page-head.ts";

interface Asked extends Wished {
  threadId: number;
  showsMuted: boolean;
}

interface Facts extends PageFacts {
  /** Of the opening post. */
  authorId: number;
  isQuiet: boolean;
  /** Posts of which this page shows a few words, or who wrote them. */
  nearIds: number[];
}

async function read(db: Db, { threadId, ...wished }: Asked) {
  // Before the posts are read: one that comes meanwhile is new twice rather than never.
  const latestId = (await findLatest(db, threadId)) ?? 0;
  const page = await readThread(db, threadId, wished);
  const shown = [page.opening, ...inOrder(page.replies)];
  const standing = shown.flatMap((post) => (post.isWithdrawn ? [] : post.id));
  const quoters = await readQuotedBy(db, standing);
  const fates = await readFates(db, shown);
  for (const post of shown) post.fate = fates[post.id] ?? null;
  const { order, branchId, after } = wished;
  const here = threadPath(page.thread) + pageQuery(order, branchId, after);
  return { page, latestId, order, here, quoters };
}

/** What is known of a page of a thread for the sake of who reads it. */
function factsOf({ page, latestId, quoters }: Awaited<ReturnType<typeof read>>): Facts {
  const { thread, opening, replies, branch } = page;
  const shown = [...(branch ? [] : [opening]), ...inOrder(replies)];
  return {
    threadId: thread.id,
    path: threadPath(thread),
    isLocked: thread.isLocked,
    latestId,
    branchId: branch?.id ?? null,
    ...{ authorId: opening.authorId, isQuiet: thread.quietUntil !== null },
    nearIds: [
      ...[opening, ...page.ancestors, ...page.agreed].map(({ id }) => id),
      ...Object.values(quoters).flatMap((each) => each.quoters.map(({ postId }) => postId)),
    ],
    shown: new ShownPosts(
      shown.map(({ id, authorId, isWithdrawn, state, fate, votes }) => ({
        ...{ id, authorId, isWithdrawn, state, votes },
        dueAt: fate?.dueAt ?? null,
      })),
    ),
  };
}

export const loader = reads({
  ask(part, query): Asked | null {
    const threadId = readThreadId(part);
    if (threadId === null) return null;
    const cursor = readCursor(query.get("after"));
    return {
      threadId,
      order: readReplyOrder(query.get("order")),
      after: cursor && writeCursor(cursor),
      branchId: readId(query.get("branch") ?? ""),
      showsMuted: readShowsMuted(query),
    };
  },
  addressOf: ({ threadId, order, after, branchId }) =>
    `/threads/${threadId}?order=${order}&after=${after}&branch=${branchId}`,
  versionOf: (db, { threadId }) => readThreadVersion(db, threadId),
  read,
  draw(shared, drawing) {
    const { order, latestId, here } = shared;
    const { page, quoters } = hideMuted(shared, drawing.hidden);
    const { thread } = page;
    const path = threadPath(thread);
    return {
      head: pageHead({
        title: page.isLater ? say("threads.title.more", { title: thread.title }) : thread.title,
        description: thread.excerpt,
        canonical: drawing.origin + path,
        type: "article",
        alternates: [
          { type: "text/markdown", href: `/threads/${thread.id}.md` },
          { type: "application/json", href: `/threads/${thread.id}.json` },
          ...feedLinks(`/threads/${thread.id}`, thread.title),
        ],
        data: structuredThread(thread, drawing.origin),
      }),
      pathname: path,
      body: <ThreadBody {...{ page, order, quoters, latestId, here, drawing }} />,
      facts: factsOf(shared),
    };
  },
  async bring({ db, person }, { threadId, branchId }) {
    if (branchId !== null) return { variant: "", drafts: noDrafts };
    const drafts = await readFormDrafts(db, person, replyAction(threadId));
    return { variant: drafts.draft || drafts.otherCount > 0 ? WITH_DRAFTS : "", drafts };
  },
  async findHidden({ db, person }, { shown, nearIds }, { showsMuted }) {
    const ids = showsMuted ? [] : [...shown.ids.all, ...nearIds];
    return findHiddenPosts(db, person.id, ids, { isInThread: true });
  },
  async markRead({ db, person, now, isOpened, unreadCount }, facts) {
    return isOpened && unreadCount > 0 ? markThreadRead(db, person.id, facts, now) : 0;
  },
  async own({ db, person, now, isOpened }, facts, { variant, drafts }) {
    const seen = isOpened ? await visitThread(db, person, facts, now) : null;
    const own = ownOfThread(person, await readReading(db, person, seen, facts), facts);
    Object.assign(own, await ownFollows(db, person, facts));
    if (facts.authorId === person.id) own.quiet = drawQuiet(facts);
    if (facts.branchId !== null) return own;
    const key = randomUUID();
    if (variant !== WITH_DRAFTS) own.key = key;
    else own["reply-form"] = drawReplyForm(facts.threadId, key, drafts);
    return own;
  },
});

/** How the reader follows the thread, and the branch that is shown. */
async function ownFollows(db: Db, { id: personId }: Person, { threadId, branchId }: Facts) {
  const own: Own = {};
  const level = await readLevel(db, { personId, kind: "thread", id: threadId });
  if (level) own.follow = drawPress("thread", level);
  if (branchId === null) return own;
  const ofBranch = await readLevel(db, { personId, kind: "branch", id: branchId });
  if (ofBranch) own["follow-branch"] = drawPress("branch", ofBranch);
  return own;
}

const drawQuiet = ({ threadId, isQuiet }: Facts) =>
  drawHtml(<QuietLink threadId={threadId} isQuiet={isQuiet} />);

const replyAction = (threadId: number) => `/threads/${threadId}/reply`;

const drawReplyForm = (threadId: number, key: string, drafts: FormDrafts) =>
  drawHtml(
    <>
      <OtherDrafts
        lead={say("drafts.others.replies", { count: drafts.otherCount })}
        drafts={drafts.others}
        count={drafts.otherCount}
      />
      <ReplyForm
        action={replyAction(threadId)}
        formKey={key}
        draft={drafts.draft}
        parentId={null}
      />
    </>,
  );
