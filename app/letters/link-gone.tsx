/** The page of a link from a letter that is worth nothing any more: why, and what to press instead. */
import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { useContext } from "react";
import { ErrorView } from "../drawing/error-view.tsx";
import { type MessageKey, type Said, say, sayIt } from "../strings/say.ts";
import { Reference } from "../ui/reference.ts";

/** For the error boundary of a page that such a link opens; what else went wrong there is told as everywhere. */
export function LinkGone({ href, text }: { href: string; text: MessageKey }) {
  const error = useRouteError();
  const reference = useContext(Reference);
  const answer = isRouteErrorResponse(error) ? error : null;
  const said = (answer?.data as { said?: Said } | null)?.said ?? null;
  if (answer?.status !== 404 || !said) {
    return <ErrorView status={answer?.status ?? null} said={said} reference={reference} />;
  }
  return (
    <main id="main">
      <h1>{say("letters.gone.title")}</h1>
      <p className="prose">{sayIt(said)}</p>
      <p className="row">
        <a className="button first" href={href}>
          {say(text)}
        </a>
      </p>
    </main>
  );
}
