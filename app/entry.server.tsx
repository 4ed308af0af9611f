/** Remix's front door: a page becomes HTML, whole, under a policy that fits it. */
import { PassThrough } from "node:stream";
import type { AppLoadContext, EntryContext, HandleErrorFunction } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { cannotWrite } from "#db/write.server.ts";
import { contentSecurityPolicy } from "./http/security-headers.ts";
import { Reference } from "./ui/reference.ts";

/** Remix gives up on data that a page still waits for after this, in milliseconds. */
export const streamTimeout = 5_000;

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { visit }: AppLoadContext,
) {
  const hydrates = remix.staticHandlerContext.matches.some(
    (match) => (match.route as { handle?: { hydrates?: boolean } }).handle?.hydrates,
  );
  const nonce = hydrates ? visit.nonce : undefined;
  const page = (
    <Reference.Provider value={visit.reference}>
      <RemixServer context={remix} url={request.url} nonce={nonce} />
    </Reference.Provider>
  );
  const html = await render(page, nonce);
  headers.set("Content-Type", "text/html; charset=utf-8");
  if (!import.meta.env.DEV) headers.set("Content-Security-Policy", contentSecurityPolicy(nonce));
  // No reader of HTML keeps a bare carriage return, and a text is given back as it was sent.
  return new Response(html.replaceAll("\r", "&#13;"), { status, headers });
}

function render(page: React.ReactElement, nonce: string | undefined) {
  return new Promise<string>((resolve, reject) => {
    const { pipe } = renderToPipeableStream(page, {
      nonce,
      onAllReady() {
        const chunks: Buffer[] = [];
        const body = new PassThrough();
        body.on("data", (chunk: Buffer) => chunks.push(chunk));
        body.once("end", () => resolve(whole(chunks)));
        body.once("error", reject);
        pipe(body);
      },
      onShellError: reject,
      onError: reject,
    });
  });
}

/** The page as text. Where a letter of several bytes does not fit into the end of a chunk, React 18 leaves zeros there; no page has any of its own. */
const whole = (chunks: Buffer[]) => Buffer.concat(chunks).toString("utf8").replaceAll("\0", "");

/** What a loader, an action or a page threw unforeseen; told to the log, not to the reader. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  // A method or address that is not there is the visitor's mistake; the line of the request tells it.
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  if (!context.forum) return;
  // A page that cannot be read is answered without the database.
  if (cannotWrite(error)) context.visit.isAway = true;
  context.visit.reference = context.forum.reportError(error, new URL(request.url).pathname);
};
