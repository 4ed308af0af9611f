import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { clearCookie } from "../accounts/cookie.ts";
import { isSecure } from "../accounts/enter.server.ts";
import { findLetterToken } from "../accounts/letter-token.server.ts";
import { PASSWORD_MIN } from "../accounts/password.ts";
import { resetPassword } from "../accounts/reset-password.server.ts";
import { LinkGone } from "../letters/link-gone.tsx";
import { orErrorPage, receive } from "../receive.server.ts";
import type { HandedBack } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { TextField } from "../ui/field.tsx";
import { HandedBackNote } from "../ui/handed-back.tsx";
import { pageHead } from "../ui/page-head.ts";

/** In the place of a token: the page for whoever has set a password. */
const DONE = "done";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, now } = context.forum;
  const { token = "" } = params;
  if (token === DONE) return null;
  const { name } = await orErrorPage(() => findLetterToken(db, token, ["reset"], now()));
  const isBack = new URL(request.url).searchParams.has("back");
  return { name, token, isBack };
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async ({ db, forum, form, now }) => {
    const typed = form.get("password") ?? "";
    await resetPassword(db, args.params.token ?? "", typed, now, forum.origin);
    const headers = { "Set-Cookie": clearCookie(isSecure(forum)) };
    return redirect(`/reset-password/${DONE}`, { headers });
  });
}

export const meta: MetaFunction = () =>
  pageHead({ title: say("letters.forgot.title"), isPrivate: true });

export function ErrorBoundary() {
  return <LinkGone href="/forgot-password" text="letters.gone.reset" />;
}

export default function ResetPassword() {
  const found = useLoaderData<typeof loader>();
  const handedBack = useActionData<HandedBack>();
  if (!found) return <Done />;
  const { name, token, isBack } = found;
  return (
    <main id="main">
      <header className="page-head">
        <h1>{say("letters.forgot.title")}</h1>
        {isBack && !handedBack && (
          <p className="prose" role="status">
            {say("letters.undo.done")}
          </p>
        )}
        <p className="prose">{say("letters.reset.lead", { name })}</p>
      </header>
      <form className="form" method="post" action={`/reset-password/${token}`}>
        <HandedBackNote form={handedBack} />
        <TextField
          name="password"
          type="password"
          label={say("accounts.field.new-password")}
          hint={say("accounts.field.password.hint", { least: PASSWORD_MIN })}
          autoComplete="new-password"
          required
          handedBack={handedBack}
        />
        <p>
          <button type="submit" className="button first">
            {say("accounts.save")}
          </button>
        </p>
      </form>
    </main>
  );
}

function Done() {
  return (
    <main id="main">
      <header className="page-head">
        <h1>{say("letters.reset.done.title")}</h1>
        <p className="prose" role="status">
          {say("letters.reset.done")}
        </p>
      </header>
      <p>
        <a className="button first" href="/sign-in">
          {say("frame.sign-in")}
        </a>
      </p>
    </main>
  );
}
