/** Starts the forum: settings, database, server; prints one line when it is ready; stops when it is told to. */
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { createRequestHandler, installGlobals, type ServerBuild } from "@remix-run/node";
import { undoInMemory } from "#db/dialect.server.ts";
import { CannotOpen, type Db, openDatabase } from "#db/open.server.ts";
import { isAway } from "#db/write.server.ts";
import { offerFirstAdministrator } from "./accounts/first-administrator.server.ts";
import { beginForum } from "./begin-forum.server.ts";
import { startClock } from "./clock.server.ts";
import type { Forum } from "./context.server.ts";
import { DEMO_PASSWORD, demonstrationNames, fillForum } from "./demonstration/fill-forum.server.ts";
import { keepDelivering } from "./events/keep-delivering.server.ts";
import { findHiddenPosts } from "./following/find-hidden.server.ts";
import { inParts } from "./http/build-in-parts.ts";
import { doFirst } from "./http/do-first.server.ts";
import type { AnswerPage } from "./http/handle-request.server.ts";
import { matchReading } from "./http/match-reading.ts";
import { errorReporter, openLog } from "./http/request-log.server.ts";
import { type Middleware, serveHttp } from "./http/serve-http.server.ts";
import { staticFiles } from "./http/static-files.server.ts";
import { keepWatching } from "./live/keep-watching.server.ts";
import { openMail } from "./mail/open-mail.server.ts";
import { stopRendering } from "./markdown/render.server.ts";
import { carefulScorer } from "./nudges/careful-scorer.ts";
import { stopSearching } from "./search/search-forum.server.ts";
import { isThisComputer, readSettings, type Settings, WrongSetting } from "./settings.ts";
import { say } from "./strings/say.ts";
import { scorer } from "./substance/score.server.ts";

installGlobals({ nativeFetch: true });

/** Longest that is waited for the forum to stop, in milliseconds: a database that is away may leave a connection without an answer. */
const STOP_TIME = 9_500;
/** Of it, for the letter in hand, and at the end for what goes on when answers have gone. */
const LETTER_TIME = 5_000;
const FOLLOWING_TIME = 1_000;

const now = () => Math.floor(Date.now() / 1000);

async function start(isDevelopment: boolean) {
  const settings = readSettings(process.env);
  const { log, requests } = openLog(Date.now);
  const pages = isDevelopment ? await developmentPages() : await builtPages();
  const db = openDatabase(settings.databaseUrl);
  const running = await listen(settings, { log, requests, isDevelopment, ...pages });
  const origin = settings.origin ?? `http://${inAddress(settings.host)}:${running.port}`;
  const reportError = errorReporter(log, now);
  const delivery = keepDelivering({ db, now, reportError });
  const hiddenOf = (personId: number, postIds: number[]) =>
    findHiddenPosts(db, personId, postIds, { isInThread: true });
  const live = keepWatching({ db, now, reportError }, hiddenOf, Math.random);
  const goingOn = new Set<Promise<void>>();
  const forum: Forum = {
    db,
    origin,
    limits: settings.limits,
    mail: settings.smtp && openMail(settings.smtp, senderOf(settings, origin)),
    scorer: carefulScorer(settings.scorer ? scorer : () => undefined, (error) =>
      reportError(error, "scorer"),
    ),
    now,
    async deliver() {
      await delivery.deliver();
      await live.look();
    },
    goOn(work) {
      const ended = work.finally(() => goingOn.delete(ended));
      goingOn.add(ended);
    },
    reportError,
  };
  try {
    await prepare(db, settings, origin);
  } catch (error) {
    await running.stop();
    await stopRendering();
    throw error;
  }
  running.open(forum, live);
  const stopClock = startClock(forum);
  stopOnSignal(async () => {
    // Begun at once: what has been answered meanwhile is waited for, too.
    const letters = within(LETTER_TIME, stopClock());
    await running.stop();
    await letters;
    await within(FOLLOWING_TIME, Promise.all(goingOn));
    await delivery.stop();
    await stopRendering();
    await stopSearching();
    await db.destroy();
  });
  process.stdout.write(`${await readyLine(db, origin)}\n`);
}

/** Waits for what never rejects, but no longer than so many milliseconds. */
const within = (milliseconds: number, work: Promise<unknown>) =>
  Promise.race([work, setTimeout(milliseconds)]);

/** Whom letters come from. */
function senderOf({ mailFrom }: Settings, origin: string) {
  const { hostname } = new URL(origin);
  const host = isThisComputer(hostname) ? "localhost" : hostname;
  return { name: say("forum.name"), address: mailFrom ?? `steelman@${host}` };
}

/** Migrates, and gives an empty database its topics and, where wished, the demonstration. */
async function prepare(db: Db, settings: Settings, origin: string) {
  await beginForum(db, now());
  await undoInMemory(db);
  if (settings.demo) {
    await fillForum(db, now());
    // Most forums are read for a while before anybody writes: until then no worker takes memory.
    await stopRendering();
  }
  if (settings.isPublic && (await demonstrationNames(db)).length > 0) {
    throw new WrongSetting(
      `The demonstration's sign-ins are in this database, so it is not served at ${origin} on ${settings.host}. Start with another DATABASE_URL and DEMO=off.`,
    );
  }
}

async function listen(
  settings: Settings,
  options: Omit<Parameters<typeof serveHttp>[2], "proxyHops" | "pageCache">,
) {
  try {
    return await serveHttp(settings.host, settings.port, {
      ...options,
      proxyHops: settings.proxyHops,
      // What is drawn changes with the sources while they are worked on.
      pageCache: options.isDevelopment ? 0 : settings.pageCache,
    });
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE" || code === "EACCES") {
      const why =
        code === "EADDRINUSE" ? "is taken by another program" : `cannot be used (${message})`;
      throw new WrongSetting(
        `Port ${settings.port} of ${settings.host} ${why}. Set PORT to a free one, or to 0.`,
      );
    }
    // A name of which nobody could be asked may be one.
    const why = code.startsWith("EAI_") ? "cannot be looked up" : "is no address of this computer";
    throw new WrongSetting(
      `HOST is "${settings.host}", which ${why} (${message}). Set HOST to an address of this computer, or leave it out.`,
    );
  }
}

const inAddress = (host: string) =>
  host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host;

async function builtPages() {
  const file = pathToFileURL(path.resolve("build/server/index.js")).href;
  const build = (await import(file)) as ServerBuild;
  return {
    files: staticFiles(path.resolve("build/client")),
    answerPage: doFirst(build, pagesOf),
    matchReading: readingOf(build),
  };
}

/** Vite serves the sources and makes them again at each change. */
async function developmentPages() {
  const { createServer } = await import("vite");
  const vite = await createServer({
    configFile: "remix.config.js",
    server: { middlewareMode: true },
  });
  const load = () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>;
  return {
    files: vite.middlewares as Middleware,
    answerPage: createRequestHandler(load, "development"),
    matchReading: async () => matchReading(routesOf(await load())),
  };
}

/** The routes of a build, those whose module there is. */
const routesOf = ({ routes }: ServerBuild) => Object.values(routes).flatMap((route) => route ?? []);

function readingOf(build: ServerBuild) {
  const match = matchReading(routesOf(build));
  return () => match;
}

/** Every request goes to the part of the build that can match it. */
function pagesOf(build: ServerBuild): AnswerPage {
  const handlerFor = inParts(build, (part) => createRequestHandler(part, "production"));
  return (request, context) => handlerFor(new URL(request.url).pathname)(request, context);
}

async function readyLine(db: Db, origin: string) {
  const ready = `Steelman is ready at ${origin}`;
  const names = await demonstrationNames(db);
  if (names.length > 0)
    return `${ready} (sign in as ${names.join(", ")}; the password is "${DEMO_PASSWORD}")`;
  const token = await offerFirstAdministrator(db, now());
  return token
    ? `${ready} (become its administrator, once, at ${origin}/admin/first/${token})`
    : ready;
}

function stopOnSignal(stop: () => Promise<void>) {
  let isStopping = false;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      if (isStopping) return;
      isStopping = true;
      void setTimeout(STOP_TIME, undefined, { ref: false }).then(() => process.exit(1));
      void stop().then(() => process.exit(0));
    });
  }
}

try {
  await start(process.argv.includes("--dev"));
} catch (error) {
  const isKnown = error instanceof WrongSetting || error instanceof CannotOpen || isAway(error);
  if (!isKnown) throw error;
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
}
