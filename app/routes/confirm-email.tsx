import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { confirmEmail } from "../accounts/confirm-email.server.ts";
import { findLetterToken, isConfirmedBy } from "../accounts/letter-token.server.ts";
import { LinkGone } from "../letters/link-gone.tsx";
import { orErrorPage, receive } from "../receive.server.ts";
import { say, sayRich } from "../strings/say.ts";
import { pageHead } from "../ui/page-head.ts";

/** In the place of a token: the page for whoever has confirmed. */
const DONE = "done";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, now } = context.forum;
  const { token = "" } = params;
  if (token === DONE) return "done";
  if (await isConfirmedBy(db, token)) return "already";
  const find = () => findLetterToken(db, token, ["confirm", "undo"], now());
  const { purpose, name, email } = await orErrorPage(find);
  return { token, name, email, isUndo: purpose === "undo" };
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async ({ db, now }) => {
    const reset = await confirmEmail(db, args.params.token ?? "", now);
    return redirect(reset ? `/reset-password/${reset}?back=1` : `/confirm-email/${DONE}`);
  });
}

export const meta: MetaFunction = () =>
  pageHead({ title: say("accounts.email.title"), isPrivate: true });

export function ErrorBoundary() {
  return <LinkGone href="/account/email" text="letters.gone.confirm" />;
}

export default function ConfirmEmail() {
  const found = useLoaderData<typeof loader>();
  if (typeof found === "string") return <Confirmed about={`letters.confirm.${found}`} />;
  const { token, name, email, isUndo } = found;
  const about = isUndo ? "letters.undo" : "letters.confirm";
  return (
    <main id="main">
      <header className="page-head">
        <h1>{say(`${about}.title`)}</h1>
        <p className="prose">{say(`${about}.lead`, { name, email })}</p>
      </header>
      <form className="form" method="post" action={`/confirm-email/${token}`}>
        <p>
          <button type="submit" className="button first">
            {say(`${about}.button`)}
          </button>
        </p>
      </form>
    </main>
  );
}

function Confirmed({ about }: { about: "letters.confirm.done" | "letters.confirm.already" }) {
  return (
    <main id="main">
      <header className="page-head">
        <h1>{say(about)}</h1>
        <p className="prose" role="status">
          {sayRich(`${about}.text`, {
            letters: (parts) => (
              <a key="letters" href="/account/letters">
                {parts}
              </a>
            ),
          })}
        </p>
      </header>
    </main>
  );
}
