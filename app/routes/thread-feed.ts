import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerFeed } from "../feeds/answer-feed.server.ts";
import { findNewestInThread, readThreadOfFeed } from "../feeds/find-newest.server.ts";
import { readEntries } from "../feeds/read-entries.server.ts";
import { Refusal } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { readThreadVersion } from "../threads/read-version.server.ts";
import { readThreadId, threadPath } from "../threads/thread-path.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { db, origin } = args.context.forum;
  const id = readThreadId(args.params.thread) ?? 0;
  return answerFeed(args, {
    path: `/threads/${id}`,
    version: () => readThreadVersion(db, id),
    async read() {
      const thread = await readThreadOfFeed(db, id);
      if (!thread) throw new Refusal(404, { key: "threads.not-found" });
      return {
        title: thread.title,
        description: say("feeds.thread.description", { title: thread.title }),
        page: threadPath(thread),
        since: thread.started_at,
        entries: await readEntries(db, await findNewestInThread(db, id), origin),
      };
    },
  });
}
