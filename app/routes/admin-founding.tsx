import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { draftOf } from "../accounts/draft-of.ts";
import { AdministrationForm, AdministrationPage } from "../administration/administration-page.tsx";
import {
  administratorOf,
  administratorsOnly,
} from "../administration/administrators-only.server.ts";
import { changeFounding } from "../administration/change-founding.server.ts";
import { ReasonField } from "../administration/fields.tsx";
import { readFoundingDraft } from "../administration/founding.ts";
import { FoundingChoices, FoundingCourse } from "../administration/founding-choices.tsx";
import { readFoundingCourse } from "../administration/read-founding.server.ts";
import { goOn, receive } from "../receive.server.ts";
import type { HandedBack } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { pageHead } from "../ui/page-head.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  await administratorsOnly(visit, request);
  return readFoundingCourse(forum.db, forum.now());
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const { db, form, now } = received;
    const administrator = administratorOf(received);
    await changeFounding(db, administrator, draftOf(readFoundingDraft(form)), now);
    return goOn(received, "/admin/founding", { key: "administration.founding.done" });
  });
}

export const meta: MetaFunction = () =>
  pageHead({ title: say("administration.founding.title"), isPrivate: true });

export default function AdminFounding() {
  const { founding, ...course } = useLoaderData<typeof loader>();
  const handedBack = useActionData<HandedBack>();
  return (
    <AdministrationPage
      path="/admin/founding"
      title={say("administration.founding.title")}
      lead={say("administration.founding.lead")}
    >
      <FoundingCourse founding={founding} {...course} />
      <AdministrationForm
        action="/admin/founding"
        submit={say("administration.save")}
        handedBack={handedBack}
      >
        <FoundingChoices chosen={founding} handedBack={handedBack} />
        <ReasonField handedBack={handedBack} />
      </AdministrationForm>
    </AdministrationPage>
  );
}
