import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { readId } from "../composing/draft.ts";
import { spend } from "../limits/spend.server.ts";
import { PressRefused } from "../posts/press-refused.tsx";
import { goOn, receive, signedIn } from "../receive.server.ts";
import { releaseHeld } from "../spam/release-held.server.ts";
import { say } from "../strings/say.ts";
import { pageHead } from "../ui/page-head.ts";

/** There is nothing to read here but why a press was refused. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  if (context.visit.handedBack) return { id: readId(params.post ?? "") };
  throw redirect("/held");
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const person = signedIn(received);
    const postId = readId(args.params.post ?? "");
    const { db, forum, now } = received;
    await spend(db, "change.person", person.id, now, forum.limits);
    await releaseHeld(db, person, postId, now);
    return goOn(received, "/held", { key: "spam.let-go.done" });
  });
}

export const meta: MetaFunction = () => pageHead({ title: say("spam.let-go"), isPrivate: true });

export default PressRefused;
