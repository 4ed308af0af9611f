import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { clearCookie } from "../accounts/cookie.ts";
import { isSecure } from "../accounts/enter.server.ts";
import { endSession } from "../accounts/session.server.ts";
import { SignOutForm } from "../accounts/sign-out-form.tsx";
import { goOn, receive } from "../receive.server.ts";
import { say } from "../strings/say.ts";
import { pageHead } from "../ui/page-head.ts";

export async function loader({ context }: LoaderFunctionArgs) {
  const { person } = context.visit;
  if (!person) throw redirect("/");
  return { name: person.name };
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const { db, forum, visit } = received;
    if (visit.sessionId) await endSession(db, visit.sessionId);
    return goOn(received, "/", undefined, { "Set-Cookie": clearCookie(isSecure(forum)) });
  });
}

export const meta: MetaFunction = () => pageHead({ title: say("frame.sign-out"), isPrivate: true });

export default function SignOut() {
  const { name } = useLoaderData<typeof loader>();
  return (
    <main id="main">
      <header className="page-head">
        <h1>{say("frame.sign-out")}</h1>
        <p className="prose">{say("accounts.sign-out.lead", { name })}</p>
      </header>
      <SignOutForm />
    </main>
  );
}
