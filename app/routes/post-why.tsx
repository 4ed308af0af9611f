import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PersonLink } from "../accounts/person-link.tsx";
import { readId } from "../composing/draft.ts";
import { followPath } from "../following/level.ts";
import { withoutMutedLines } from "../following/without-muted.server.ts";
import { nothingPressed } from "../posts/read-press.ts";
import { readWhy } from "../ranking/read-why.server.ts";
import { Look, PostParts, ThreadParts } from "../ranking/why-tables.tsx";
import { readMarks } from "../reading/read-marks.server.ts";
import { readVotes } from "../reading/read-votes.server.ts";
import { PostIds, ShownPosts } from "../reading/shown-posts.ts";
import { orErrorPage } from "../receive.server.ts";
import { PostHonours } from "../standing/post-honours.tsx";
import { readPostHonours } from "../standing/read-post-honours.server.ts";
import { say, sayRich } from "../strings/say.ts";
import { pageHead } from "../ui/page-head.ts";
import type { VoteReason } from "../votes/ballot.ts";
import { readReceived } from "../votes/read-received.server.ts";
import { ReceivedView } from "../votes/received-view.tsx";
import { SignInToVote, WhyVote } from "../votes/why-vote.tsx";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  const { person } = visit;
  const why = await orErrorPage(() => readWhy(forum.db, readId(params.post ?? "")));
  const { id, authorId } = why.post;
  const isOwn = person?.id === authorId;
  const vote =
    person && !isOwn ? (await readVotes(forum.db, person, new PostIds([id]))).get(id) : null;
  const marks =
    person && isOwn ? await readMarks(forum.db, person, new ShownPosts([{ id, authorId }])) : {};
  const honours = await readPostHonours(forum.db, person, id);
  return {
    ...why,
    reader: person && { isOwn, isNewcomer: person.level === 0 },
    pressed: { ...nothingPressed, ...(vote && { worth: vote.worth, agree: vote.agree }) },
    reason: (vote?.reason ?? null) as VoteReason | null,
    received: person && isOwn ? await readReceived(forum.db, person, id) : null,
    thanks: marks[id]?.thanks ?? null,
    honours: {
      ...honours,
      ...(await withoutMutedLines(forum.db, visit, request, honours.lines)),
    },
  };
}

export const meta: MetaFunction<typeof loader> = () =>
  pageHead({ title: say("why.title"), isPrivate: true });

export default function PostWhy() {
  const data = useLoaderData<typeof loader>();
  const { post, title, isPinned, counts, parts, look, thread } = data;
  return (
    <main id="main">
      <header className="page-head">
        <h1>{say("why.title")}</h1>
        <p className="by">
          <PersonLink name={post.author} />{" "}
          <span>
            {sayRich("history.in", {
              title,
              thread: (words) => (
                <a key="thread" href={`/posts/${post.id}`}>
                  {words}
                </a>
              ),
            })}
          </span>
        </p>
        <p>{say("why.lead")}</p>
      </header>
      <section className="page-section" aria-labelledby="counts">
        <h2 id="counts">{say("why.counts")}</h2>
        <p>
          {counts
            ? say("why.counts.of", { ...counts, found: counts.worth })
            : say("why.counts.hidden")}
        </p>
        <YourVote />
      </section>
      <ReceivedView received={data.received} thanks={data.thanks} />
      <PostHonours {...data.honours} />
      <section className="page-section" aria-labelledby="place">
        <h2 id="place">{say(post.isOpening ? "why.substance.title" : "why.among")}</h2>
        <p>{say(post.isOpening ? "why.substance.lead" : "why.among.lead")}</p>
        <PostParts parts={parts} />
        {look && <Look {...look} />}
      </section>
      {thread.length > 0 && (
        <section className="page-section" aria-labelledby="front">
          <h2 id="front">{say("why.front.title")}</h2>
          <p>{say("why.front.lead")}</p>
          {isPinned && <p>{say("why.front.pinned")}</p>}
          <ThreadParts parts={thread} />
        </section>
      )}
      <p className="row">
        <a className="button" href={`/posts/${post.id}`}>
          {say("why.back")}
        </a>
        <a href="/help#votes">{say("why.help")}</a>
        {!post.isOpening && (
          <a href={followPath({ kind: "branch", id: post.id })}>{say("following.branch.follow")}</a>
        )}
      </p>
    </main>
  );
}

function YourVote() {
  const { post, counts, reader, pressed, reason } = useLoaderData<typeof loader>();
  if (!reader) return <SignInToVote path={`/posts/${post.id}/why`} />;
  if (reader.isOwn) return <p className="hint">{say("why.vote.own")}</p>;
  const voted = { id: post.id, author: post.author, votes: counts };
  return <WhyVote {...{ post: voted, pressed, reason }} isNewcomer={reader.isNewcomer} />;
}
