import type { LoaderFunctionArgs } from "@remix-run/node";
import { readListVersion } from "../events/list-version.server.ts";
import { answerFeed } from "../feeds/answer-feed.server.ts";
import { readThreadEntries } from "../feeds/thread-entries.server.ts";
import { say } from "../strings/say.ts";
import { listThreads } from "../threads/list-threads.server.ts";
import { listPath, orderQuery, readThreadOrder } from "../threads/thread-order.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { db, origin } = args.context.forum;
  const order = readThreadOrder(new URL(args.request.url).searchParams.get("order"));
  return answerFeed(args, {
    path: "/",
    query: orderQuery(order),
    version: () => readListVersion(db),
    async read() {
      const { threads } = await listThreads(db, { order, after: null });
      return {
        title: say("feeds.list", { forum: say("forum.name"), name: say(`feeds.threads.${order}`) }),
        description: say("threads.description"),
        page: listPath("/", order, null),
        since: 0,
        entries: await readThreadEntries(db, threads, order, origin),
      };
    },
  });
}
