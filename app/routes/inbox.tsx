import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readId } from "../composing/draft.ts";
import { readPlainCursor, writeCursor } from "../cursor.ts";
import { listFollowing } from "../following/list-following.server.ts";
import { readWish } from "../letters/read-wish.server.ts";
import { USUAL } from "../letters/wish.ts";
import { spend } from "../limits/spend.server.ts";
import { describeNotices } from "../notices/describe-notices.server.ts";
import { type Followed, InboxMargin } from "../notices/inbox-margin.tsx";
import { InboxView } from "../notices/inbox-view.tsx";
import type { NoticeKind } from "../notices/kinds.ts";
import { findNotice, type InboxShown, listNotices } from "../notices/list-notices.server.ts";
import { markAllRead } from "../notices/mark-read.server.ts";
import type { Notice } from "../notices/notice.ts";
import { findStopped, isLoud, listStopped } from "../notices/stop-notices.server.ts";
import { goOn, receive, signedIn, signInFirst } from "../receive.server.ts";
import { say } from "../strings/say.ts";
import { pageHead } from "../ui/page-head.ts";

/** Of what its reader follows, as much stands beside the inbox. */
const FOLLOWS = 5;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  signInFirst(visit, request);
  const person = visit.person;
  // A form that comes back to nobody shows nothing but why.
  if (!person) return nobodys;
  const reader = { id: person.id, muteCount: visit.muteCount };
  const query = new URL(request.url).searchParams;
  const shown = query.get("show");
  const show: InboxShown = shown === "all" || shown === "decisions" ? shown : "new";
  const cursor = readPlainCursor(query.get("after"));
  const after = cursor && writeCursor(cursor);
  const page = await listNotices(forum.db, reader, show, after);
  const { lines } = await listFollowing(forum.db, person, "all", null);
  const stops = await listStopped(forum.db, person.id);
  const told = [...page.notices, ...page.read];
  const undone = await findNotice(forum.db, person.id, readId(query.get("stopped") ?? ""));
  const was = query.get("was");
  return {
    ...{ ...page, show, after, until: forum.now() },
    follows: lines
      .filter(({ level }) => level !== "nothing")
      .slice(0, FOLLOWS)
      .map(({ kind, name, path, level }) => ({ kind, name, path, level })),
    wish: await readWish(forum.db, person.id),
    stops,
    stopped: await findStopped(forum.db, person.id, told, stops),
    undo: undone && {
      notice: (await describeNotices(forum.db, reader, [undone]))[0]!,
      was: was === "kind" || isLoud(was) ? was : "none",
    },
  } as const;
}

const nobodys = {
  ...{ notices: [] as Notice[], read: [] as Notice[], next: null, show: "new" as InboxShown },
  ...{ after: null, until: 0, follows: [] as Followed[], wish: USUAL, stops: [] as NoticeKind[] },
  ...{ stopped: [] as number[], undo: null },
};

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const person = signedIn(received);
    const { db, forum, form, now } = received;
    await spend(db, "notice.person", person.id, now, forum.limits);
    const until = Number(readId(form.get("until") ?? "") ?? now);
    await markAllRead(db, person.id, Math.min(until, now), now);
    return goOn(received, "/inbox", { key: "inbox.marked-all" });
  });
}

export const meta: MetaFunction = () => pageHead({ title: say("inbox.title"), isPrivate: true });

export default function Inbox() {
  const { follows, wish, stops, ...inbox } = useLoaderData<typeof loader>();
  return (
    <>
      <InboxView {...inbox} />
      <InboxMargin follows={[...follows]} wish={wish} stopped={[...stops]} />
    </>
  );
}
