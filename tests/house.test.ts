/** The rules of the house hold, and each of them bites. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import * as rules from "./house.ts";

/** The forum as it is. */
function readHouse(): rules.House {
  const files = ["app", "db"].flatMap((top) =>
    readdirSync(top, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name)),
  );
  const present = [...files, "README.md"].filter((file) => existsSync(file));
  return Object.fromEntries(present.map((file) => [file, readFileSync(file, "utf8")]));
}

const importing = (...names: string[]) =>
  names.map((name) => `import { a } from "${name}";`).join("\n");

/** One rule: a file that breaks it, and one that looks alike and does not. */
interface Case {
  rule: (house: rules.House) => string[];
  breaks: rules.House;
  keeps: rules.House;
}

const cases: Record<string, Case> = {
  "no folder or file is named for nothing in particular": {
    rule: rules.vagueNames,
    breaks: { "app/utils/dates.ts": "", "app/threads/helpers.ts": "", "db/lib/x.ts": "" },
    keeps: { "app/threads/library.ts": "" },
  },
  "imports only go down: routes, then app, then db": {
    rule: rules.upwardImports,
    breaks: {
      "app/threads/post.tsx": importing("../routes/thread.tsx"),
      "app/topics/topic.ts": 'const late = import("#app/root.tsx");',
      "db/open.server.ts": importing("#app/permissions.ts"),
    },
    keeps: {
      "app/routes/thread.tsx": importing("../threads/tree.ts", "#db/open.server.ts"),
      "db/open.server.ts": 'import type { Person } from "#app/permissions.ts";',
    },
  },
  "a pure file imports only what is pure": {
    rule: rules.impureImports,
    breaks: {
      "app/threads/tree.ts": importing("./read-thread.server.ts"),
      "app/threads/post.tsx": `import {\n  a,\n  b,\n} from "#db/open.server.ts";`,
      "app/threads/draft.ts": 'export { a } from "node:fs";',
    },
    keeps: {
      "app/threads/tree.ts": `import type { Db } from "#db/open.server.ts";\n${importing("./draft.ts")}`,
      "app/threads/read-thread.server.ts": importing("#db/open.server.ts", "node:fs"),
      "app/markdown/render-worker.ts": importing("node:worker_threads"),
    },
  },
  "nouns meet only in routes, in consequences, on the clock and at the door": {
    rule: rules.strayMeetings,
    breaks: {
      "app/threads/post-reply.server.ts": importing("../topics/tag-thread.server.ts"),
      "app/demonstration/week.server.ts": importing("#app/threads/post-reply.server.ts"),
    },
    keeps: {
      "app/threads/post-reply.server.ts": importing(
        "../events/record.server.ts",
        "#app/markdown/render.server.ts",
        "./insert-post.server.ts",
        "../topics/topic.ts",
      ),
      "app/events/consequences.server.ts": importing("../threads/count-reply.server.ts"),
      "app/clock.server.ts": importing("./threads/form-key.server.ts"),
      "app/serve.server.ts": importing("./topics/add-starter-topics.server.ts"),
      "app/demonstration/fill-forum.server.ts": importing("#app/threads/post-reply.server.ts"),
    },
  },
  "an import of our own names a file with its ending": {
    rule: rules.bareImports,
    breaks: { "app/threads/tree.ts": importing("./draft"), "app/a.ts": importing("#app/threads") },
    keeps: { "app/threads/tree.ts": importing("./draft.ts", "kysely") },
  },
  "a file fits on a few screens; what is a list on purpose may be long": {
    rule: rules.longFiles,
    breaks: { "app/threads/tree.ts": "a\n".repeat(251) },
    keeps: {
      "app/threads/tree.ts": "a\n".repeat(250),
      "app/strings/en/frame.ts": "a\n".repeat(900),
      "db/schema.ts": "a\n".repeat(900),
    },
  },
  "the map in README.md names every folder of app/, and no other": {
    rule: rules.staleMap,
    breaks: { "app/topics/topic.ts": "", "README.md": "`app/threads/tree.ts`" },
    keeps: {
      "app/threads/tree.ts": "",
      "app/root.tsx": "",
      "README.md": "Look into `app/threads`, or app/threads. Begin with app/root.tsx.",
    },
  },
  "one file alone knows lucia": {
    rule: rules.otherLucia,
    breaks: { "app/accounts/sign-in.server.ts": importing("lucia") },
    keeps: {
      "app/accounts/session.server.ts": importing("lucia"),
      "app/accounts/session-store.server.ts": 'import type { Adapter } from "lucia";',
    },
  },
  "only pages, views and the server in front of them know Remix": {
    rule: rules.otherRemix,
    breaks: { "app/threads/post-reply.server.ts": importing("@remix-run/node") },
    keeps: {
      "app/routes/thread.tsx": importing("@remix-run/react"),
      "app/receive.server.ts": importing("@remix-run/node"),
      "app/ui/field.tsx": importing("@remix-run/react"),
    },
  },
  "the package remix is never imported": {
    rule: rules.tombstone,
    breaks: { "app/root.tsx": importing("remix") },
    keeps: { "app/root.tsx": importing("@remix-run/react") },
  },
  "only db/ and what touches the world know Kysely": {
    rule: rules.otherKysely,
    breaks: {
      "app/threads/order.ts": importing("kysely"),
      "app/a.tsx": 'import("kysely/helpers")',
    },
    keeps: { "db/schema.ts": importing("kysely"), "app/a/b.server.ts": importing("kysely") },
  },
  "time and chance are arguments": {
    rule: rules.globalTime,
    breaks: {
      "app/threads/post-reply.server.ts": "const now = Date.now();",
      "app/ui/time-ago.tsx": "const today = new Date();",
      "app/ranking/rank.ts": "const nudge = Math.random();",
    },
    keeps: {
      "app/serve.server.ts": "const now = () => Math.floor(Date.now() / 1000);",
      "app/ui/time-ago.tsx": "const day = new Date(at * 1000);",
    },
  },
  "who writes in app/ waits patiently": {
    rule: rules.otherTransactions,
    breaks: { "app/topics/add.server.ts": "await db.transaction().execute(deed);" },
    keeps: {
      "app/topics/add.server.ts": "await write(db, deed);",
      "db/write.server.ts": "await db.transaction().execute(deed);",
    },
  },
  "a deed asks for one thing after another": {
    rule: rules.togetherInDeed,
    breaks: {
      "app/topics/add.server.ts": "await Promise.all(names.map((name) => add(trx, name)));",
    },
    keeps: {
      "app/topics/add.server.ts":
        "await Promise.all(names.map(render));\nfor (const name of names) await add(trx, name);",
    },
  },
  "loaders and actions are functions, so that the browser's half loses them": {
    rule: rules.guardedRoutes,
    breaks: { "app/routes/thread.tsx": "export const action = guard(reply);" },
    keeps: {
      "app/routes/thread.tsx": "export async function action() {}",
      "app/routes/topics.tsx": "export const loader = reads({ read: listTopics });",
    },
  },
  "nothing is promised in comments": {
    rule: rules.promises,
    breaks: { "app/threads/tree.ts": `// ${"TO"}DO: sort` },
    keeps: { "app/threads/tree.ts": "// Sorted by id: ids grow with time." },
  },
};

for (const [name, { rule, breaks, keeps }] of Object.entries(cases)) {
  test(name, () => {
    expect(rule(readHouse())).toEqual([]);
  });

  test(`${name}: what breaks it is named`, () => {
    expect(rule(keeps)).toEqual([]);
    for (const [file, source] of Object.entries(breaks)) {
      const named = rule({ ...keeps, [file]: source }).join();
      expect(named, file).toContain(file === "README.md" ? file : path.dirname(file));
    }
  });
}
