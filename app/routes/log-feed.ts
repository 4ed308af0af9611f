import type { LoaderFunctionArgs } from "@remix-run/node";
import { readListVersion } from "../events/list-version.server.ts";
import { answerFeed } from "../feeds/answer-feed.server.ts";
import { logEntries } from "../feeds/log-entries.tsx";
import { logPath, queryOf, readFilters } from "../log/filters.ts";
import { readLog } from "../log/read-log.server.ts";
import { say } from "../strings/say.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { db, origin } = args.context.forum;
  const filters = readFilters(new URL(args.request.url).searchParams);
  return answerFeed(args, {
    path: "/log",
    query: queryOf(filters),
    version: () => readListVersion(db),
    async read() {
      const { entries } = await readLog(db, null, filters);
      return {
        title: say("feeds.list", { forum: say("forum.name"), name: say("log.title") }),
        description: say("log.description"),
        page: logPath(filters),
        since: 0,
        entries: logEntries(entries, origin),
      };
    },
  });
}
