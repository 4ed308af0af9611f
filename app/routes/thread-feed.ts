import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { answerFeed } from "../feeds/answer-feed.server.ts";
import { feedForm, feedPath } from "../feeds/feed.ts";
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
      if (thread.merged_into_id !== null) {
        const { pathname, search } = new URL(args.request.url);
        throw redirect(feedPath(`/threads/${thread.merged_into_id}`, feedForm(pathname)) + search);
      }
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
