import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readId } from "../composing/draft.ts";
import { spend } from "../limits/spend.server.ts";
import { UndoForm } from "../log/act-forms.tsx";
import { ActPage } from "../log/act-page.tsx";
import { readAct } from "../log/read-act.server.ts";
import { demandUndo, refuseOpen, refuseUndone } from "../moderation/demand-undo.ts";
import { undoAct } from "../moderation/undo-act.server.ts";
import { mayModerate } from "../permissions.ts";
import { goOn, orErrorPage, receive, signedIn, signInFirst } from "../receive.server.ts";
import { allow, type HandedBack, Refusal } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { pageHead } from "../ui/page-head.ts";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  signInFirst(visit, request);
  return orErrorPage(async () => {
    if (!visit.handedBack) allow(mayModerate(visit.person));
    const { entry, action } = await readAct(forum.db, readId(params.act ?? "") ?? 0);
    if (!visit.handedBack) {
      refuseUndone(entry.undoneById);
      refuseOpen(demandUndo(action?.kind ?? null), action?.openCaseId ?? null);
    }
    return { entry };
  });
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const person = signedIn(received);
    const { db, forum, form, now } = received;
    const id = readId(args.params.act ?? "");
    if (id === null) throw new Refusal(404, { key: "log.act.none" });
    await spend(db, "change.person", person.id, now, forum.limits);
    const undoneById = await undoAct(db, person, id, { reason: form.get("reason") ?? "", now });
    return goOn(received, `/log/${undoneById}`, { key: "log.undo.done" });
  });
}

export const meta: MetaFunction = () => pageHead({ title: say("log.undo.title"), isPrivate: true });

export default function LogUndo() {
  const { entry } = useLoaderData<typeof loader>();
  return (
    <ActPage title={say("log.undo.title")} lead={say("log.undo.lead")} entry={entry}>
      <UndoForm id={entry.id} handedBack={useActionData<HandedBack>()} />
    </ActPage>
  );
}
