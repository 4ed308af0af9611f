/** Which tests run together, on which engine, in which order. Plain JavaScript, for it is loaded with the configuration. */
import { availableParallelism } from "node:os";
import { CountByEngine } from "./count-by-engine.js";
import { LongestFirst } from "./longest-first.js";
import { testsWithoutDatabase } from "./without-database.js";

/** Tests of our server's rooms that start none. */
const unserved = [
  "away-answer",
  "build-in-parts",
  "do-first",
  "in-flight",
  "kept-page",
  "request-lines",
  "match-reading",
  "page-cache",
  "path-for-log",
  "choose-encoding",
  "client-address",
  "report-error",
  "safe-redirect",
  "same-origin",
  "screen-request",
  "send-answer",
  "static-files",
];

/** What is asked of the built forum by its addresses. */
const served = ["tests/http/attacks/**/*.test.ts", `tests/http/!(${unserved.join("|")}).test.ts`];

/** Slow kinds of test, run after the quick ones: starting, built server, corpora, browser. */
const whole = [
  "tests/start.test.ts",
  "tests/bench/whole.test.ts",
  "tests/importing/command.test.ts",
  "tests/filling/command.test.ts",
  "tests/search/filled.test.ts",
  "tests/moving/command.test.ts",
  "tests/substance/command.test.ts",
  ...served,
  "tests/corpora/**/*.test.ts",
  "tests/browser/**/*.test.ts",
];

/** Long ones that start nothing: on the first engine they wait for the quick ones. */
const long = [
  "tests/filling/fill-forum.test.ts",
  "tests/moderation/every-state.test.ts",
  "tests/demonstration/cut-off.test.ts",
];

/** Tests that open no database, and those that say themselves which: once is enough for them. */
const withoutDatabase = [
  ...testsWithoutDatabase(),
  "tests/receive.test.ts",
  "tests/db/write.test.ts",
  "tests/http/match-reading.test.ts",
  "tests/http/contract-file.test.ts",
  "tests/http/compressed.test.ts",
  "tests/http/attacks/files.test.ts",
];

/** What SQLite has no part in: its server away, several processes, databases that go from test to test. */
const ofPostgres = [
  "tests/http/postgres-away.test.ts",
  "tests/http/processes.test.ts",
  "tests/db/databases.test.ts",
];

/** What is asked of a forum's addresses, and how its pages stand in a browser. */
const pagesOnPostgres = [...served, "tests/browser/pages.test.ts"];

/** What waits for most of its time. */
const waiting = ["tests/http/attacks/slow.test.ts"];

/** What is measured under a load that takes every core: one after another, and nothing beside it. */
const alone = ["tests/http/attacks/slow-texts.test.ts", "tests/corpora/pathological.test.ts"];

/** Those on PostgreSQL wait for it: with one more than there are cores none of those stands idle. */
const QUICK_AT_ONCE = availableParallelism() + 1;
/** Each waits for its forum, and many for a browser and a database besides. */
const AT_ONCE = availableParallelism() + 2;

const quick = {
  globalSetup: "tests/prepare.ts",
  include: ["tests/**/*.test.{ts,tsx}"],
  maxWorkers: QUICK_AT_ONCE,
  // Every test opens its own forum, so files share a process and load each module once.
  pool: "forks",
  isolate: false,
  // Where every core is busy; whatever is quick ends long before.
  testTimeout: 30_000,
};

const slow = {
  globalSetup: "tests/prepare.ts",
  // They draw as the built forum does; what React says against a page in development, the quick ones hear.
  env: { NODE_ENV: "production" },
  // Where every core is busy; most take a few seconds.
  testTimeout: 120_000,
  hookTimeout: 120_000,
  // Files share nothing but their process, and its browser.
  pool: "forks",
  isolate: false,
};

const inProduction = { extends: true, esbuild: { jsxDev: false } };

/** What Vitest is told. */
export const testing = {
  setupFiles: "tests/setup.ts",
  maxWorkers: AT_ONCE,
  sequence: { sequencer: LongestFirst },
  reporters: ["default", new CountByEngine()],
  projects: [
    {
      extends: true,
      test: {
        ...quick,
        name: "quick",
        exclude: [...whole, ...long, ...ofPostgres],
        sequence: { groupOrder: 0 },
      },
    },
    {
      extends: true,
      test: {
        ...quick,
        name: "quick-postgres",
        exclude: [...whole, ...withoutDatabase],
        sequence: { groupOrder: 0 },
      },
    },
    {
      ...inProduction,
      test: {
        ...slow,
        name: "whole",
        include: [...whole, ...long],
        exclude: [...waiting, ...alone, ...ofPostgres],
        sequence: { groupOrder: 1 },
      },
    },
    {
      ...inProduction,
      test: {
        ...slow,
        name: "whole-postgres",
        include: pagesOnPostgres,
        exclude: [...waiting, ...alone, ...withoutDatabase],
        sequence: { groupOrder: 1 },
      },
    },
    {
      ...inProduction,
      test: {
        ...slow,
        name: "whole-waiting",
        include: waiting,
        sequence: { groupOrder: 2 },
      },
    },
    {
      ...inProduction,
      test: {
        ...slow,
        name: "whole-waiting-postgres",
        include: waiting,
        sequence: { groupOrder: 2 },
      },
    },
    {
      ...inProduction,
      test: {
        ...slow,
        name: "whole-alone",
        include: alone,
        maxWorkers: 1,
        sequence: { groupOrder: 3 },
      },
    },
  ],
};
