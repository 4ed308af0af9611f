import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { readListVersion } from "../events/list-version.server.ts";
import { answerFeed } from "../feeds/answer-feed.server.ts";
import { feedForm, feedPath } from "../feeds/feed.ts";
import { readEntries } from "../feeds/read-entries.server.ts";
import { Refusal } from "../refusals.ts";
import { answerSearch } from "../search/answer-search.server.ts";
import { searchPath } from "../search/search-path.ts";
import { say } from "../strings/say.ts";

const DAY = 86_400;

export async function loader(args: LoaderFunctionArgs) {
  const { request, context } = args;
  const { forum, visit } = context;
  const { pathname, searchParams } = new URL(request.url);
  const asked = (searchParams.get("q") ?? "").trim();
  // The newest of all is nearest to the newest of nothing in particular.
  if (asked === "") return redirect(feedPath("/", feedForm(pathname), { order: "new" }));
  return answerFeed(args, {
    path: "/search",
    query: { q: asked },
    isReadByEach: true,
    // What is said by the day, such as since:7d, moves on with it.
    version: async () => `${await readListVersion(forum.db)} ${Math.floor(forum.now() / DAY)}`,
    async read() {
      const wish = { order: "newest", after: null } as const;
      const { found, problems } = await answerSearch(forum, visit, asked, wish, request.signal);
      if (!found) throw new Refusal(422, problems[0] ?? { key: "search.nothing" });
      const ids = found.posts.map(({ id }) => id);
      return {
        title: say("feeds.search", { asked }),
        description: say("feeds.search.description", { asked }),
        page: searchPath(asked, "newest", null),
        since: 0,
        entries: await readEntries(forum.db, ids, forum.origin),
        isForNow: found.reachedAt !== null,
      };
    },
  });
}
