import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { PostState } from "#db/schema.ts";
import { readId } from "../composing/draft.ts";
import { spend } from "../limits/spend.server.ts";
import { isAway } from "../moderation/states.ts";
import { mayRestore, mayWithdraw } from "../permissions.ts";
import { readPost } from "../posts/read-post.server.ts";
import { withdrawPost } from "../posts/withdraw-post.server.ts";
import { goOn, orErrorPage, receive, signedIn, signInFirst } from "../receive.server.ts";
import { allow, type HandedBack, Refusal } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { HandedBackNote } from "../ui/handed-back.tsx";
import { pageHead } from "../ui/page-head.ts";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  signInFirst(visit, request);
  const post = await orErrorPage(async () => {
    const read = await readPost(forum.db, readId(params.post ?? ""));
    if (!visit.handedBack) {
      allow(isShownAgain(read) ? mayRestore(visit.person, read) : mayWithdraw(visit.person, read));
    }
    return read;
  });
  return { id: post.id, deed: isShownAgain(post) ? ("restore" as const) : ("withdraw" as const) };
}

/** What is kept away is withdrawn by that, whether its author took it back or not. */
const isShownAgain = (post: { state: PostState; isWithdrawn: boolean; isTakenBack: boolean }) =>
  isAway(post.state) ? post.isTakenBack : post.isWithdrawn;

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const person = signedIn(received);
    const postId = readId(args.params.post ?? "");
    if (postId === null) throw new Refusal(404, { key: "threads.post.not-found" });
    const { db, forum, form, now } = received;
    const isRestored = form.get("restore") === "1";
    await spend(db, "change.person", person.id, now, forum.limits);
    const location = await withdrawPost(db, person, postId, { isRestored, now });
    return goOn(received, location, { key: isRestored ? "restore.done" : "withdraw.done" });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageHead({ title: say(`${data?.deed ?? "withdraw"}.title`), isPrivate: true });

export default function PostWithdraw() {
  const { id, deed } = useLoaderData<typeof loader>();
  const handedBack = useActionData<HandedBack>();
  return (
    <main id="main">
      <h1>{say(`${deed}.title`)}</h1>
      <form className="form" method="post" action={`/posts/${id}/withdraw`}>
        <HandedBackNote form={handedBack} />
        {deed === "restore" && <input type="hidden" name="restore" value="1" />}
        <p className="prose">{say(`${deed}.text`)}</p>
        <p className="row">
          <button type="submit" className="button first">
            {say(`${deed}.do`)}
          </button>
          <a className="plain" href={`/posts/${id}`}>
            {say("threads.back")}
          </a>
        </p>
      </form>
    </main>
  );
}
