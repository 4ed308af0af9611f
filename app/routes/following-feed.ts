import type { LoaderFunctionArgs } from "@remix-run/node";
import { hashToken, isToken } from "../accounts/token.server.ts";
import { answerFeed } from "../feeds/answer-feed.server.ts";
import { type FeedReader, findFeedReader } from "../feeds/feed-key.server.ts";
import { findFollowed } from "../feeds/find-followed.server.ts";
import { readEntries } from "../feeds/read-entries.server.ts";
import { readFollowsVersion } from "../feeds/read-follows.server.ts";
import { Refusal } from "../refusals.ts";
import { say } from "../strings/say.ts";

/** Whoever has the key reads, signed in or not. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, origin } = args.context.forum;
  const key = new URL(args.request.url).searchParams.get("key") ?? "";
  let reader: FeedReader;
  return answerFeed(args, {
    path: "/following",
    own: () => ({ secret: { key }, name: `person-${reader.id}` }),
    async version() {
      const found = isToken(key) ? await findFeedReader(db, hashToken(key)) : null;
      if (!found) throw new Refusal(404, { key: "feeds.key.not-found" });
      reader = found;
      return readFollowsVersion(db, reader);
    },
    async read() {
      const { name } = reader;
      return {
        title: say("feeds.following", { name }),
        description: say("feeds.following.description", { name }),
        page: "/following",
        since: reader.madeAt,
        entries: await readEntries(db, await findFollowed(db, reader), origin),
      };
    },
  });
}
