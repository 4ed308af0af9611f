/** The forum's own server in this process, with its pages for reading and nothing behind them; two of them keep pages apart, as two processes do. */
import http from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import pino from "pino";
import { onTestFinished } from "vitest";
import { beginSession } from "#app/accounts/session.server.ts";
import type { Forum } from "#app/context.server.ts";
import { type MatchReading, matchReading } from "#app/http/match-reading.ts";
import { RequestLines } from "#app/http/request-lines.server.ts";
import { serveHttp } from "#app/http/serve-http.server.ts";
import type { Person } from "#app/permissions.ts";
import { loader as moderation } from "#app/routes/about-moderation.tsx";
import { loader as front } from "#app/routes/front.tsx";
import { loader as log } from "#app/routes/log.tsx";
import { loader as act } from "#app/routes/log-act.tsx";
import { loader as report } from "#app/routes/log-report.tsx";
import { loader as person } from "#app/routes/person.tsx";
import { loader as rules } from "#app/routes/rules.tsx";
import { loader as thread } from "#app/routes/thread.tsx";
import { loader as topic } from "#app/routes/topic.tsx";
import { loader as topics } from "#app/routes/topics.tsx";
import type { Db } from "#db/open.server.ts";
import { START } from "../forum.ts";
import { ORIGIN } from "../routes/visit.ts";

export const readingRoutes = [
  { index: true, module: { loader: front } },
  { path: "about/moderation", module: { loader: moderation } },
  { path: "log", module: { loader: log } },
  { path: "log/report", module: { loader: report } },
  { path: "log/:act", module: { loader: act } },
  { path: "people/:name", module: { loader: person } },
  { path: "rules", module: { loader: rules } },
  { path: "threads/:thread", module: { loader: thread } },
  { path: "topics", module: { loader: topics } },
  { path: "topics/:topic", module: { loader: topic } },
];
export const match = matchReading(readingRoutes);

export interface Answer {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: Buffer;
}

export interface ReadingForum {
  port: number;
  /** Asks for a page as somebody, or as nobody. */
  ask(path: string, cookie?: string | null, headers?: Record<string, string>): Promise<Answer>;
}

/** Serves the pages for reading of a database until the test ends; the clock is the caller's. What breaks is thrown, unless it is meant to be answered. */
export async function serveReading(
  db: Db,
  {
    now = (): number => START,
    pageCache = 64 * 1024 * 1024,
    throws = true,
    find = match as MatchReading,
  } = {},
): Promise<ReadingForum> {
  const running = await serveHttp("127.0.0.1", 0, {
    log: pino({ level: "silent" }),
    requests: new RequestLines(() => {}, now),
    proxyHops: 0,
    files: (_request, _response, next) => next(),
    answerPage: async () => new Response("", { status: 404 }),
    matchReading: () => find,
    pageCache,
    isDevelopment: false,
  });
  const forum: Forum = {
    ...{ db, origin: ORIGIN, limits: 100, scorer: () => undefined, now, deliver: async () => {} },
    reportError: (error) => {
      if (throws) throw error;
      return "reference";
    },
  };
  running.open(forum);
  const agent = new http.Agent({ keepAlive: true });
  onTestFinished(async () => {
    agent.destroy();
    await running.stop();
  });
  const ask: ReadingForum["ask"] = (path, cookie, headers = {}) =>
    new Promise((resolve, reject) => {
      const sent = { ...headers, ...(cookie ? { cookie } : {}) };
      const options = { port: running.port, host: "127.0.0.1", path, agent, headers: sent };
      const request = http.get(options, (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("error", reject);
        answer.on("end", () =>
          resolve({
            status: answer.statusCode!,
            headers: answer.headers,
            body: Buffer.concat(chunks),
          }),
        );
      });
      request.on("error", reject);
    });
  return { port: running.port, ask };
}

/** What an answer says, however it was sent. */
export function textOf({ body, headers }: Answer): string {
  const encoding = headers["content-encoding"];
  if (encoding === "br") return brotliDecompressSync(body).toString();
  return (encoding === "gzip" ? gunzipSync(body) : body).toString();
}

/** The cookie of somebody who signs in. */
export async function cookieOf(db: Db, who: Person): Promise<string> {
  const { token } = await beginSession(db, who.id, START);
  return `__Host-session=${token}`;
}
