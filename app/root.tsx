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
import { Sheet } from "./drawing/document.tsx";
import { ErrorView, errorTitle } from "./drawing/error-view.tsx";
import { Flash, Frame, SignedIn, SignedOut, Suspended } from "./drawing/frame.tsx";
import { type Said, say } from "./strings/say.ts";
import { Reference } from "./ui/reference.ts";

export function loader({ context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  const { person, unreadCount, waitingCount } = visit;
  return {
    person: person && {
      name: person.name,
      role: person.role,
      isNewcomer: person.level === 0,
      unreadCount,
      waitingCount,
    },
    suspendedUntil: person && untilAfter(person.suspendedUntil, forum.now()),
    flash: visit.flash,
    nonce: visit.nonce,
    origin: forum.origin,
  };
}

const untilAfter = (until: number | null | undefined, now: number) =>
  until && until > now ? until : null;

export const meta: MetaFunction = ({ error }) => {
  if (!error) return [{ title: say("forum.name") }];
  const title = say(errorTitle(statusOf(error)));
  return [{ title: say("frame.title", { page: title }) }, { name: "robots", content: "noindex" }];
};

export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>("root");
  const error = useRouteError();
  const matches = useMatches();
  const pathname = matches.at(-1)?.pathname ?? "";
  const person = root?.person ?? null;
  const hydrates =
    !error && matches.some((match) => (match.handle as { hydrates?: boolean })?.hydrates);
  return (
    <Sheet
      tags={
        <>
          <Meta />
          <Links />
        </>
      }
    >
      <Frame
        pathname={pathname}
        role={person?.role ?? null}
        reader={
          person ? <SignedIn {...person} pathname={pathname} /> : <SignedOut pathname={pathname} />
        }
        flash={
          <>
            {root?.suspendedUntil && <Suspended until={root.suspendedUntil} />}
            {root?.flash && <Flash said={root.flash} />}
          </>
        }
      >
        {children}
      </Frame>
      {hydrates && <Scripts nonce={typeof window === "undefined" ? root?.nonce : ""} />}
    </Sheet>
  );
}

export default function App() {
  return <Outlet />;
}

const statusOf = (error: unknown) => (isRouteErrorResponse(error) ? error.status : null);

export function ErrorBoundary() {
  const error = useRouteError();
  const reference = useContext(Reference);
  const status = statusOf(error);
  const said = isRouteErrorResponse(error) ? (error.data as { said?: Said } | null)?.said : null;
  return <ErrorView status={status} said={said ?? null} reference={reference} />;
}
