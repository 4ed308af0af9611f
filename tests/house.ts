/** The rules of the house, as functions from its files to the places that break them. */
import path from "node:path";

/** Every source file by its path from the top, and README.md. */
export type House = Record<string, string>;
type Rule = (house: House) => string[];

const folderOf = (file: string) => path.posix.dirname(file);
const isServer = (file: string) => file.includes(".server.");
const isSource = (file: string) => /^(app|db)\/.*\.tsx?$/.test(file);
const startsWithOneOf = (file: string, places: string[]) =>
  places.some((place) => file.startsWith(place));

/** Routes and what starts the forum look down on all; tables look down on nothing. */
function floor(file: string) {
  if (file.startsWith("db/")) return 1;
  const isTop = /^app\/(routes\/|routes\.ts|root\.tsx|entry\.|serve\.server|command\.server)/;
  return isTop.test(file) ? 3 : 2;
}

/** Same answer every time, wherever it runs. */
const isPure = (file: string) => floor(file) === 2 && !isServer(file);

/** What a file imports at run time; `import type` does not count. */
function imported(source: string): string[] {
  const statements =
    /^(?:import|export)\s+(?!type\b)(?:[\w$\s{},*]+?\s+from\s+)?["']([^"']+)["']/gm;
  const calls = /(?<!typeof\s+)\bimport\(\s*["']([^"']+)["']/g;
  return [...source.matchAll(statements), ...source.matchAll(calls)].map(([, name = ""]) => name);
}

interface Arrow {
  from: string;
  to: string;
}

/** Imports of our own files, with the path from the top. */
function arrows(house: House): Arrow[] {
  return Object.entries(house)
    .filter(([file]) => isSource(file))
    .flatMap(([from, source]) =>
      imported(source)
        .filter((name) => /^[#.]/.test(name))
        .map((name) => ({ from, to: resolve(from, name) })),
    );
}

function resolve(from: string, name: string) {
  return name.startsWith("#") ? name.slice(1) : path.posix.join(folderOf(from), name);
}

/** Imports of packages and of Node's own parts. */
function packages(house: House): Arrow[] {
  return Object.entries(house)
    .filter(([file]) => isSource(file))
    .flatMap(([from, source]) =>
      imported(source)
        .filter((name) => !/^[#.]/.test(name))
        .map((to) => ({ from, to })),
    );
}

const broken = (all: Arrow[], breaks: (arrow: Arrow) => boolean) =>
  all.filter(breaks).map(({ from, to }) => `${from} → ${to}`);

/** Sources with a place that matches, where the file is not one of the exceptions. */
const saying = (house: House, pattern: RegExp, exceptions: string[] = []) =>
  Object.entries(house)
    .filter(([file, source]) => isSource(file) && pattern.test(source))
    .map(([file]) => file)
    .filter((file) => !startsWithOneOf(file, exceptions));

const vague = /\/(utils?|helpers?|lib|services?|common|shared|misc)(\/|\.)/;
export const vagueNames: Rule = (house) =>
  Object.keys(house).filter((file) => isSource(file) && vague.test(file));

export const upwardImports: Rule = (house) =>
  broken(arrows(house), ({ from, to }) => floor(to) > floor(from));

/** What Node brings touches the world; the worker is a process of its own that speaks by messages only. */
const worker = "app/markdown/render-worker.ts";
/** What seals a cursor needs a secret of the process, wherever addresses are made. */
const sealing = "app/cursor-seal.ts";
export const impureImports: Rule = (house) => [
  ...broken(arrows(house), ({ from, to }) => isPure(from) && (isServer(to) || floor(to) === 1)),
  ...broken(
    packages(house),
    ({ from, to }) => isPure(from) && to.startsWith("node:") && from !== worker && from !== sealing,
  ),
];

/** What every deed may use of another folder. */
const outlets = [
  "drawing/reads",
  "events/deliver-again",
  "events/list-version",
  "events/record",
  "flags/insult-of-post",
  "flags/open-case",
  "flags/settle-flags",
  "flags/tell-moderators",
  "flags/weigh-case",
  "following/carry-follows",
  "following/find-branches",
  "following/find-hidden",
  "following/find-hidden-minds",
  "following/find-thing",
  "following/follow-by-writing",
  "following/move-topic-follows",
  "following/muted-posts",
  "following/name-things",
  "following/read-mutes",
  "http/mark",
  "http/page-cache",
  "mail/send",
  "markdown/render",
  "markdown/render-seen",
  "moderation/act",
  "moderation/find-act",
  "moderation/read-breaker",
  "moderation/refuse-taken-out",
  "moderation/release-case",
  "moderation/reverse-act",
  "moderation/settle-case",
  "moderation/settle-topic",
  "moderation/stop-moderator",
  "moderation/take-step",
  "notices/describe-notices",
  "notices/tell",
  "ranking/add-gain",
  "ranking/begin-tally",
  "ranking/fit/tally-again",
  "ranking/read-standards",
  "ranking/remember-thread",
  "ranking/retally",
  "ranking/set-insult",
  "pace/find-wait",
  "references/read-known",
  "references/record-references",
  "spam/look-for-spam",
  "spam/prints",
  "substance/score",
  "threads/quote-opening",
  "threads/render-post",
  "threads/close-draft",
  "threads/keep-revision",
  "votes/weigh-again",
  "limits/spend",
  "threads/undo-thread-act",
];
/** Where folders meet: what begins the forum, its timers, its doors, what follows a deed, the demonstration, which acts as people would, the files of an import and of a filling that write threads, and the one that lets people of a filling sign in. */
const meetings = [
  "app/begin-forum.server.ts",
  "app/clock.server.ts",
  "app/receive.server.ts",
  "app/http/answer-live.server.ts",
  "app/http/answer-reading.server.ts",
  "app/http/recognise-visitor.server.ts",
  "app/events/consequences.server.ts",
  "app/demonstration/fill-forum.server.ts",
  "app/demonstration/steps.server.ts",
  "app/demonstration/moderate-post.server.ts",
  "app/importing/insert-posts.server.ts",
  "app/importing/update-posts.server.ts",
  "app/filling/write-threads.server.ts",
  "app/filling/fill-by-command.server.ts",
];
export const strayMeetings: Rule = (house) =>
  broken(
    arrows(house),
    ({ from, to }) =>
      floor(from) === 2 &&
      floor(to) === 2 &&
      isServer(to) &&
      folderOf(to) !== "app" &&
      folderOf(from) !== folderOf(to) &&
      !outlets.some((outlet) => to.replace(/x$/, "") === `app/${outlet}.server.ts`) &&
      !meetings.includes(from),
  );

export const bareImports: Rule = (house) =>
  broken(arrows(house), ({ to }) => !/\.(tsx?|js|json|css)$/.test(to));

/** Pages that are lists or prose on purpose. */
const lists = [
  "db/schema.ts",
  "app/routes.ts",
  "app/permissions.ts",
  "app/strings/",
  "app/demonstration/",
  "app/pages/",
];
/** More does not fit on a few screens. */
const MOST_LINES = 250;
export const longFiles: Rule = (house) =>
  Object.entries(house)
    .filter(([file]) => isSource(file) && !startsWithOneOf(file, lists))
    .filter(([, source]) => source.trimEnd().split("\n").length > MOST_LINES)
    .map(([file]) => file);

export const staleMap: Rule = (house) => {
  const real = Object.keys(house).flatMap((file) => /^app\/[a-z-]+(?=\/)/.exec(file) ?? []);
  const named = house["README.md"]?.match(/\bapp\/[a-z-]+(?![\w./-]*\w)/g) ?? [];
  return [
    ...[...new Set(real)]
      .filter((folder) => !named.includes(folder as never))
      .map((folder) => `README.md lacks ${folder}`),
    ...[...new Set<string>(named)]
      .filter((folder) => !real.includes(folder))
      .map((folder) => `README.md names ${folder}`),
  ];
};

export const otherLucia: Rule = (house) =>
  broken(
    packages(house),
    ({ from, to }) => to === "lucia" && from !== "app/accounts/session.server.ts",
  );

/** The pages, their views, and the server in front of them. */
const knowRemix =
  /^app\/(routes\/|routes\.ts|root\.tsx|entry\.|serve\.server|receive\.server|http\/)|\.tsx$/;
export const otherRemix: Rule = (house) =>
  broken(packages(house), ({ from, to }) => to.startsWith("@remix-run/") && !knowRemix.test(from));

/** The package `remix` is a tombstone that throws; the framework is @remix-run/…. */
export const tombstone: Rule = (house) =>
  broken(packages(house), ({ to }) => to === "remix" || to.startsWith("remix/"));

export const otherKysely: Rule = (house) =>
  broken(
    packages(house),
    ({ from, to }) => /^kysely(\/|$)/.test(to) && !from.startsWith("db/") && !isServer(from),
  );

/** Here time begins: everything below is handed it. Lucia reads the clock by itself, which its store evens out. */
const clocks = [
  "app/serve.server.ts",
  "app/command.server.ts",
  "app/entry.",
  "app/accounts/session-store.server.ts",
];
export const globalTime: Rule = (house) =>
  saying(house, /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bperformance\.now\b/, clocks);

/** Where another program holds the database, only `write` waits for it without keeping readers waiting. */
export const otherTransactions: Rule = (house) => saying(house, /\.transaction\(\)/, ["db/"]);

/** What is prepared runs at once on SQLite, before what was asked for earlier and not waited for: within a deed each waits for the one before. */
export const togetherInDeed: Rule = (house) =>
  saying(house, /\bPromise\.(all|allSettled|any|race)\((?:(?!;\n).)*\btrx\b/s);

/** A compiler takes `.server` names out of the browser's half only from these two, and only as functions, or as what `reads` makes, of which nothing is left there. */
export const guardedRoutes: Rule = (house) =>
  saying(house, /^export const (loader|action)\b(?! = reads(Page)?\()/m).filter(
    (file) => floor(file) === 3,
  );

export const promises: Rule = (house) => saying(house, /\b(TODO|FIXME|XXX)\b/);
