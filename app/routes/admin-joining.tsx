import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { draftOf } from "../accounts/draft-of.ts";
import { AdministrationForm, AdministrationPage } from "../administration/administration-page.tsx";
import {
  administratorOf,
  administratorsOnly,
} from "../administration/administrators-only.server.ts";
import { changeJoining } from "../administration/change-joining.server.ts";
import { Choices, ReasonField } from "../administration/fields.tsx";
import { joinings, readJoiningDraft } from "../administration/joining.ts";
import { readJoining } from "../administration/read-joining.server.ts";
import { goOn, receive } from "../receive.server.ts";
import type { HandedBack } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { pageHead } from "../ui/page-head.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  await administratorsOnly(visit, request);
  return { joining: await readJoining(forum.db) };
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const { db, form, now } = received;
    const administrator = administratorOf(received);
    await changeJoining(db, administrator, draftOf(readJoiningDraft(form)), now);
    return goOn(received, "/admin/joining", { key: "administration.joining.done" });
  });
}

export const meta: MetaFunction = () =>
  pageHead({ title: say("administration.joining.title"), isPrivate: true });

export default function AdminJoining() {
  const { joining } = useLoaderData<typeof loader>();
  const handedBack = useActionData<HandedBack>();
  return (
    <AdministrationPage
      path="/admin/joining"
      title={say("administration.joining.title")}
      lead={say("administration.joining.lead")}
    >
      <AdministrationForm
        action="/admin/joining"
        submit={say("administration.save")}
        handedBack={handedBack}
      >
        <Choices
          name="joining"
          legend={say("administration.joining.title")}
          chosen={joining}
          choices={joinings.map((value) => ({
            value,
            label: say(`administration.joining.${value}`),
            text: say(`administration.joining.${value}.text`),
          }))}
          handedBack={handedBack}
        />
        <ReasonField handedBack={handedBack} />
      </AdministrationForm>
    </AdministrationPage>
  );
}
