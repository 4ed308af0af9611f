import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { readId } from "../composing/draft.ts";
import { spend } from "../limits/spend.server.ts";
import { findNotice } from "../notices/list-notices.server.ts";
import { NoticeRefused } from "../notices/notice-refused.tsx";
import { isLoud, startLike, stopLike } from "../notices/stop-notices.server.ts";
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
    const { db, forum, form, now } = received;
    await spend(db, "notice.person", person.id, now, forum.limits);
    const notice = await findNotice(db, person.id, readId(args.params.notice ?? ""));
    if (!notice) throw new Refusal(404, { key: "inbox.not-found" });
    const undo = form.get("undo");
    if (undo === null) {
      const was = await stopLike(db, notice, now);
      return goOn(received, `/inbox?stopped=${notice.id}&was=${was ?? "none"}`);
    }
    const isChanged = await startLike(db, notice, isLoud(undo) ? undo : null, now);
    return goOn(received, "/inbox", { key: isChanged ? "inbox.undone" : "inbox.undone.not" });
  });
}

export const meta: MetaFunction = () => pageHead({ title: say("inbox.title"), isPrivate: true });

export default NoticeRefused;
