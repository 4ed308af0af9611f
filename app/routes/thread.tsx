import { randomUUID } from "node:crypto";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ReplyForm } from "../composing/composer.tsx";
import { readId } from "../composing/draft.ts";
import { Norms } from "../composing/norms.tsx";
import { OtherDrafts } from "../composing/other-drafts.tsx";
import { noDrafts, readFormDrafts } from "../composing/read-form-drafts.server.ts";
import { structuredThread } from "../exports/structured-thread.ts";
import { isModerator, mayReply } from "../permissions.ts";
import { Post } from "../posts/post.tsx";
import { PostTree } from "../posts/post-tree.tsx";
import { readReplyOrder, replyTabs } from "../posts/reply-order.ts";
import { inOrder } from "../posts/tree.ts";
import { NewNote } from "../reading/new-note.tsx";
import { toldCount } from "../reading/new-posts.ts";
import { readReading } from "../reading/read-reading.server.ts";
import { visitThread } from "../reading/visit-thread.server.ts";
import { orErrorPage } from "../receive.server.ts";
import { readQuotedBy } from "../references/read-quoted-by.server.ts";
import { say, sayRich } from "../strings/say.ts";
import { readThread } from "../threads/read-thread.server.ts";
import { ThreadHead } from "../threads/thread-head.tsx";
import { ThreadMargin } from "../threads/thread-margin.tsx";
import { readThreadId, threadPath } from "../threads/thread-path.ts";
import { pageHead } from "../ui/page-head.ts";
import { Tabs } from "../ui/tabs.tsx";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  const query = new URL(request.url).searchParams;
  const order = readReplyOrder(query.get("order"));
  const threadId = readThreadId(params.thread) ?? 0;
  // Before the posts are read: one that comes meanwhile is new twice rather than never.
  const seen =
    visit.person && isOpened(request)
      ? await visitThread(forum.db, visit.person, threadId, forum.now())
      : null;
  const page = await orErrorPage(() =>
    readThread(forum.db, threadId, {
      order,
      after: query.get("after"),
      branchId: readId(query.get("branch") ?? ""),
    }),
  );
  const reading = visit.person && (await readReading(forum.db, visit.person, seen, page));
  const mayWrite = !page.branch && !mayReply(visit.person, page.thread, page.opening);
  const standing = [page.opening, ...inOrder(page.replies)].filter((post) => !post.isWithdrawn);
  return {
    ...page,
    quoters: await readQuotedBy(
      forum.db,
      standing.map((post) => post.id),
    ),
    order,
    marks: reading?.marks ?? {},
    news: reading?.news ?? null,
    person: visit.person,
    key: visit.person && randomUUID(),
    ...(mayWrite
      ? await readFormDrafts(forum.db, visit.person, `/threads/${threadId}/reply`)
      : noDrafts),
    origin: forum.origin,
  };
}

/** Whether somebody looks at the page: not where only its headers are asked for, or a browser fetches it in case. */
const isOpened = ({ method, headers }: Request) =>
  method === "GET" && !/prefetch|prerender/.test(headers.get("sec-purpose") ?? "");

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const path = data.origin + threadPath(data.thread);
  return pageHead({
    title: data.thread.title,
    description: data.thread.excerpt,
    canonical: path,
    type: "article",
    alternates: [
      { type: "text/markdown", href: `/threads/${data.thread.id}.md` },
      { type: "application/json", href: `/threads/${data.thread.id}.json` },
    ],
    data: structuredThread(data.thread, data.origin),
  });
};

export default function ThreadRoute() {
  const {
    thread,
    opening,
    replies,
    branch,
    next,
    order,
    person,
    key,
    draft,
    others,
    otherCount,
    marks,
    quoters,
    news,
  } = useLoaderData<typeof loader>();
  const path = threadPath(thread);
  const around = {
    threadId: thread.id,
    threadAuthor: thread.author,
    isLocked: thread.isLocked,
    person,
    marks,
    quoters,
  };
  const mayWrite = person && !mayReply(person, thread, opening);
  return (
    <>
      <main id="main">
        <ThreadHead thread={thread} isModerator={isModerator(person)} />
        {news && <NewNote news={news} />}
        {branch ? (
          <BranchNote author={branch.author} parentId={branch.parentId} path={path} />
        ) : (
          <Post post={opening} around={around} />
        )}
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
          {replies.length > 0 && <PostTree nodes={replies} around={around} path={path} />}
          {next && (
            <p className="pages">
              <a
                className="button"
                rel="next"
                href={`${path}?order=${order}${branch ? `&branch=${branch.id}` : ""}&after=${next}`}
              >
                {say("threads.replies.more")}
              </a>
            </p>
          )}
        </section>
        {mayWrite && key && !branch && (
          <section className="box reply-box" id="reply" aria-labelledby="reply-head">
            <h2 id="reply-head">{say("write.reply.title", { author: thread.author })}</h2>
            <Norms author={thread.author} norms={thread.norms} />
            <OtherDrafts
              lead={say("drafts.others.replies", { count: otherCount })}
              drafts={others}
              count={otherCount}
            />
            <ReplyForm
              action={`/threads/${thread.id}/reply`}
              formKey={key}
              draft={draft}
              parentId={null}
            />
          </section>
        )}
        {thread.isLocked && <p className="gone">{say("threads.locked.note")}</p>}
        {!person && !thread.isLocked && <SignInNote path={path} />}
        <nav className="thumb" aria-label={say("threads.margin.thread")}>
          <a href="#main">{say("threads.margin.opening", { author: thread.author })}</a>
          <a href="#replies">{say("threads.margin.replies")}</a>
          {news && (
            <a className="new" href={news.posts.first}>
              {say("reading.new.count", { told: toldCount(news.posts.count) })}
            </a>
          )}
          {mayWrite && !branch && <a href="#reply">{say("write.reply")}</a>}
        </nav>
      </main>
      <ThreadMargin
        thread={thread}
        openingPath={`${branch ? path : ""}#post-${opening.id}`}
        mayWrite={Boolean(mayWrite && !branch)}
      />
    </>
  );
}

function BranchNote(props: { author: string; parentId: number | null; path: string }) {
  return (
    <p className="branch-note">
      {say("threads.branch.of", { author: props.author })}{" "}
      <a href={props.path}>{say("threads.branch.whole")}</a>
      {props.parentId && (
        <>
          {" · "}
          <a href={`${props.path}?branch=${props.parentId}#post-${props.parentId}`}>
            {say("threads.branch.parent")}
          </a>
        </>
      )}
    </p>
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
