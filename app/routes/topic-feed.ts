import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { readListVersion } from "../events/list-version.server.ts";
import { answerFeed } from "../feeds/answer-feed.server.ts";
import { feedForm, feedPath } from "../feeds/feed.ts";
import { readThreadEntries } from "../feeds/thread-entries.server.ts";
import { say } from "../strings/say.ts";
import { listThreads } from "../threads/list-threads.server.ts";
import { listPath, orderQuery, readThreadOrder } from "../threads/thread-order.ts";
import { readTopic } from "../topics/list-topics.server.ts";
import { topicPath, topicSlug } from "../topics/topic.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { db, origin } = args.context.forum;
  const { pathname, searchParams } = new URL(args.request.url);
  const order = readThreadOrder(searchParams.get("order"));
  const part = args.params.topic ?? "";
  return answerFeed(args, {
    path: topicPath(topicSlug(part)),
    query: orderQuery(order),
    version: () => readListVersion(db),
    async read() {
      const topic = await readTopic(db, part);
      if (topic.merged_into) {
        const path = topicPath(topic.merged_into);
        throw redirect(feedPath(path, feedForm(pathname), Object.fromEntries(searchParams)), 301);
      }
      const { threads } = await listThreads(db, { order, after: null, topicId: topic.id });
      return {
        title: say(`feeds.topic.${order}`, { topic: topic.name }),
        description: topic.about || say("feeds.topic.description", { topic: topic.name }),
        page: listPath(topicPath(topic.slug), order, null),
        since: topic.made_at,
        entries: await readThreadEntries(db, threads, order, origin),
      };
    },
  });
}
