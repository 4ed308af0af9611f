import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { appealAct } from "../appeals/appeal-act.server.ts";
import { readId } from "../composing/draft.ts";
import { spend } from "../limits/spend.server.ts";
import { AppealForm } from "../log/act-forms.tsx";
import { ActPage } from "../log/act-page.tsx";
import { readAct } from "../log/read-act.server.ts";
import { goOn, orErrorPage, receive, signedIn, signInFirst } from "../receive.server.ts";
import { type HandedBack, Refusal } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { pageHead } from "../ui/page-head.ts";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  signInFirst(visit, request);
  return orErrorPage(async () => {
    const { entry, action: act } = await readAct(forum.db, readId(params.act ?? "") ?? 0);
    if (!visit.handedBack && act?.aboutId !== visit.person?.id) {
      throw new Refusal(403, { key: "deeds.appeal.not-yours" });
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
    await appealAct(db, person, id, { body: form.get("body") ?? "", now });
    return goOn(received, `/log/${id}`, { key: "log.appeal.done" });
  });
}

export const meta: MetaFunction = () =>
  pageHead({ title: say("log.appeal.title"), isPrivate: true });

export default function LogAppeal() {
  const { entry } = useLoaderData<typeof loader>();
  return (
    <ActPage title={say("log.appeal.title")} lead={say("log.appeal.lead")} entry={entry}>
      <AppealForm id={entry.id} handedBack={useActionData<HandedBack>()} />
    </ActPage>
  );
}
