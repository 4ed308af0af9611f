import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AppealView } from "../appeals/appeal-view.tsx";
import { decideAppeal } from "../appeals/decide-appeal.server.ts";
import { readAppeal } from "../appeals/read-appeal.server.ts";
import { readId } from "../composing/draft.ts";
import { countWaiting } from "../desk/count-waiting.server.ts";
import { KeptWords } from "../desk/kept-words.tsx";
import { findActLine } from "../desk/list-acts.server.ts";
import { ModerationPage } from "../desk/moderation-page.tsx";
import { moderatorOf, moderatorsOnly } from "../desk/moderators-only.server.ts";
import { goOn, orErrorPage, receive } from "../receive.server.ts";
import type { HandedBack } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { pageHead } from "../ui/page-head.ts";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  const moderator = await moderatorsOnly(visit, request);
  if (!moderator) return null;
  const { db } = forum;
  const id = readId(params.appeal ?? "");
  const appeal = await orErrorPage(() => readAppeal(db, moderator, id, forum.now()));
  const act = await findActLine(db, appeal.actId);
  return { appeal, act, waiting: await countWaiting(db) };
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const { db, form, now } = received;
    const moderator = moderatorOf(received);
    const id = readId(args.params.appeal ?? "");
    const { name } = await readAppeal(db, moderator, id, now);
    const actId = await decideAppeal(db, moderator, id ?? 0, {
      ...{ verdict: form.get("verdict") ?? "", reason: form.get("reason") ?? "", now },
    });
    return goOn(received, "/moderation/appeals", {
      key: "appeals.done",
      values: { name, change: `/log/${actId}` },
    });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageHead({
    title: data ? say("appeals.of", { name: data.appeal.name }) : say("appeals.title"),
    isPrivate: true,
  });

export default function ModerationAppeal() {
  const data = useLoaderData<typeof loader>();
  const handedBack = useActionData<HandedBack>();
  if (!data) return <KeptWords handedBack={handedBack} />;
  const { appeal, act, waiting } = data;
  return (
    <ModerationPage
      title={say("appeals.of", { name: appeal.name })}
      here="appeals"
      waiting={waiting}
    >
      <AppealView appeal={appeal} act={act} handedBack={handedBack} />
    </ModerationPage>
  );
}
