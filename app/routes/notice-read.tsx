import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { readId } from "../composing/draft.ts";
import { safeRedirect } from "../http/safe-redirect.ts";
import { spend } from "../limits/spend.server.ts";
import { findNotice } from "../notices/list-notices.server.ts";
import { markRead } from "../notices/mark-read.server.ts";
import { NoticeRefused } from "../notices/notice-refused.tsx";
import { goOn, receive, signedIn } from "../receive.server.ts";
import { Refusal } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { pageHead } from "../ui/page-head.ts";

/** There is nothing to read here but why a press was refused. */
export async function loader({ context }: LoaderFunctionArgs) {
  if (context.visit.handedBack) return null;
  throw redirect("/inbox");
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const person = signedIn(received);
    const { db, forum, now } = received;
    await spend(db, "notice.person", person.id, now, forum.limits);
    const notice = await findNotice(db, person.id, readId(args.params.notice ?? ""));
    if (!notice) throw new Refusal(404, { key: "inbox.not-found" });
    await markRead(db, person.id, notice.id, now);
    const next = safeRedirect(received.form.get("next"));
    const after = readId(received.form.get("after") ?? "");
    // Whoever goes through them by keys goes on where they are.
    const place = after === null ? "" : `#notice-${after}`;
    return goOn(received, (next === "/" ? "/inbox" : next) + place);
  });
}

export const meta: MetaFunction = () => pageHead({ title: say("inbox.title"), isPrivate: true });

export default NoticeRefused;
