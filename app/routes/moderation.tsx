import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { countWaiting } from "../desk/count-waiting.server.ts";
import { listCases } from "../desk/list-cases.server.ts";
import { ModerationPage } from "../desk/moderation-page.tsx";
import { moderatorsOnly } from "../desk/moderators-only.server.ts";
import { readPart, readPlace } from "../desk/queue.ts";
import { QueueView } from "../desk/queue-view.tsx";
import { say } from "../strings/say.ts";
import { pageHead } from "../ui/page-head.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  await moderatorsOnly(visit, request);
  const query = new URL(request.url).searchParams;
  const part = readPart(query.get("show"));
  const after = query.get("after");
  const page = await listCases(forum.db, part, after);
  return {
    ...page,
    part,
    isFirst: readPlace(after) === null,
    waiting: await countWaiting(forum.db),
  };
}

export const meta: MetaFunction = () =>
  pageHead({ title: say("moderation.title"), isPrivate: true });

export default function Moderation() {
  const { waiting, ...queue } = useLoaderData<typeof loader>();
  return (
    <ModerationPage
      title={say("moderation.title")}
      lead={say("moderation.queue.lead")}
      here={queue.part}
      waiting={waiting}
    >
      <QueueView {...queue} />
    </ModerationPage>
  );
}
