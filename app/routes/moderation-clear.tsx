import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readId } from "../composing/draft.ts";
import { ClearView } from "../desk/clear-view.tsx";
import { type ClearCase, listClearCases } from "../desk/list-clear-cases.server.ts";
import { spend } from "../limits/spend.server.ts";
import { clearCase } from "../moderation/clear-case.server.ts";
import { isVerdict } from "../moderation/clear-cases.ts";
import { mayClear } from "../permissions.ts";
import { goOn, orErrorPage, receive, signedIn, signInFirst } from "../receive.server.ts";
import { allow, type HandedBack, WrongForm } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { HandedBackNote } from "../ui/handed-back.tsx";
import { pageHead } from "../ui/page-head.ts";

const PATH = "/moderation/clear";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  signInFirst(visit, request);
  const { person } = visit;
  // A press that comes back to nobody shows nothing but why.
  if (!person) return { cases: [] as ClearCase[] };
  return { cases: await orErrorPage(() => listClearCases(forum.db, person)) };
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const person = signedIn(received);
    const { db, forum, form, now } = received;
    allow(mayClear(person));
    const verdict = form.get("verdict") ?? "";
    const version = readId(form.get("version") ?? "") ?? 0;
    if (!isVerdict(verdict)) throw new WrongForm({ "": { key: "clearing.missing" } });
    await spend(db, "clearing.person", person.id, now, forum.limits);
    const caseId = readId(form.get("case") ?? "") ?? 0;
    const done = await clearCase(db, person, caseId, { verdict, version, now });
    return goOn(received, PATH, { key: `clearing.${done}` });
  });
}

export const meta: MetaFunction = () => pageHead({ title: say("clearing.title"), isPrivate: true });

export default function ModerationClear() {
  const { cases } = useLoaderData<typeof loader>();
  return (
    <main id="main" className="moderation">
      <header className="page-head">
        <h1>{say("clearing.title")}</h1>
        <p className="prose">{say("clearing.lead")}</p>
      </header>
      <HandedBackNote form={useActionData<HandedBack>()} isPress />
      <ClearView cases={cases} />
    </main>
  );
}
