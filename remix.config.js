/** The one build configuration: Vite with Remix's plugin for build and development, and the tests. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { defineConfig } from "vite";
import { CountByEngine } from "./tests/count-by-engine.js";

/** Tests load no part of it, and it takes a second. */
const remix = process.env.VITEST ? null : (await import("@remix-run/dev")).vitePlugin;

/** Changes with what pages load, so that browsers keep each version for ever. */
const files = ["public", "public/compose"]
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`))
  .filter((file) => /\.(css|js)$/.test(file))
  .sort();
const filesVersion = createHash("sha256")
  .update(files.map((file) => readFileSync(file, "utf8")).join("\0"))
  .digest("hex")
  .slice(0, 10);

/** Tests of our server's rooms that start none. */
const unserved = [
  "away-answer",
  "choose-encoding",
  "client-address",
  "report-error",
  "safe-redirect",
  "same-origin",
  "screen-request",
  "send-answer",
];

/** What is asked of the built forum by its addresses. */
const served = ["tests/http/attacks/**/*.test.ts", `tests/http/!(${unserved.join("|")}).test.ts`];

/** Slow kinds of test, run after the quick ones: starting, built server, corpora, browser. */
const whole = [
  "tests/start.test.ts",
  "tests/importing/command.test.ts",
  "tests/moving/command.test.ts",
  ...served,
  "tests/corpora/**/*.test.ts",
  "tests/browser/**/*.test.ts",
];

/** Kinds of test that never open a database, or say themselves which: once is enough for them. */
const withoutDatabase = [
  "tests/*.test.ts",
  "tests/db/write.test.ts",
  `tests/http/(${unserved.join("|")}).test.ts`,
  "tests/http/contract-file.test.ts",
  "tests/http/postgres-away.test.ts",
  "tests/http/processes.test.ts",
  "tests/markdown/**",
  "tests/names/**",
  "tests/pages/**",
];

/** What is asked of a forum's addresses, and what a person does there in a browser. */
const pagesOnPostgres = [
  ...served,
  "tests/browser/pages.test.ts",
  "tests/browser/walk.test.ts",
  "tests/browser/walk-reading.test.ts",
];

/** What waits for most of its time. */
const waiting = ["tests/http/attacks/slow.test.ts"];

/** What is measured under a load that takes every core: nothing runs beside it but what waits. */
const alone = [
  ...waiting,
  "tests/http/attacks/slow-texts.test.ts",
  "tests/corpora/pathological.test.ts",
];

/** What takes longest, first: begun last, it would leave the other cores idle. */
const longest = [
  ...["http/attacks/slow", "corpora/import-discourse", "http/attacks/xss", "browser/corpora-xss"],
  ...["browser/drafts", "corpora/discourse-forum", "corpora/together", "browser/walk"],
  ...["browser/walk-mishaps", "browser/walk-axe", "http/attacks/inject", "importing/command"],
  ...["http/processes", "browser/pages", "corpora/attacks", "http/roles", "http/contract-start"],
  ...["http/attacks/sweep", "browser/quote", "http/postgres-away", "http/contract-stop"],
].map((name) => `/tests/${name}.test.ts`);

/** Files of one project in a row, for a process is kept for the next file only where it is of the same. */
class LongestFirst {
  /** Were there several machines, each would take every file. */
  shard(files) {
    return files;
  }
  sort(files) {
    const projects = [...new Set(files.map(({ project }) => project))];
    const places = new Map();
    for (const file of files) {
      const place = longest.findIndex((name) => file.moduleId.endsWith(name));
      const project = projects.indexOf(file.project);
      const among = place === -1 ? [longest.length, -statSync(file.moduleId).size] : [place, 0];
      places.set(file, [project, ...among]);
    }
    return files.sort((one, other) => {
      const [a, b] = [places.get(one), places.get(other)];
      return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
    });
  }
}

const quick = {
  globalSetup: "tests/prepare.ts",
  include: ["tests/**/*.test.ts"],
  // Every test opens its own forum, so files share a process and load each module once.
  pool: "forks",
  isolate: false,
};

const slow = {
  globalSetup: "tests/prepare.ts",
  testTimeout: 60_000,
  hookTimeout: 60_000,
  // Files share nothing but their process, and its browser.
  pool: "forks",
  isolate: false,
};

export default defineConfig({
  plugins: [
    remix?.({
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_lazyRouteDiscovery: true,
      },
    }),
  ],
  define: { "import.meta.env.FILES_VERSION": JSON.stringify(filesVersion) },
  build: { target: "es2022" },
  test: {
    setupFiles: "tests/setup.ts",
    // As many at once as there are cores: Vitest's own number is one less.
    maxWorkers: "100%",
    sequence: { sequencer: LongestFirst },
    reporters: ["default", new CountByEngine()],
    projects: [
      {
        extends: true,
        test: {
          ...quick,
          name: "quick",
          exclude: whole,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          ...quick,
          name: "quick-postgres",
          exclude: [...whole, ...withoutDatabase],
          testTimeout: 30_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          ...slow,
          name: "whole",
          include: whole,
          exclude: alone,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          ...slow,
          name: "whole-postgres",
          include: pagesOnPostgres,
          exclude: [...alone, ...withoutDatabase],
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          ...slow,
          name: "whole-alone",
          include: alone,
          maxWorkers: 3,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          ...slow,
          name: "whole-alone-postgres",
          include: waiting,
          maxWorkers: 3,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
