import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LinkGone } from "../letters/link-gone.tsx";
import { readUnsubscribe, unsubscribe } from "../letters/unsubscribe.server.ts";
import { orErrorPage, receive } from "../receive.server.ts";
import { say, sayRich } from "../strings/say.ts";
import { pageHead } from "../ui/page-head.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { token = "" } = params;
  const found = await orErrorPage(() => readUnsubscribe(context.forum.db, token));
  return { token, ...found };
}

/** Also what a mail program sends by itself, from anywhere, which follows no redirect (RFC 8058). */
export async function action(args: ActionFunctionArgs) {
  return receive(args, ({ db, now }) => unsubscribe(db, args.params.token ?? "", now));
}

export const meta: MetaFunction = () =>
  pageHead({ title: say("letters.stop.title"), isPrivate: true });

/** A link that was altered or cut. */
export function ErrorBoundary() {
  return <LinkGone href="/account/letters" text="letters.gone.letters" />;
}

export default function Unsubscribe() {
  const { token, kind, isStopped } = useLoaderData<typeof loader>();
  const pressed = useActionData<{ wasStopped?: boolean }>();
  if (pressed?.wasStopped === false) return <Stopped about="letters.stop.done" kind={kind} />;
  if (isStopped) return <Stopped about="letters.stop.already" kind={kind} />;
  return (
    <main id="main">
      <header className="page-head">
        <h1>{say("letters.stop.title")}</h1>
        <p className="prose">{say(`letters.stop.${kind}.lead`)}</p>
      </header>
      <form className="form" method="post" action={`/unsubscribe/${token}`}>
        <p>
          <button type="submit" className="button first">
            {say("letters.stop.button")}
          </button>
        </p>
      </form>
    </main>
  );
}

interface StoppedProps {
  about: "letters.stop.done" | "letters.stop.already";
  kind: string;
}

function Stopped({ about, kind }: StoppedProps) {
  return (
    <main id="main">
      <header className="page-head">
        <h1>{say(about)}</h1>
        <p className="prose" role="status">
          {sayRich(`${about}.text`, {
            // A message takes no hyphen in what it tells apart.
            kind: kind.replace("-", "_"),
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
