import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readId } from "../composing/draft.ts";
import { choicesToBegin } from "../desk/choices.ts";
import { countWaiting } from "../desk/count-waiting.server.ts";
import { readDecision } from "../desk/decision-draft.ts";
import { KeptWords } from "../desk/kept-words.tsx";
import { moderatorOf, moderatorsOnly } from "../desk/moderators-only.server.ts";
import { PostToModerate } from "../desk/post-to-moderate.tsx";
import { casePath } from "../desk/queue.ts";
import { readPostToModerate } from "../desk/read-post-to-moderate.server.ts";
import { openCase } from "../moderation/open-case.server.ts";
import { findShown } from "../posts/find-place.server.ts";
import { goOn, orErrorPage, receive } from "../receive.server.ts";
import { type HandedBack, WrongForm } from "../refusals.ts";
import { listRules } from "../rules/list-rules.server.ts";
import { say } from "../strings/say.ts";
import { pageHead } from "../ui/page-head.ts";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  const moderator = await moderatorsOnly(visit, request);
  if (!moderator) return null;
  const { db } = forum;
  const postId = readId(params.post ?? "");
  const found = await orErrorPage(() => readPostToModerate(db, postId, forum.now()));
  const { openCaseId, post, record, authorId } = found;
  if (openCaseId !== null && !visit.handedBack) throw redirect(casePath(openCaseId));
  return {
    ...{ post, record, openCaseId, isOwn: authorId === moderator.id },
    ...{ rules: await listRules(db), waiting: await countWaiting(db) },
  };
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const { db, forum, form, now } = received;
    const moderator = moderatorOf(received);
    const postId = readId(args.params.post ?? "");
    const { post } = await readPostToModerate(db, postId, now);
    const { version: _, ...decision } = readDecision(form);
    if (!choicesToBegin.includes(decision.kind)) {
      throw new WrongForm({ kind: { key: "moderation.decide.missing" } });
    }
    const id = await openCase(db, moderator, post.id, {
      ...{ ...decision, limits: forum.limits, now },
    });
    return goOn(received, await findShown(db, post.id), {
      key: "moderation.post.done",
      values: { author: post.author, change: `/log/${id}` },
    });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageHead({
    title: data
      ? say("moderation.post.title", { author: data.post.author })
      : say("moderation.title"),
    isPrivate: true,
  });

export default function PostModerate() {
  const data = useLoaderData<typeof loader>();
  const handedBack = useActionData<HandedBack>();
  if (!data) return <KeptWords handedBack={handedBack} />;
  return <PostToModerate {...data} handedBack={handedBack} />;
}
