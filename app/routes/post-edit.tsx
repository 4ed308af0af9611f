import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EditForm } from "../composing/composer.tsx";
import { readEditDraft, readId } from "../composing/draft.ts";
import { readSentDraft } from "../composing/kept-draft.ts";
import { OtherDrafts } from "../composing/other-drafts.tsx";
import { noDrafts, readFormDrafts } from "../composing/read-form-drafts.server.ts";
import { TextKept } from "../composing/text-kept.tsx";
import { spend } from "../limits/spend.server.ts";
import { asksOnce } from "../nudges/ask-once.server.ts";
import { mayEdit } from "../permissions.ts";
import { findDifference } from "../posts/difference.ts";
import { Difference } from "../posts/difference-view.tsx";
import { readPost, readTopicNames } from "../posts/read-post.server.ts";
import {
  goOn,
  orErrorPage,
  orTextKept,
  receive,
  signedIn,
  signInFirst,
} from "../receive.server.ts";
import { allow, type HandedBack, Refusal } from "../refusals.ts";
import { findHeld } from "../spam/find-held.server.ts";
import { say } from "../strings/say.ts";
import { editPost } from "../threads/edit-post.server.ts";
import { threadPath } from "../threads/thread-path.ts";
import { listTopics } from "../topics/list-topics.server.ts";
import { pageHead } from "../ui/page-head.ts";

export const handle = { hydrates: true };

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  signInFirst(visit, request);
  const post = await orErrorPage(async () => {
    const read = await readPost(forum.db, readId(params.post ?? ""));
    if (!visit.handedBack) allow(mayEdit(visit.person, read, read));
    return read;
  }).catch((error: unknown) => orTextKept(visit, request, error));
  if (!post) return null;
  const isOwn = post.authorId === visit.person?.id;
  const isOpening = post.parent_id === null;
  const { handedBack } = visit;
  const query = new URL(request.url).searchParams;
  const place = `/posts/${post.id}/edit`;
  const { draft, ...others } = handedBack
    ? noDrafts
    : await orErrorPage(() => readFormDrafts(forum.db, visit.person, place, query));
  return {
    draft,
    ...others,
    hasMovedOn: draft !== null && draft.values.version !== String(post.version),
    id: post.id,
    key: randomUUID(),
    thread: { id: post.thread_id, title: post.title, slug: post.slug },
    // Withdrawn words are their author's alone; a form that comes back carries its sender's own.
    body: isOwn ? post.body : "",
    version: post.version,
    opening: isOpening
      ? { title: post.title, topics: (await readTopicNames(forum.db, post.thread_id)).join(", ") }
      : null,
    topicNames: isOpening ? (await listTopics(forum.db)).map((topic) => topic.name) : [],
    newer:
      handedBack?.status === 409 && isOwn
        ? findDifference(handedBack.values.body ?? "", post.body)
        : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const person = signedIn(received);
    const postId = readId(args.params.post ?? "");
    if (postId === null) throw new Refusal(404, { key: "threads.post.not-found" });
    const { db, forum, now } = received;
    const draft = readEditDraft(received.form);
    await spend(db, "change.person", person.id, now, forum.limits);
    const location = await editPost(db, person, postId, draft, {
      ...{ now, limits: forum.limits },
      draft: readSentDraft(received.form, randomUUID()),
      ask: asksOnce(received, person, `/posts/${postId}/edit`, draft),
    });
    const held = await findHeld(db, person, now);
    return goOn(received, location, held ?? { key: "write.done.edit" });
  });
}

export const meta: MetaFunction = () =>
  pageHead({ title: say("write.edit.title"), isPrivate: true });

export default function PostEdit() {
  const data = useLoaderData<typeof loader>();
  const handedBack = useActionData<HandedBack>();
  if (!data) return <TextKept handedBack={handedBack} />;
  return (
    <main id="main">
      <header className="page-head">
        <p className="meta">
          <a href={`/posts/${data.id}`}>{data.thread.title}</a>
        </p>
        <h1>{say("write.edit.title")}</h1>
        <p className="prose">{say("write.edit.lead")}</p>
      </header>
      {data.newer && (
        <section className="box" aria-labelledby="newer">
          <h2 id="newer">{say("write.edit.newer")}</h2>
          <p>{say("write.edit.newer.text")}</p>
          <Difference pieces={data.newer} />
        </section>
      )}
      {data.hasMovedOn && <p className="box">{say("drafts.moved-on")}</p>}
      <OtherDrafts
        lead={say("drafts.others.edits", { count: data.otherCount })}
        drafts={data.others}
        count={data.otherCount}
      />
      <EditForm
        action={`/posts/${data.id}/edit`}
        formKey={data.key}
        draft={data.draft}
        handedBack={handedBack}
        body={data.body}
        version={data.version}
        opening={data.opening}
        topicNames={data.topicNames}
      />
      <p>
        <a className="plain" href={threadPath(data.thread)}>
          {say("threads.back")}
        </a>
      </p>
    </main>
  );
}
