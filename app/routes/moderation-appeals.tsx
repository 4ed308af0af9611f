import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AppealList } from "../appeals/appeal-list.tsx";
import { listAppeals } from "../appeals/list-appeals.server.ts";
import { readPlainCursor } from "../cursor.ts";
import { countWaiting } from "../desk/count-waiting.server.ts";
import { ModerationPage } from "../desk/moderation-page.tsx";
import { moderatorsOnly } from "../desk/moderators-only.server.ts";
import { say } from "../strings/say.ts";
import { pageHead } from "../ui/page-head.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  await moderatorsOnly(visit, request);
  const after = new URL(request.url).searchParams.get("after");
  const page = await listAppeals(forum.db, after);
  return {
    ...page,
    isEnd: readPlainCursor(after) !== null,
    now: forum.now(),
    waiting: await countWaiting(forum.db),
  };
}

export const meta: MetaFunction = () => pageHead({ title: say("appeals.title"), isPrivate: true });

export default function ModerationAppeals() {
  const { waiting, ...list } = useLoaderData<typeof loader>();
  return (
    <ModerationPage
      title={say("appeals.title")}
      lead={say("appeals.lead")}
      here="appeals"
      waiting={waiting}
    >
      <AppealList {...list} />
    </ModerationPage>
  );
}
