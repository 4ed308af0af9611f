/** The page for whatever is refused or went wrong. */
import { type MessageKey, type Said, say, sayIt, sayRich } from "../strings/say.ts";
import { Linked } from "../ui/linked.tsx";

const titles: Record<number, MessageKey> = {
  401: "error.401.title",
  403: "error.403.title",
  404: "error.404.title",
  405: "error.405.title",
  409: "error.409.title",
  413: "error.413.title",
  422: "error.422.title",
  429: "error.429.title",
  503: "error.503.title",
};

/** The title of the page of a status; of any that has none, and of null for what broke, that something went wrong. */
export const errorTitle = (status: number | null): MessageKey =>
  titles[status ?? 500] ?? "error.500.title";

interface ErrorViewProps {
  /** Null for what broke. */
  status: number | null;
  said: Said | null;
  /** By which the log tells what broke. */
  reference: string | null;
}

export function ErrorView({ status, said, reference }: ErrorViewProps) {
  return (
    <main id="main">
      <h1>{say(errorTitle(status))}</h1>
      <div className="prose">
        {said && (
          <p>
            <Linked text={sayIt(said)} />
          </p>
        )}
        {status === 404 && (
          <p>
            {sayRich("error.404.text", {
              log: (parts) => (
                <a key="log" href="/log">
                  {parts}
                </a>
              ),
            })}
          </p>
        )}
        {status === 405 && <p>{say("refused.method")}</p>}
        {status === null && (
          <p>{reference ? say("error.500.text", { reference }) : say("error.500.plain")}</p>
        )}
      </div>
      <p className="row">
        <a className="button" href="/">
          {say("error.404.threads")}
        </a>
        <a className="button" href="/topics">
          {say("topics.all")}
        </a>
      </p>
    </main>
  );
}
