import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { spend } from "../limits/spend.server.ts";
import { mayQuiet } from "../permissions.ts";
import { goOn, receive, signedIn } from "../receive.server.ts";
import type { HandedBack } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { quietThread } from "../threads/quiet-thread.server.ts";
import { ThreadActPage } from "../threads/thread-act-page.tsx";
import { pageHead } from "../ui/page-head.ts";
import { demandThreadId, readActedOn } from "./thread-act.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const now = args.context.forum.now();
  const isQuiet = (until: number | null) => until !== null && until > now;
  const thread = await readActedOn(args, (person, { author_id, quiet_until }) =>
    mayQuiet(person, { authorId: author_id }, isQuiet(quiet_until)),
  );
  const { id, title, slug, quiet_until } = thread;
  return { thread: { id, title, slug }, isQuiet: isQuiet(quiet_until) };
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const { db, form, now, forum } = received;
    const person = signedIn(received);
    const threadId = demandThreadId(args.params.thread);
    const isEnded = form.get("undo") === "1";
    await spend(db, "change.person", person.id, now, forum.limits);
    const reason = form.get("reason") ?? "";
    const location = await quietThread(db, person, threadId, { isEnded, reason, now });
    return goOn(received, location, { key: `shields.${isEnded ? "un" : ""}quiet.done` });
  });
}

export const meta: MetaFunction = () =>
  pageHead({ title: say("shields.quiet.title"), isPrivate: true });

export default function ThreadQuiet() {
  const { thread, isQuiet } = useLoaderData<typeof loader>();
  const handedBack = useActionData<HandedBack>();
  const deed = isQuiet ? "unquiet" : "quiet";
  return (
    <ThreadActPage
      thread={thread}
      title={say(`shields.${deed}.title`)}
      text={say(`shields.${deed}.text`)}
      action={`/threads/${thread.id}/quiet`}
      button={say(`shields.${deed}`)}
      handedBack={handedBack}
    >
      {isQuiet && <input type="hidden" name="undo" value="1" />}
    </ThreadActPage>
  );
}
