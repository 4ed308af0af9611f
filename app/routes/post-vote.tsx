import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { readId } from "../composing/draft.ts";
import { findPlace } from "../posts/find-place.server.ts";
import { PressRefused } from "../posts/press-refused.tsx";
import { goOn, orErrorPage, receive, signedIn } from "../receive.server.ts";
import { say } from "../strings/say.ts";
import { pageHead } from "../ui/page-head.ts";
import { readVoteWish } from "../votes/ballot.ts";
import { castVote } from "../votes/cast-vote.server.ts";
import { pageBefore } from "../votes/page-before.ts";

/** There is nothing to read here but why a vote was refused. Whoever is signed out signs in to vote. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  const id = readId(params.post ?? "");
  if (visit.handedBack) return { id: visit.handedBack.status === 404 ? null : id };
  const { path } = await orErrorPage(() => findPlace(forum.db, id));
  throw redirect(visit.person ? path : `/sign-in?next=${encodeURIComponent(path)}`);
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const person = signedIn(received);
    const { db, forum, form, now } = received;
    const wish = readVoteWish(form);
    const postId = readId(args.params.post ?? "") ?? 0;
    const path = await castVote(db, person, postId, wish, now, forum.limits);
    if (form.get("from") === "why") return goOn(received, `/posts/${postId}/why`);
    const referer = args.request.headers.get("referer");
    return goOn(received, pageBefore(referer, forum.origin, path) ?? path);
  });
}

export const meta: MetaFunction = () => pageHead({ title: say("votes.vote"), isPrivate: true });

export default PressRefused;
