import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readSignInDraft } from "../accounts/account.ts";
import { draftOf } from "../accounts/draft-of.ts";
import { deviceOf, enter } from "../accounts/enter.server.ts";
import { nextPage, withNext } from "../accounts/next-page.ts";
import { signIn } from "../accounts/sign-in.server.ts";
import { goOn, receive } from "../receive.server.ts";
import type { HandedBack } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { TextField } from "../ui/field.tsx";
import { HandedBackNote } from "../ui/handed-back.tsx";
import { pageHead } from "../ui/page-head.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { visit } = context;
  const next = nextPage(request.url);
  if (visit.person && !visit.handedBack) throw redirect(next);
  return { next };
}

export async function action(args: ActionFunctionArgs) {
  const { request } = args;
  return receive(args, async (received) => {
    const { db, forum, visit, form, now } = received;
    const draft = draftOf(readSignInDraft(form));
    const entering = await signIn(db, draft, {
      now,
      scale: forum.limits,
      address: visit.address,
      device: deviceOf(request, forum),
    });
    const headers = await enter(received, request, entering);
    return goOn(received, nextPage(request.url), undefined, headers);
  });
}

export const meta: MetaFunction = () => pageHead({ title: say("frame.sign-in"), isPrivate: true });

export default function SignIn() {
  const { next } = useLoaderData<typeof loader>();
  const handedBack = useActionData<HandedBack>();
  return (
    <>
      <main id="main">
        <header className="page-head">
          <h1>{say("frame.sign-in")}</h1>
          {next !== "/" && <p className="prose">{say("accounts.sign-in.lead")}</p>}
        </header>
        <form className="form" method="post" action={withNext("/sign-in", next)}>
          <HandedBackNote form={handedBack} />
          <TextField
            name="name"
            label={say("accounts.field.name")}
            autoComplete="username"
            required
            handedBack={handedBack}
          />
          <TextField
            name="password"
            type="password"
            label={say("accounts.field.password")}
            autoComplete="current-password"
            required
            handedBack={handedBack}
          />
          <p>
            <button type="submit" className="button first">
              {say("frame.sign-in")}
            </button>
          </p>
          <p className="hint">
            <a href="/forgot-password">{say("letters.forgot.link")}</a>
          </p>
        </form>
      </main>
      <aside className="margin" aria-label={say("accounts.new-here")}>
        <div>
          <h2>{say("accounts.new-here")}</h2>
          <p>
            {say("accounts.new-here.text")}{" "}
            <a href={withNext("/sign-up", next)}>{say("frame.join")}</a>
          </p>
        </div>
      </aside>
    </>
  );
}
