import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readSignUpDraft } from "../accounts/account.ts";
import { draftOf } from "../accounts/draft-of.ts";
import { browserOf, keepSession } from "../accounts/enter.server.ts";
import { nextPage, withNext } from "../accounts/next-page.ts";
import { signUp } from "../accounts/sign-up.server.ts";
import { SignUpForm } from "../accounts/sign-up-form.tsx";
import { readStartLevel } from "../administration/read-founding.server.ts";
import { readJoining } from "../administration/read-joining.server.ts";
import { goOn, receive } from "../receive.server.ts";
import type { HandedBack } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { pageHead } from "../ui/page-head.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  const next = nextPage(request.url);
  if (visit.person && !visit.handedBack) throw redirect(next);
  const invitation = new URL(request.url).searchParams.get("invitation") ?? "";
  return { joining: await readJoining(forum.db), invitation, next, origin: forum.origin };
}

export async function action(args: ActionFunctionArgs) {
  const { request } = args;
  return receive(args, async (received) => {
    const { db, forum, visit, form, now } = received;
    const draft = draftOf(readSignUpDraft(form));
    const { personId, session } = await signUp(db, draft, {
      now,
      scale: forum.limits,
      address: visit.address,
      joining: readJoining,
      startLevel: readStartLevel,
      browser: browserOf(request),
      former: visit.sessionId,
      origin: forum.origin,
    });
    const headers = await keepSession(received, request, personId, session);
    const key = welcomeOf(draft.email !== null, Boolean(forum.mail));
    const welcome = { key, values: { name: draft.name } };
    return goOn(received, nextPage(request.url), welcome, headers);
  });
}

function welcomeOf(hasEmail: boolean, sends: boolean) {
  if (!hasEmail) return "accounts.welcome" as const;
  return sends ? ("accounts.welcome.email" as const) : ("accounts.welcome.none-sent" as const);
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageHead({ title: say("accounts.join"), canonical: `${data?.origin}/sign-up` });

export default function SignUp() {
  const { joining, invitation, next } = useLoaderData<typeof loader>();
  const handedBack = useActionData<HandedBack>();
  return (
    <>
      <main id="main">
        <header className="page-head">
          <h1>{say("accounts.join.title")}</h1>
          <p className="prose">
            {say(joining === "closed" ? "accounts.joining.closed" : "accounts.join.lead")}
          </p>
        </header>
        {joining !== "closed" && (
          <SignUpForm
            action={withNext("/sign-up", next)}
            invitation={joining === "invitation" ? invitation : null}
            handedBack={handedBack}
          />
        )}
      </main>
      <aside className="margin" aria-label={say("accounts.first-days")}>
        <div>
          <h2>{say("accounts.first-days")}</h2>
          <ul className="norms">
            <li>{say("accounts.first-days.pace")}</li>
            <li>{say("accounts.first-days.ask")}</li>
            <li>{say("accounts.first-days.strongest")}</li>
          </ul>
        </div>
        <p>
          {say("accounts.already-here")}{" "}
          <a href={withNext("/sign-in", next)}>{say("frame.sign-in")}</a>
        </p>
      </aside>
    </>
  );
}
