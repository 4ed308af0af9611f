import type { LoaderFunctionArgs } from "@remix-run/node";
import { readListVersion } from "../events/list-version.server.ts";
import { readLog } from "../events/read-log.server.ts";
import { answerFeed } from "../feeds/answer-feed.server.ts";
import { logEntries } from "../feeds/log-entries.tsx";
import { say } from "../strings/say.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { db, origin } = args.context.forum;
  return answerFeed(args, {
    path: "/log",
    version: () => readListVersion(db),
    async read() {
      const { entries } = await readLog(db, null);
      return {
        title: say("feeds.list", { forum: say("forum.name"), name: say("log.title") }),
        description: say("log.description"),
        page: "/log",
        since: 0,
        entries: logEntries(entries, origin),
      };
    },
  });
}
