import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { setFlash } from "../accounts/flash.server.ts";
import { isParentKnown, ReplyForm } from "../composing/composer.tsx";
import { readId, readReplyDraft } from "../composing/draft.ts";
import { readSentDraft, withQuote } from "../composing/kept-draft.ts";
import { needsNorms } from "../composing/needs-norms.server.ts";
import { NormsBeside, NormsFirst } from "../composing/norms.tsx";
import { OtherDrafts } from "../composing/other-drafts.tsx";
import { placeAddress } from "../composing/place.ts";
import { noDrafts, readFormDrafts } from "../composing/read-form-drafts.server.ts";
import { TextKept } from "../composing/text-kept.tsx";
import { asksOnce } from "../nudges/ask-once.server.ts";
import { noNotes, readPaceNotes } from "../pace/find-wait.server.ts";
import { PaceNote } from "../pace/pace-note.tsx";
import { mayReply } from "../permissions.ts";
import { readReplySetting } from "../posts/read-post.server.ts";
import { shownHtml } from "../posts/shown-html.ts";
import {
  goOn,
  orErrorPage,
  orTextKept,
  receive,
  sendingOf,
  signedIn,
  signInFirst,
} from "../receive.server.ts";
import { quotePassage, quoteWhole } from "../references/quote-markdown.ts";
import { allow, type HandedBack, Refusal } from "../refusals.ts";
import { findHeld } from "../spam/find-held.server.ts";
import { say } from "../strings/say.ts";
import { findReplyPlace } from "../threads/find-reply-place.server.ts";
import { postReply } from "../threads/post-reply.server.ts";
import { readThreadId, threadPath } from "../threads/thread-path.ts";
import { Html } from "../ui/html.tsx";
import { pageHead } from "../ui/page-head.ts";

export const handle = { hydrates: true };

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  signInFirst(visit, request);
  const query = new URL(request.url).searchParams;
  const parent = await orErrorPage(async () => {
    const { handedBack } = visit;
    const threadId = readThreadId(params.thread) ?? 0;
    // A form that comes back is shown even where its post is gone: its text is what counts.
    const named = handedBack
      ? isParentKnown(handedBack) && handedBack.values.parent
      : query.get("parent");
    const parentId = named ? readId(named) : null;
    if (named && parentId === null) throw new Refusal(404, { key: "threads.parent.unknown" });
    const setting = await readReplySetting(forum.db, threadId, parentId);
    const { person } = visit;
    if (!person) return { ...setting, notes: noNotes };
    const { parent, pace } = await findReplyPlace(forum.db, person, setting.thread_id, setting.id);
    if (!handedBack) allow(mayReply(person, setting, parent));
    const asking = { now: forum.now(), limits: forum.limits };
    return { ...setting, notes: await readPaceNotes(forum.db, person, pace, asking) };
  }).catch((error: unknown) => orTextKept(visit, request, error));
  if (!parent) return null;
  const parentId = parent.parent_id === null ? null : parent.id;
  const place = placeAddress({ form: "reply", threadId: parent.thread_id, parentId });
  const quote = parent.isWithdrawn ? undefined : quoted(parent, query);
  const { draft, ...others } = visit.handedBack
    ? noDrafts
    : await orErrorPage(() => readFormDrafts(forum.db, visit.person, place, query));
  return {
    key: randomUUID(),
    quote,
    draft: draft && withQuote(draft, quote),
    ...others,
    threadId: parent.thread_id,
    thread: { id: parent.thread_id, title: parent.title, slug: parent.slug },
    parentId,
    author: parent.author,
    html: parent.isWithdrawn ? "" : shownHtml(parent),
    norms: parent.norms,
    threadAuthor: parent.threadAuthor,
    isNew: await needsNorms(forum.db, visit.person, parent.thread_id),
    notes: parent.notes,
  };
}

/** The quotation that an address asks for: its passage, or the whole post where that is empty. */
function quoted(post: { id: number; author: string; body: string }, query: URLSearchParams) {
  const passage = query.get("quote");
  if (passage === null) return undefined;
  return passage.trim() === ""
    ? quoteWhole(post, post.body)
    : quotePassage(post, passage, query.has("code"));
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const { db, forum, form, now } = received;
    const { sessionId } = received.visit;
    const person = signedIn(received);
    const threadId = readThreadId(args.params.thread);
    if (threadId === null) throw new Refusal(404, { key: "threads.not-found" });
    const draft = readReplyDraft(form);
    const key = sendingOf(form, `/threads/${threadId}/reply`);
    const location = await postReply(db, person, threadId, draft, {
      now,
      limits: forum.limits,
      key,
      draft: readSentDraft(form, randomUUID()),
      ask: asksOnce(received, person, `/threads/${threadId}/reply`, { body: draft.body }),
      // In the reply's own transaction, for one of its own would cost as much again.
      tell: async (trx, address) =>
        sessionId && setFlash(trx, sessionId, { key: "write.done.reply" }, { address, now }),
    });
    return goOn(received, location, (await findHeld(db, person, now)) ?? undefined);
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? pageHead({ title: say("write.reply.title", { author: data.author }), isPrivate: true })
    : [];

export default function ThreadReply() {
  const data = useLoaderData<typeof loader>();
  const handedBack = useActionData<HandedBack>();
  if (!data) return <TextKept handedBack={handedBack} />;
  return (
    <>
      <main id="main">
        <header className="page-head">
          <p className="meta">
            <a href={threadPath(data.thread)}>{data.thread.title}</a>
          </p>
          <h1>{say("write.reply.title", { author: data.author })}</h1>
        </header>
        <PaceNote author={data.author} {...data.notes} />
        {data.html && <Answered {...data} isFolded={Boolean(handedBack?.nudge)} />}
        <OtherDrafts
          lead={say("drafts.others.replies", { count: data.otherCount })}
          drafts={data.others}
          count={data.otherCount}
        />
        {data.isNew && <NormsFirst author={data.threadAuthor} norms={data.norms} />}
        <ReplyForm
          action={`/threads/${data.threadId}/reply`}
          formKey={data.key}
          handedBack={handedBack}
          draft={data.draft}
          parentId={data.parentId}
          body={data.quote}
        />
      </main>
      {!data.isNew && <NormsBeside author={data.threadAuthor} norms={data.norms} />}
    </>
  );
}

/** What is answered; folded where a question about the answer comes first. */
function Answered({ author, html, isFolded }: { author: string; html: string; isFolded: boolean }) {
  const name = say("threads.margin.opening", { author });
  if (isFolded) {
    return (
      <details className="more">
        <summary>{name}</summary>
        <Html html={html} />
      </details>
    );
  }
  return (
    <section
      className="answered"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a long post scrolls here, by keyboard too
      tabIndex={0}
      aria-label={name}
    >
      <Html html={html} />
    </section>
  );
}
