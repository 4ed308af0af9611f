import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EditForm } from "../composing/composer.tsx";
import { readEditDraft, readId } from "../composing/draft.ts";
import { readSentDraft } from "../composing/kept-draft.ts";
import { noDrafts, readFormDrafts } from "../composing/read-form-drafts.server.ts";
import { TextKept } from "../composing/text-kept.tsx";
import { spend } from "../limits/spend.server.ts";
import { LogLine } from "../log/log-line.tsx";
import { readEntries } from "../log/read-log.server.ts";
import { rewritePost } from "../moderation/rewrite-post.server.ts";
import { readRewrite } from "../posts/read-rewrite.server.ts";
import { RewriteView } from "../posts/rewrite-view.tsx";
import {
  goOn,
  orErrorPage,
  orTextKept,
  receive,
  signedIn,
  signInFirst,
} from "../receive.server.ts";
import { type HandedBack, Refusal } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { threadPath } from "../threads/thread-path.ts";
import { pageHead } from "../ui/page-head.ts";

export const handle = { hydrates: true };

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  const { db } = forum;
  signInFirst(visit, request);
  const post = await orErrorPage(() =>
    readRewrite(db, visit.person, readId(params.post ?? "")),
  ).catch((error: unknown) => orTextKept(visit, request, error));
  if (!post) return null;
  const query = new URL(request.url).searchParams;
  const { draft } =
    visit.handedBack || !post.mayRewrite
      ? noDrafts
      : await orErrorPage(() =>
          readFormDrafts(db, visit.person, `/posts/${post.id}/rewrite`, query),
        );
  const [decision] = post.act ? await readEntries(db, [post.act.id]) : [];
  return { post, draft, decision: decision ?? null, key: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const person = signedIn(received);
    const postId = readId(args.params.post ?? "");
    if (postId === null) throw new Refusal(404, { key: "threads.post.not-found" });
    const { db, forum, form, now } = received;
    const { body, version, title } = readEditDraft(form);
    await spend(db, "change.person", person.id, now, forum.limits);
    const { path, outcome } = await rewritePost(
      db,
      person,
      postId,
      { body, version, title },
      {
        ...{ now, limits: forum.limits, scorer: forum.scorer },
        draft: readSentDraft(form, randomUUID()),
      },
    );
    return goOn(received, path, { key: `rewrite.done.${outcome}` });
  });
}

export const meta: MetaFunction = () => pageHead({ title: say("rewrite.title"), isPrivate: true });

export default function PostRewrite() {
  const data = useLoaderData<typeof loader>();
  const handedBack = useActionData<HandedBack>();
  if (!data) return <TextKept handedBack={handedBack} />;
  const { post, draft, decision, key } = data;
  return (
    <main id="main">
      <header className="page-head">
        <p className="meta">
          <a href={threadPath(post.thread)}>{post.thread.title}</a>
        </p>
        <h1>{say("rewrite.title")}</h1>
      </header>
      <RewriteView
        post={post}
        decision={decision && <LogLine entry={decision} />}
        form={
          (post.mayRewrite || handedBack) && (
            <EditForm
              action={`/posts/${post.id}/rewrite`}
              formKey={key}
              handedBack={handedBack}
              draft={draft}
              body={post.body}
              version={post.version}
              opening={post.title === null ? null : { title: post.title, topics: null }}
              topicNames={[]}
            />
          )
        }
      />
    </main>
  );
}
