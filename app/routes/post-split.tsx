import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { demandTitle, readId } from "../composing/draft.ts";
import { mayModerate } from "../permissions.ts";
import { goOn, orErrorPage, receive, signedIn, signInFirst } from "../receive.server.ts";
import { allow, type HandedBack, Refusal } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { findReply, splitBranch } from "../threads/split-branch.server.ts";
import { ThreadActPage } from "../threads/thread-act-page.tsx";
import { TextField } from "../ui/field.tsx";
import { pageHead } from "../ui/page-head.ts";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  signInFirst(visit, request);
  return orErrorPage(async () => {
    if (!visit.handedBack) allow(mayModerate(visit.person));
    const post = await findReply(forum.db, readId(params.post ?? ""));
    const { id, author, reply_count: count, title, slug } = post;
    return { id, author, count, thread: { id: post.thread_id, title, slug } };
  });
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const { db, form, now, forum } = received;
    const person = signedIn(received);
    const postId = readId(args.params.post ?? "");
    if (postId === null) throw new Refusal(404, { key: "threads.post.not-found" });
    const title = demandTitle(form);
    const reason = form.get("reason") ?? "";
    const wish = { title, reason, limits: forum.limits, now };
    const location = await splitBranch(db, person, postId, wish);
    return goOn(received, location, { key: "shields.split.done" });
  });
}

export const meta: MetaFunction = () =>
  pageHead({ title: say("shields.split.title"), isPrivate: true });

export default function PostSplit() {
  const { id, author, count, thread } = useLoaderData<typeof loader>();
  const handedBack = useActionData<HandedBack>();
  return (
    <ThreadActPage
      thread={thread}
      title={say("shields.split.title")}
      text={say("shields.split.text", { author, count })}
      action={`/posts/${id}/split`}
      button={say("shields.split.do")}
      act="split"
      handedBack={handedBack}
    >
      <TextField name="title" label={say("shields.split.field")} handedBack={handedBack} required />
    </ThreadActPage>
  );
}
