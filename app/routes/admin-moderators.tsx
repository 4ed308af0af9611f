import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AdministrationPage } from "../administration/administration-page.tsx";
import {
  administratorOf,
  administratorsOnly,
} from "../administration/administrators-only.server.ts";
import { readId } from "../composing/draft.ts";
import { listModerators } from "../desk/list-moderators.server.ts";
import { ModeratorsView, reaches } from "../desk/moderators-view.tsx";
import { readBreaker } from "../moderation/read-breaker.server.ts";
import { undoAllOf } from "../moderation/undo-all-of.server.ts";
import { mayAdminister } from "../permissions.ts";
import { goOn, receive } from "../receive.server.ts";
import { type HandedBack, WrongForm } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { pageHead } from "../ui/page-head.ts";

/** Seconds that count as lately. */
const LATELY = 30 * 86_400;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  await administratorsOnly(visit, request);
  // What comes back to somebody else tells nothing of moderators.
  if (mayAdminister(visit.person)) return { moderators: [], breaker: { isTripped: false } };
  const { isTripped } = await readBreaker(forum.db);
  return {
    moderators: await listModerators(forum.db, forum.now() - LATELY),
    breaker: { isTripped },
  };
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const { db, form, now } = received;
    const administrator = administratorOf(received);
    const moderatorId = readId(form.get("moderator") ?? "");
    if (moderatorId === null) {
      throw new WrongForm({ moderator: { key: "moderators.undo.missing" } });
    }
    const hours = reaches.find((reach) => String(reach) === form.get("hours")) ?? reaches[0];
    const done = await undoAllOf(db, administrator, moderatorId, {
      ...{ since: now - hours * 3600, reason: form.get("reason") ?? "", now },
    });
    return goOn(received, "/admin/moderators", {
      key: "moderators.undo.done",
      values: { undone: done.undone, left: done.left },
    });
  });
}

export const meta: MetaFunction = () =>
  pageHead({ title: say("moderators.title"), isPrivate: true });

export default function AdminModerators() {
  const { moderators, breaker } = useLoaderData<typeof loader>();
  return (
    <AdministrationPage
      path="/admin/moderators"
      title={say("moderators.title")}
      lead={say("moderators.lead")}
    >
      <ModeratorsView
        moderators={moderators}
        breaker={breaker}
        handedBack={useActionData<HandedBack>()}
      />
    </AdministrationPage>
  );
}
