import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { spend } from "../limits/spend.server.ts";
import { stoppableKinds } from "../notices/kinds.ts";
import { NoticeRefused } from "../notices/notice-refused.tsx";
import { stopKind } from "../notices/stop-notices.server.ts";
import { goOn, receive, signedIn } from "../receive.server.ts";
import { WrongForm } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { pageHead } from "../ui/page-head.ts";

/** There is nothing to read here but why a press was refused. */
export async function loader({ context }: LoaderFunctionArgs) {
  if (context.visit.handedBack) return null;
  throw redirect("/inbox");
}

/** Stops a kind of notice, or starts it again. */
export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const person = signedIn(received);
    const { db, forum, form, now } = received;
    const kind = stoppableKinds.find((each) => each === form.get("kind"));
    const stopped = form.get("stopped");
    if (!kind || (stopped !== "1" && stopped !== "0")) {
      throw new WrongForm({ "": { key: "inbox.wrong" } });
    }
    await spend(db, "notice.person", person.id, now, forum.limits);
    const isChanged = await stopKind(db, person.id, kind, stopped === "1", now);
    const started = { key: isChanged ? "inbox.undone" : "inbox.undone.not" } as const;
    return goOn(received, "/inbox", stopped === "1" ? undefined : started);
  });
}

export const meta: MetaFunction = () => pageHead({ title: say("inbox.title"), isPrivate: true });

export default NoticeRefused;
