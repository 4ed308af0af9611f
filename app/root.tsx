/** The document: head, masthead, the page, foot; and the page for whatever goes wrong. */
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import { type ReactNode, useContext } from "react";
import { Mark, personPath } from "./accounts/person-link.tsx";
import { type MessageKey, type Said, say, sayIt, sayRich } from "./strings/say.ts";
import { Reference } from "./ui/reference.ts";

export function loader({ context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  const { person } = visit;
  return {
    person: person && { name: person.name, role: person.role },
    flash: visit.flash,
    nonce: visit.nonce,
    origin: forum.origin,
  };
}

type Root = Awaited<ReturnType<typeof loader>>;

export const meta: MetaFunction = ({ error }) => {
  if (!error) return [{ title: say("forum.name") }];
  const title = say(titleOf(error));
  return [{ title: say("frame.title", { page: title }) }, { name: "robots", content: "noindex" }];
};

export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>("root");
  const error = useRouteError();
  const matches = useMatches();
  const page = matches.at(-1);
  const hydrates =
    !error && matches.some((match) => (match.handle as { hydrates?: boolean })?.hydrates);
  return (
    <html lang="en" data-fold={say("post.fold")} data-unfold={say("post.unfold")}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
        <link rel="stylesheet" href={`/forum.css?v=${import.meta.env.FILES_VERSION}`} />
        <link rel="icon" type="image/svg+xml" href="/icon.svg" />
        <script defer src={`/forum.js?v=${import.meta.env.FILES_VERSION}`} />
      </head>
      <body>
        <a className="skip" href="#main">
          {say("frame.skip")}
        </a>
        <Masthead person={root?.person ?? null} pathname={page?.pathname ?? ""} />
        {root?.flash && <Flash said={root.flash} />}
        <div className="page">{children}</div>
        <Foot />
        {hydrates && <Scripts nonce={typeof window === "undefined" ? root?.nonce : ""} />}
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

function Flash({ said }: { said: Said }) {
  return (
    <div className="flash" role="status">
      <p>{sayIt(said)}</p>
    </div>
  );
}

function Masthead({ person, pathname }: { person: Root["person"]; pathname: string }) {
  const current = (path: string, isPrefix = false) =>
    pathname === path || (isPrefix && pathname.startsWith(`${path}/`)) ? "page" : undefined;
  return (
    <header className="masthead">
      <div>
        <a className="name" href="/">
          {say("forum.name")} <small>{say("forum.motto")}</small>
        </a>
        <nav aria-label={say("frame.nav")}>
          <a href="/" aria-current={current("/") ?? current("/threads", true)}>
            {say("frame.threads")}
          </a>
          <a href="/topics" aria-current={current("/topics", true)}>
            {say("frame.topics")}
          </a>
          <a href="/rules" aria-current={current("/rules")}>
            {say("frame.rules")}
          </a>
          <a href="/help" aria-current={current("/help")}>
            {say("frame.help")}
          </a>
          {person?.role === "administrator" && (
            <a href="/admin" aria-current={current("/admin", true)}>
              {say("frame.administration")}
            </a>
          )}
        </nav>
        {person ? (
          <>
            <a className="spring" href={personPath(person.name)}>
              <Mark name={person.name} />
              <bdi>{person.name}</bdi>
            </a>
            <a href="/account" aria-current={current("/account", true)}>
              {say("frame.account")}
            </a>
          </>
        ) : (
          <>
            <a className="spring" href="/sign-in" aria-current={current("/sign-in")}>
              {say("frame.sign-in")}
            </a>
            <a href="/sign-up" aria-current={current("/sign-up")}>
              {say("frame.join")}
            </a>
          </>
        )}
      </div>
    </header>
  );
}

const footLinks: [string, MessageKey][] = [
  ["/rules", "frame.rules"],
  ["/log", "frame.log"],
  ["/about", "frame.about"],
  ["/help", "frame.help"],
  ["/privacy", "frame.privacy"],
  ["/terms", "frame.terms"],
];

function Foot() {
  return (
    <footer className="foot">
      <div>
        <p>{say("forum.opinion")}</p>
        <nav aria-label={say("frame.page-links")}>
          <ul>
            {footLinks.map(([path, key]) => (
              <li key={path}>
                <a href={path}>{say(key)}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
}

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

const titleOf = (error: unknown): MessageKey =>
  (isRouteErrorResponse(error) && titles[error.status]) || "error.500.title";

export function ErrorBoundary() {
  const error = useRouteError();
  const reference = useContext(Reference);
  const isOurs = isRouteErrorResponse(error);
  const said = isOurs ? ((error.data as { said?: Said } | null)?.said ?? null) : null;
  return (
    <main id="main">
      <h1>{say(titleOf(error))}</h1>
      <div className="prose">
        {said && <p>{sayIt(said)}</p>}
        {isOurs && error.status === 404 && (
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
        {isOurs && error.status === 405 && <p>{say("refused.method")}</p>}
        {!isOurs && (
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
