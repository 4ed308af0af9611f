import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { clearCookie } from "../accounts/cookie.ts";
import { endOwnSession, handleOf } from "../accounts/end-own-session.server.ts";
import { isSecure } from "../accounts/enter.server.ts";
import { endOtherSessions, listSessions } from "../accounts/session.server.ts";
import { SessionLine } from "../accounts/session-line.tsx";
import { SignOutForm } from "../accounts/sign-out-form.tsx";
import { goOn, receive, signedIn, signInFirst } from "../receive.server.ts";
import type { HandedBack } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { HandedBackNote } from "../ui/handed-back.tsx";
import { pageHead } from "../ui/page-head.ts";

/** More are not shown; all of them can be ended. */
const MOST_SHOWN = 50;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  signInFirst(visit, request);
  if (!visit.person) return { sessions: [] };
  const now = forum.now();
  const all = await listSessions(forum.db, visit.person.id, now);
  const isThis = ({ sessionId }: { sessionId: string }) => sessionId === visit.sessionId;
  const ordered = [...all.filter(isThis), ...all.filter((one) => !isThis(one))];
  const sessions = ordered.slice(0, MOST_SHOWN).map((session) => ({
    handle: handleOf(session.sessionId),
    browser: session.browser,
    beganAt: session.beganAt,
    hoursAway: session.seenAt && Math.floor((now - session.seenAt) / 3600),
    isThis: isThis(session),
  }));
  return { sessions };
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const { db, forum, visit, form, now } = received;
    const person = signedIn(received);
    const end = form.get("end") ?? "";
    if (end === "others") {
      await endOtherSessions(db, person.id, visit.sessionId ?? "");
      return goOn(received, "/account/sessions", { key: "accounts.sessions.ended-others" });
    }
    const ended = await endOwnSession(db, person, end, now);
    if (ended === visit.sessionId) {
      return goOn(received, "/", undefined, { "Set-Cookie": clearCookie(isSecure(forum)) });
    }
    return goOn(received, "/account/sessions", { key: "accounts.sessions.ended" });
  });
}

export const meta: MetaFunction = () =>
  pageHead({ title: say("accounts.sessions.title"), isPrivate: true });

export default function AccountSessions() {
  const { sessions } = useLoaderData<typeof loader>();
  const handedBack = useActionData<HandedBack>();
  return (
    <main id="main">
      <header className="page-head">
        <p className="meta">
          <a href="/account">{say("frame.account")}</a>
        </p>
        <h1>{say("accounts.sessions.title")}</h1>
        <p className="prose">{say("accounts.sessions.lead")}</p>
      </header>
      <HandedBackNote form={handedBack} isPress />
      <ul>
        {sessions.map((session) => (
          <SessionLine key={session.handle} session={session} />
        ))}
      </ul>
      {sessions.length > 1 && (
        <form className="form" method="post" action="/account/sessions">
          <button type="submit" className="button" name="end" value="others">
            {say("accounts.sessions.end-others")}
          </button>
        </form>
      )}
      {sessions.length > 0 && (
        <>
          <hr />
          <SignOutForm />
        </>
      )}
    </main>
  );
}
