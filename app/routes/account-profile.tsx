import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ABOUT_MAX, readProfileDraft } from "../accounts/account.ts";
import { AccountPage } from "../accounts/account-page.tsx";
import { changeProfile } from "../accounts/change-profile.server.ts";
import { draftOf } from "../accounts/draft-of.ts";
import { personPath } from "../accounts/person-link.tsx";
import { readOwnAccount } from "../accounts/read-person.server.ts";
import { goOn, receive, signedIn, signInFirst } from "../receive.server.ts";
import type { HandedBack } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { TextArea } from "../ui/field.tsx";
import { pageHead } from "../ui/page-head.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  signInFirst(visit, request);
  return { about: visit.person ? (await readOwnAccount(forum.db, visit.person)).about : "" };
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const { db, forum, form, now } = received;
    const person = signedIn(received);
    const draft = draftOf(readProfileDraft(form));
    await changeProfile(db, person, draft, { now, scale: forum.limits });
    return goOn(received, personPath(person.name), { key: "accounts.about.changed" });
  });
}

export const meta: MetaFunction = () =>
  pageHead({ title: say("accounts.about.title"), isPrivate: true });

export default function AccountProfile() {
  const { about } = useLoaderData<typeof loader>();
  const handedBack = useActionData<HandedBack>();
  return (
    <AccountPage
      title={say("accounts.about.title")}
      lead={say("accounts.about.lead")}
      action="/account/profile"
      handedBack={handedBack}
    >
      <TextArea
        name="about"
        rows={8}
        label={say("accounts.field.about")}
        hint={say("accounts.field.about.hint", { most: ABOUT_MAX })}
        value={about}
        handedBack={handedBack}
      />
    </AccountPage>
  );
}
