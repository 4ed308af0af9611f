/** A page of a thread between masthead and foot. */
import { ReplyForm } from "../composing/composer.tsx";
import { Norms } from "../composing/norms.tsx";
import type { Drawing } from "../drawing/reading-page.ts";
import { isModerator, mayReply } from "../permissions.ts";
import { Ancestors } from "../posts/ancestors.tsx";
import { Earlier } from "../posts/earlier.tsx";
import { type Around, Post } from "../posts/post.tsx";
import { pageQuery } from "../posts/post-place.ts";
import { PostTree } from "../posts/post-tree.tsx";
import { replyTabs } from "../posts/reply-order.ts";
import { inOrder, type ReplyOrder } from "../posts/tree.ts";
import type { Quoters } from "../references/quoted-by.tsx";
import { say, sayRich } from "../strings/say.ts";
import { Tabs } from "../ui/tabs.tsx";
import { AfterVote } from "../votes/after-vote.tsx";
import { AgreedBox } from "./agreed-box.tsx";
import type { ThreadPage } from "./read-thread.server.ts";
import { ThreadHead } from "./thread-head.tsx";
import { ThreadMargin } from "./thread-margin.tsx";
import { threadPath } from "./thread-path.ts";

/** Of readers whose drafts fill the form. */
export const WITH_DRAFTS = "drafts";
/** The length of the key of a form. */
export const KEY_BYTES = 36;

interface ThreadBodyProps {
  page: ThreadPage;
  order: ReplyOrder;
  quoters: Quoters;
  /** The last post of the thread when the page was read. */
  latestId: number;
  /** The page's own address. */
  here: string;
  drawing: Drawing;
}

export function ThreadBody({ page, order, quoters, latestId, here, drawing }: ThreadBodyProps) {
  const { thread, opening, replies, branch, next } = page;
  const { role, slots, hidden } = drawing;
  const path = threadPath(thread);
  const around: Around = {
    threadId: thread.id,
    threadAuthor: thread.author,
    isLocked: thread.isLocked,
    role,
    slots,
    quoters,
    hidden,
    here,
  };
  const mayWrite = !branch && !mayReply(role && { role }, thread, opening);
  return (
    <>
      <main id="main">
        <ThreadHead thread={thread} slots={slots} isModerator={isModerator(role && { role })} />
        {slots?.free("news")}
        {branch ? (
          <Ancestors
            {...{ branch, path, slots, hidden, here }}
            ancestors={page.ancestors}
            above={page.above}
          />
        ) : (
          <Post post={opening} around={around} />
        )}
        {page.agreed.length > 0 && <AgreedBox posts={page.agreed} shown={inOrder(replies)} />}
        <section className="answers" aria-labelledby="replies">
          <h2 id="replies">{say("threads.replies", { count: thread.replyCount })}</h2>
          {thread.replyCount > 1 && !branch && (
            <Tabs
              label={say("threads.replies.orders")}
              tabs={replyTabs()}
              current={order}
              path={path}
              fragment="#replies"
            />
          )}
          {page.isLater && (
            <Earlier
              path={path}
              order={order}
              branchId={branch?.id ?? null}
              isEnd={branch ? replies[0]?.replies.length === 0 : replies.length === 0}
            />
          )}
          {replies.length > 0 && <PostTree nodes={replies} around={around} path={path} />}
          {next && (
            <p className="pages">
              <a
                className="button"
                rel="next"
                href={`${path}${pageQuery(order, branch?.id ?? null, next)}#replies`}
              >
                {say("threads.replies.more")}
              </a>
            </p>
          )}
        </section>
        <Arrived threadId={thread.id} latestId={latestId} />
        {mayWrite && <ReplyBox page={page} drawing={drawing} />}
        {slots && <AfterVote />}
        {thread.isLocked && <p className="gone">{say("threads.locked.note")}</p>}
        {!role && !thread.isLocked && <SignInNote path={path} />}
        <nav className="thumb" aria-label={say("threads.margin.thread")}>
          <a href="#main">{say("threads.margin.opening", { author: thread.author })}</a>
          <a href="#replies">{say("threads.margin.replies")}</a>
          {slots?.free("news-link")}
          {mayWrite && <a href="#reply">{say("write.reply")}</a>}
        </nav>
      </main>
      <ThreadMargin
        thread={thread}
        openingPath={`${branch ? path : ""}#post-${opening.id}`}
        mayWrite={mayWrite}
      />
    </>
  );
}

/** Where what is posted meanwhile is told; room is kept for it, so that nothing moves. */
const Arrived = ({ threadId, latestId }: { threadId: number; latestId: number }) => (
  <div
    className="arrived"
    id="arrived"
    role="status"
    data-thread={threadId}
    data-after={latestId}
  />
);

/** Most readers find the form empty; whoever has begun to write finds what they wrote. */
function ReplyBox({ page: { thread }, drawing }: Pick<ThreadBodyProps, "page" | "drawing">) {
  const { slots, variant } = drawing;
  return (
    <section className="box reply-box" id="reply" aria-labelledby="reply-head">
      <h2 id="reply-head">{say("write.reply.title", { author: thread.author })}</h2>
      <Norms author={thread.author} norms={thread.norms} />
      {variant === WITH_DRAFTS ? (
        slots?.free("reply-form")
      ) : (
        <ReplyForm
          action={`/threads/${thread.id}/reply`}
          formKey={slots?.fixed("key", KEY_BYTES) ?? ""}
          parentId={null}
        />
      )}
    </section>
  );
}

function SignInNote({ path }: { path: string }) {
  const next = encodeURIComponent(path);
  return (
    <p className="box">
      {sayRich("write.reply.signed-out", {
        signin: (parts) => (
          <a key="in" href={`/sign-in?next=${next}`}>
            {parts}
          </a>
        ),
        join: (parts) => (
          <a key="up" href={`/sign-up?next=${next}`}>
            {parts}
          </a>
        ),
      })}
    </p>
  );
}
