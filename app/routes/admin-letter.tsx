import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AdministrationForm, AdministrationPage } from "../administration/administration-page.tsx";
import {
  administratorOf,
  administratorsOnly,
} from "../administration/administrators-only.server.ts";
import { LetterView } from "../mail/letter-view.tsx";
import { readLetter } from "../mail/read-letters.server.ts";
import { tryAgain } from "../mail/try-again.server.ts";
import { goOn, orErrorPage, receive } from "../receive.server.ts";
import type { HandedBack } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { pageHead } from "../ui/page-head.ts";

const idOf = (part = "") => (/^[1-9]\d{0,14}$/.test(part) ? Number(part) : 0);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  await administratorsOnly(visit, request);
  const setting = { now: forum.now(), goesOut: Boolean(forum.mail) };
  // To whoever may not see it, not even whether there is one.
  const isRefused = visit.person?.role !== "administrator";
  const id = isRefused ? 0 : idOf(params.letter);
  return { letter: await orErrorPage(() => readLetter(forum.db, id, setting)) };
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const administrator = administratorOf(received);
    const id = idOf(args.params.letter);
    await tryAgain(received.db, administrator, id, received.now);
    return goOn(received, `/admin/letters/${id}`, { key: "letters.admin.again.done" });
  });
}

export const meta: MetaFunction = () =>
  pageHead({ title: say("letters.admin.one"), isPrivate: true });

export default function AdminLetter() {
  const { letter } = useLoaderData<typeof loader>();
  const handedBack = useActionData<HandedBack>();
  const { id, kind, state, subject, hidden } = letter;
  const mayTryAgain = state !== "sent" && state !== "sending" && hidden !== "gone";
  return (
    <AdministrationPage
      path="/admin/letters"
      title={subject ?? say("letters.admin.subject.none", { kind })}
    >
      <LetterView letter={letter} />
      {mayTryAgain && (
        <AdministrationForm
          action={`/admin/letters/${id}`}
          submit={say(state === "doubt" ? "letters.admin.again.doubt" : "letters.admin.again")}
          handedBack={handedBack}
        />
      )}
    </AdministrationPage>
  );
}
