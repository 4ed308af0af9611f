import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readPlainCursor } from "../cursor.ts";
import { countWaiting } from "../desk/count-waiting.server.ts";
import { ModerationPage } from "../desk/moderation-page.tsx";
import { moderatorsOnly } from "../desk/moderators-only.server.ts";
import { listMailboxes } from "../mailbox/list-mailboxes.server.ts";
import { MailboxList } from "../mailbox/mailbox-list.tsx";
import { say } from "../strings/say.ts";
import { pageHead } from "../ui/page-head.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  await moderatorsOnly(visit, request);
  const query = new URL(request.url).searchParams;
  const which = query.get("show") === "all" ? ("all" as const) : ("waiting" as const);
  const after = query.get("after");
  const page = await listMailboxes(forum.db, which, after);
  const isEnd = readPlainCursor(after) !== null;
  return { ...page, which, isEnd, waiting: await countWaiting(forum.db) };
}

export const meta: MetaFunction = () =>
  pageHead({ title: say("mailbox.list.title"), isPrivate: true });

export default function ModerationMailboxes() {
  const { waiting, ...list } = useLoaderData<typeof loader>();
  return (
    <ModerationPage
      title={say("mailbox.list.title")}
      lead={say("mailbox.list.lead")}
      here="mailbox"
      waiting={waiting}
    >
      <MailboxList {...list} />
    </ModerationPage>
  );
}
