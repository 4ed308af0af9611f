import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { enter } from "../accounts/enter.server.ts";
import {
  claimFirstAdministrator,
  isFirstAdministratorOffered,
} from "../accounts/first-administrator.server.ts";
import { withNext } from "../accounts/next-page.ts";
import { changeFounding } from "../administration/change-founding.server.ts";
import { isFounding } from "../administration/founding.ts";
import { FoundingChoices } from "../administration/founding-choices.tsx";
import { goOn, orErrorPage, receive, signedIn } from "../receive.server.ts";
import { type HandedBack, Refusal } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { HandedBackNote } from "../ui/handed-back.tsx";
import { pageHead } from "../ui/page-head.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  const token = params.token ?? "";
  await orErrorPage(async () => {
    if (await isFirstAdministratorOffered(forum.db, token)) return;
    throw new Refusal(404, { key: "accounts.first-administrator.wrong" });
  });
  const path = `/admin/first/${token}`;
  // Whoever starts a forum has no account in it yet.
  if (!visit.person && !visit.handedBack) throw redirect(withNext("/sign-up", path));
  return { path, name: visit.person?.name ?? "" };
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const { db, form, now } = received;
    const person = signedIn(received);
    const chosen = form.get("founding");
    await claimFirstAdministrator(db, args.params.token ?? "", person, now);
    const founding = isFounding(chosen) ? chosen : "off";
    const reason = say("administration.founding.at-set-up");
    await changeFounding(db, { ...person, role: "administrator" }, { founding, reason }, now);
    const headers = await enter(received, args.request, { personId: person.id });
    return goOn(received, "/admin", { key: "administration.first.done" }, headers);
  });
}

export const meta: MetaFunction = () =>
  pageHead({ title: say("administration.first.title"), isPrivate: true });

export default function AdminFirst() {
  const { path, name } = useLoaderData<typeof loader>();
  const handedBack = useActionData<HandedBack>();
  return (
    <main id="main">
      <header className="page-head">
        <h1>{say("administration.first.title")}</h1>
        {name && <p className="prose">{say("administration.first.lead", { name })}</p>}
      </header>
      <form className="form" method="post" action={path}>
        <HandedBackNote form={handedBack} />
        <p className="prose">{say("administration.founding.lead")}</p>
        <FoundingChoices chosen="off" handedBack={handedBack} />
        <p>
          <button type="submit" className="button first">
            {say("administration.first.do")}
          </button>
        </p>
      </form>
    </main>
  );
}
