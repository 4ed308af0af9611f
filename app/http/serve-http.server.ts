/** The server itself: what every answer carries, what needs no page, and how it stops. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { sql } from "kysely";
import type { Logger } from "pino";
import { type Soon, whenThere } from "#db/soon.ts";
import type { Forum } from "../context.server.ts";
import type { Live } from "../live/keep-watching.server.ts";
import { TRY_AGAIN } from "../refusals.ts";
import { answerLive, isLive } from "./answer-live.server.ts";
import { answerReading, openReadingDoor, type ReadingDoor } from "./answer-reading.server.ts";
import { type AnswerPage, handleRequest } from "./handle-request.server.ts";
import { InFlight } from "./in-flight.ts";
import { KnownAddresses } from "./known-addresses.ts";
import type { MatchReading } from "./match-reading.ts";
import { plainPage } from "./plain-page.ts";
import { refuseMethod } from "./refuse-method.ts";
import type { RequestLines } from "./request-lines.server.ts";
import { setSecurityHeaders } from "./security-headers.ts";
import { makeStop } from "./stop-server.server.ts";
import { makeTakeReport, type TakeReport } from "./take-report.server.ts";

export type Middleware = (
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
) => void;

interface Options {
  log: Logger;
  requests: RequestLines;
  proxyHops: number;
  files: Middleware;
  answerPage: AnswerPage;
  /** Finds the page for reading of an address. */
  matchReading: () => Soon<MatchReading>;
  /** Bytes of those pages that are kept in memory. */
  pageCache: number;
  isDevelopment: boolean;
}

/** How long a slow client may take for its request, and the forum to finish what is in flight, in milliseconds. */
const REQUEST_TIME = 30_000;
const STOP_TIME = 10_000;
/** A client that neither sends nor reads for so long is shut out; for an answer that is stuck Node waits twice, in milliseconds. */
const STILL_TIME = 20_000;

/** Addresses of pages for reading that are not taken apart again: of more pages than are kept in memory. */
const MOST_ADDRESSES = 12_000;

export interface Running {
  port: number;
  /** Sets what is served; until then every page says that the forum is starting. Pages that are open hear what is new by `live`; without it they hear nothing. */
  open: (forum: Forum, live?: Live) => void;
  stop: () => Promise<void>;
}

interface State {
  forum: Forum | null;
  live: Live | null;
  isDraining: boolean;
  takeReport: TakeReport;
  door: ReadingDoor;
  addresses: KnownAddresses;
}

/** Listens on host and port (0 picks one); rejects when the port is taken. */
export async function serveHttp(host: string, port: number, options: Options): Promise<Running> {
  const state: State = {
    forum: null,
    live: null,
    isDraining: false,
    takeReport: makeTakeReport(options.log),
    door: openReadingDoor(options.pageCache, options.proxyHops),
    addresses: new KnownAddresses(options.isDevelopment ? 0 : MOST_ADDRESSES),
  };
  const inFlight = new InFlight();
  const server = createServer(
    { requestTimeout: REQUEST_TIME, headersTimeout: 20_000, connectionsCheckingInterval: 5_000 },
    (request, response) => {
      const began = process.hrtime.bigint();
      const connection = inFlight.begin(request.socket);
      response.on("close", () => {
        connection.end();
        options.requests.add(request, response, began);
      });
      if (state.isDraining) response.setHeader("Connection", "close");
      const sayWhy = (error: unknown) => sayBroken(error, request, response, state.forum);
      try {
        const answered = answer(request, response, state, options);
        if (answered instanceof Promise) answered.catch(sayWhy);
      } catch (error) {
        sayWhy(error);
      }
    },
  );
  server.setTimeout(STILL_TIME);
  const stop = makeStop(server, inFlight);
  await listen(server, host, port);
  return {
    port: (server.address() as AddressInfo).port,
    open: (forum, live) => {
      state.live = live ?? null;
      state.forum = forum;
    },
    stop: async () => {
      state.isDraining = true;
      // A stream that is told nothing more would be in flight for ever.
      await state.live?.close();
      // The rest is for the last delivery and the database.
      await stop(STOP_TIME - 2_000);
      options.requests.flush();
    },
  };
}

function listen(server: Server, host: string, port: number) {
  return new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  state: State,
  options: Options,
): Soon<void> {
  const { forum } = state;
  const { method = "" } = request;
  const matching = options.matchReading();
  return whenThere<MatchReading, void>(matching, (match) => {
    // Nine requests in ten: nothing that they do not need is done before.
    if (forum && (method === "GET" || method === "HEAD")) {
      const found = state.addresses.find(request, forum.origin, match);
      if (found) {
        // In the development server the match was waited for: the next requests may be here.
        const isFirst = match === matching;
        return answerReading(state.door, forum, found, isFirst, request, response);
      }
    }
    return answerOther(request, response, state, options, match);
  });
}

async function answerOther(
  request: IncomingMessage,
  response: ServerResponse,
  state: State,
  options: Options,
  match: MatchReading,
): Promise<void> {
  const { forum } = state;
  const { url = "", method } = request;
  setSecurityHeaders(response, forum?.origin ?? "", options.isDevelopment);
  const path = url.split("?")[0];
  if (path === "/health") {
    if (method !== "GET" && method !== "HEAD") return refuseMethod(response, "GET, HEAD");
    return sayHealth(response, state);
  }
  if (!forum) return sendJson(response, 503, { status: "starting" });
  if (path === "/csp-report") {
    state.takeReport(request, response, forum.now());
    return;
  }
  if (state.live && isLive(url)) {
    return answerLive(state.live, forum, options.proxyHops, request, response);
  }
  options.files(request, response, () => {
    const { proxyHops, answerPage } = options;
    const serving = { forum, proxyHops, answerPage, isReading: (url: string) => !!match(url) };
    handleRequest(serving, request, response).catch((error: unknown) =>
      sayBroken(error, request, response, forum),
    );
  });
}

/** Answers that something broke, with the reference by which the log tells what. */
function sayBroken(
  error: unknown,
  { url = "" }: IncomingMessage,
  response: ServerResponse,
  forum: Forum | null,
) {
  const reference = forum?.reportError(error, url) ?? "";
  if (response.headersSent) return response.destroy();
  response.statusCode = 500;
  setSecurityHeaders(response, forum?.origin ?? "");
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.setHeader("Cache-Control", "no-store");
  response.end(plainPage("error.500.title", { key: "error.500.text", values: { reference } }));
}

function sendJson(response: ServerResponse, status: number, value: unknown) {
  response.statusCode = status;
  response.setHeader("Content-Type", "application/json; charset=utf-8");
  response.setHeader("Cache-Control", "no-store");
  response.end(JSON.stringify(value));
}

async function sayHealth(
  response: ServerResponse,
  { forum, isDraining }: { forum: Forum | null; isDraining: boolean },
) {
  if (isDraining) return sendJson(response, 503, { status: "draining" });
  if (!forum) return sendJson(response, 503, { status: "starting" });
  try {
    await sql`select 1`.execute(forum.db);
    sendJson(response, 200, { status: "ok" });
  } catch {
    response.setHeader("Retry-After", String(TRY_AGAIN));
    sendJson(response, 503, { status: "database" });
  }
}
