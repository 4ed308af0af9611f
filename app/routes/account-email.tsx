import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readEmailDraft } from "../accounts/account.ts";
import { AccountPage, PresentPassword } from "../accounts/account-page.tsx";
import { changeEmail } from "../accounts/change-email.server.ts";
import { draftOf } from "../accounts/draft-of.ts";
import { EmailState } from "../accounts/email-state.tsx";
import { postConfirmationAgain } from "../accounts/post-confirmation.server.ts";
import { readOwnAccount } from "../accounts/read-person.server.ts";
import { goOn, receive, signedIn, signInFirst } from "../receive.server.ts";
import type { HandedBack } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { TextField } from "../ui/field.tsx";
import { pageHead } from "../ui/page-head.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  signInFirst(visit, request);
  const own = visit.person && (await readOwnAccount(forum.db, visit.person));
  const sends = Boolean(forum.mail);
  return { email: own?.email ?? "", state: own?.emailState ?? null, sends };
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const { db, forum, form, now } = received;
    const person = signedIn(received);
    const setting = { now, scale: forum.limits, origin: forum.origin };
    if (form.get("again")) {
      await postConfirmationAgain(db, person, setting);
      const key = forum.mail ? "letters.email.sent" : "letters.none-sent.link";
      return goOn(received, "/account/email", { key });
    }
    const draft = draftOf(readEmailDraft(form));
    await changeEmail(db, person, draft, setting);
    const { email, emailState } = await readOwnAccount(db, person);
    const said = email ? savedEmail[emailState ?? "unconfirmed"] : "accounts.email.taken-away";
    const key = forum.mail || said !== savedEmail.unconfirmed ? said : "letters.none-sent.link";
    return goOn(received, "/account", { key, values: { email: email ?? "" } });
  });
}

const savedEmail = {
  confirmed: "accounts.email.changed",
  bounced: "accounts.email.changed",
  unconfirmed: "accounts.email.open-link",
} as const;

export const meta: MetaFunction = () =>
  pageHead({ title: say("accounts.email.title"), isPrivate: true });

export default function AccountEmail() {
  const { email, state, sends } = useLoaderData<typeof loader>();
  const handedBack = useActionData<HandedBack>();
  return (
    <AccountPage
      title={say("accounts.email.title")}
      lead={say("accounts.email.lead")}
      action="/account/email"
      handedBack={handedBack}
      above={state && <EmailState state={state} sends={sends} />}
    >
      <TextField
        name="email"
        type="email"
        label={say("accounts.field.email")}
        hint={say("accounts.field.email.empty")}
        value={email}
        autoComplete="email"
        handedBack={handedBack}
      />
      <PresentPassword handedBack={handedBack} />
    </AccountPage>
  );
}
