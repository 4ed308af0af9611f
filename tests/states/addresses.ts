/** Every address of the site map, as what somebody is answered there. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Readable } from "#app/drawing/reading-page.ts";
import type { Person } from "#app/permissions.ts";
import siteMap from "../../app/routes.ts";
import { openPage } from "../routes/open-page.ts";
import { visit } from "../routes/visit.ts";
import { LATER, type Talk } from "./scene.ts";

type Reader = Person | null;

/** A place where words of a post may stand. */
export interface Place {
  name: string;
  ask: (talk: Talk, reader: Reader) => Promise<string>;
  /** It stands in its thread there: what is folded can be unfolded. */
  isInThread?: true;
}

/** A page for reading: as it is drawn, and what is its reader's own. */
export async function read(
  talk: Talk,
  reader: Reader,
  { page }: { page: Readable },
  wished: { part?: string; query?: string },
): Promise<string> {
  const opened = await openPage(talk.db, page, reader, { now: LATER, ...wished });
  if (opened instanceof Response) return textOf(opened);
  return opened.html + Object.values(opened.own).join("");
}

const textOf = async (answer: Response) =>
  `${answer.headers.get("Location")} ${await answer.text()}`;

type Loader = (args: LoaderFunctionArgs) => Promise<unknown>;

/** What a page that hydrates is handed, or what it refuses with. */
export async function load(
  { db }: Talk,
  reader: Reader,
  loader: unknown,
  path: string,
  params: Record<string, string> = {},
): Promise<string> {
  const asked = visit(db, path, { params, person: reader, now: LATER });
  const answer = await Promise.resolve(asked)
    .then(loader as Loader)
    .catch((thrown: unknown) => {
      if (thrown instanceof Error) throw thrown;
      return thrown;
    });
  return answer instanceof Response ? textOf(answer) : JSON.stringify(answer);
}

const idsOf = async (talk: Talk, table: "action" | "case" | "appeal" | "notice" | "letter") => {
  const rows = await talk.db.selectFrom(table).select("id").execute();
  return rows.map(({ id }) => String(id));
};

/** What a part of an address may stand for, by its name. */
const values: Record<string, (talk: Talk) => string[] | Promise<string[]>> = {
  thread: ({ threadId }) => [String(threadId)],
  post: ({ postId, answerId }) => [String(postId), String(answerId)],
  topic: () => ["open-weights"],
  name: () => ["Ben"],
  draft: ({ draftKey }) => [draftKey],
  notice: (talk) => idsOf(talk, "notice"),
  case: (talk) => idsOf(talk, "case"),
  appeal: (talk) => idsOf(talk, "appeal"),
  letter: (talk) => idsOf(talk, "letter"),
  month: () => ["2026-11"],
  rule: () => ["argument"],
  // Nobody's: what those who hold them find is their own.
  token: () => ["nobodys"],
};

/** By the route, what its `:act` stands for: one of the log, or what is done to a person. */
const actsOf = (talk: Talk, path: string) =>
  path.startsWith("log/") ? idsOf(talk, "action") : ["warn", "suspend"];

/** Everything that the parts of an address may stand for together. */
async function fillings(talk: Talk, path: string): Promise<Record<string, string>[]> {
  let filled: Record<string, string>[] = [{}];
  for (const [, name] of path.matchAll(/:(\w+)/g)) {
    const parts = await (name === "act" ? actsOf(talk, path) : values[name!]!(talk));
    filled = filled.flatMap((params) => parts.map((part) => ({ ...params, [name!]: part })));
  }
  return filled;
}

const inThread = ["threads/:thread", "posts/:post/history", "posts/:post/flag"];

/** What each of them answers to whoever opens it, whatever its parts stand for. */
export const addresses: Place[] = siteMap.map(({ path = "", file }) => ({
  name: `/${path}`,
  ...(inThread.includes(path) ? { isInThread: true as const } : {}),
  async ask(talk, reader) {
    const { loader } = (await import(/* @vite-ignore */ `#app/${file}`)) as { loader?: unknown };
    const answers: string[] = [];
    for (const params of loader ? await fillings(talk, path) : []) {
      const address = path.replace(/:(\w+)/g, (_, name: string) => params[name]!);
      answers.push(
        "page" in (loader as object)
          ? await read(talk, reader, loader as { page: Readable }, {
              part: Object.values(params).at(-1) ?? "",
            })
          : await load(talk, reader, loader, `/${address}`, params),
      );
    }
    return answers.join("");
  },
}));
