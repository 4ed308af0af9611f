import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { readPasswordDraft } from "../accounts/account.ts";
import { AccountPage, PresentPassword } from "../accounts/account-page.tsx";
import { changePassword } from "../accounts/change-password.server.ts";
import { draftOf } from "../accounts/draft-of.ts";
import { browserOf, keepSession } from "../accounts/enter.server.ts";
import { PASSWORD_MIN } from "../accounts/password.ts";
import { goOn, receive, signedIn, signInFirst } from "../receive.server.ts";
import type { HandedBack } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { TextField } from "../ui/field.tsx";
import { pageHead } from "../ui/page-head.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  signInFirst(context.visit, request);
  return null;
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const { db, forum, form, now } = received;
    const person = signedIn(received);
    const draft = draftOf(readPasswordDraft(form, person.name));
    const browser = browserOf(args.request);
    const setting = { now, scale: forum.limits, origin: forum.origin, browser };
    const session = await changePassword(db, person, draft, setting);
    const headers = await keepSession(received, args.request, person.id, session);
    return goOn(received, "/account", { key: "accounts.password.changed" }, headers);
  });
}

export const meta: MetaFunction = () =>
  pageHead({ title: say("accounts.password.title"), isPrivate: true });

export default function AccountPassword() {
  const handedBack = useActionData<HandedBack>();
  return (
    <AccountPage
      title={say("accounts.password.title")}
      lead={say("accounts.password.lead")}
      action="/account/password"
      handedBack={handedBack}
    >
      <PresentPassword handedBack={handedBack} />
      <TextField
        name="password"
        type="password"
        label={say("accounts.field.new-password")}
        hint={say("accounts.field.password.hint", { least: PASSWORD_MIN })}
        autoComplete="new-password"
        required
        handedBack={handedBack}
      />
    </AccountPage>
  );
}
