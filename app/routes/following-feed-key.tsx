import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { hashToken, makeToken } from "../accounts/token.server.ts";
import { feedPath } from "../feeds/feed.ts";
import { keepFeedKey, readFeedKey, removeFeedKey } from "../feeds/feed-key.server.ts";
import { FollowingFeed, type MadeAddresses, NewAddresses } from "../feeds/following-feed.tsx";
import { goOn, receive, signedIn, signInFirst } from "../receive.server.ts";
import type { HandedBack } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { HandedBackNote } from "../ui/handed-back.tsx";
import { pageHead } from "../ui/page-head.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  signInFirst(visit, request);
  return { madeAt: visit.person ? await readFeedKey(forum.db, visit.person) : null };
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const { db, forum, form, now } = received;
    const person = signedIn(received);
    if (form.get("remove") === "1") {
      await removeFeedKey(db, person);
      return goOn(received, "/following", { key: "feeds.own.removed" });
    }
    const key = makeToken();
    await keepFeedKey(db, person, hashToken(key), { now, scale: forum.limits });
    // Shown here and nowhere else: only its hash is kept.
    const addressOf = (form: "xml" | "json") =>
      forum.origin + feedPath("/following", form, { key });
    const made: MadeAddresses = { xml: addressOf("xml"), json: addressOf("json") };
    return Response.json(made, { status: 201 });
  });
}

export const meta: MetaFunction = () =>
  pageHead({ title: say("feeds.own.title"), isPrivate: true });

export default function FollowingFeedKey() {
  const { madeAt } = useLoaderData<typeof loader>();
  const answer = useActionData<HandedBack | MadeAddresses>();
  return (
    <main id="main">
      <h1>{say("feeds.own.title")}</h1>
      {answer && "xml" in answer && <NewAddresses made={answer} />}
      <HandedBackNote form={answer && "problems" in answer ? answer : undefined} isPress />
      <FollowingFeed madeAt={madeAt} isPage />
      <p className="row">
        <a className="button" href="/following">
          {say("feeds.own.back")}
        </a>
      </p>
    </main>
  );
}
