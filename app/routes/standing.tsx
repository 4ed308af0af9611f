import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { withoutMutedLines } from "../following/without-muted.server.ts";
import { scaledPoints } from "../limits/limits.ts";
import { spanOf } from "../limits/span.ts";
import { OwnPace } from "../pace/own-pace.tsx";
import { readOwnPace } from "../pace/watch-pace.server.ts";
import { signedIn, signInFirst } from "../receive.server.ts";
import { Counted, NotCounted } from "../standing/counted-view.tsx";
import { nextLineAt } from "../standing/exemplary.ts";
import { levelAbove } from "../standing/levels.ts";
import { LimitsView } from "../standing/limits-view.tsx";
import { LinesView } from "../standing/lines-view.tsx";
import { NeedsView } from "../standing/needs-view.tsx";
import { readOwnStanding } from "../standing/read-own-standing.server.ts";
import { say } from "../strings/say.ts";
import { paceOf } from "../threads/pace.ts";
import { pageHead } from "../ui/page-head.ts";
import { inWords } from "../ui/time.tsx";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  signInFirst(visit, request);
  const person = signedIn(context);
  const now = forum.now();
  const standing = await readOwnStanding(forum.db, person, now);
  const pace = paceOf({ ...person, level: standing.level }, now, forum.limits);
  const later = scaledPoints("vote.person", forum.limits);
  const limits = {
    ...{ pace, now, joinedAt: person.joinedAt },
    votes: {
      now: standing.level === 0 ? scaledPoints("vote.newcomer", forum.limits) : later,
      later,
    },
    lines: spanOf(nextLineAt(now, forum.limits) - now),
    thanks: scaledPoints("thanks.person", forum.limits),
  };
  const shown = await withoutMutedLines(forum.db, visit, request, standing.lines);
  const slowed = await readOwnPace(forum.db, person.id, now);
  return { slowed, standing: { ...standing, lines: shown.lines }, hidden: shown.hidden, limits };
}

export const meta: MetaFunction = () => pageHead({ title: say("standing.title"), isPrivate: true });

export default function OwnStandingPage() {
  const { slowed, standing, hidden, limits } = useLoaderData<typeof loader>();
  const { level, isByHand, lostAt, isRising, facts, lines } = standing;
  const above = levelAbove(level);
  return (
    <main id="main" className="standing">
      <header className="page-head">
        <h1>{say("standing.title")}</h1>
        <p className="prose">{say("standing.lead", { level })}</p>
      </header>
      {slowed && <OwnPace {...slowed} />}
      {isByHand && <p className="box prose">{say("standing.by-hand")}</p>}
      {lostAt !== null && (
        <p className="box prose">
          {say("standing.below", { level, under: level - 1, day: inWords(lostAt) })}
        </p>
      )}
      <section aria-labelledby="lets">
        <h2 id="lets">{say("standing.lets", { level })}</h2>
        <p className="prose">{say(`standing.lets.${level as 0 | 1 | 2 | 3}`)}</p>
        {level >= 2 && (
          <p>
            <a href="/held">{say("spam.held.title")}</a>
          </p>
        )}
        {level >= 3 && (
          <p>
            <a href="/moderation/clear">{say("clearing.see")}</a>
          </p>
        )}
        <LimitsView level={level} {...limits} />
      </section>
      {above && (
        <section aria-labelledby="needs">
          <h2 id="needs">{say("standing.needs", { level: above })}</h2>
          {isRising && <p className="prose">{say("standing.rising")}</p>}
          <NeedsView level={above} facts={facts} />
        </section>
      )}
      <section aria-labelledby="counted">
        <h2 id="counted">
          {say("standing.counted", { points: Math.floor(facts.points * 10) / 10 })}
        </h2>
        <p className="hint">{say("standing.counted.how")}</p>
        <Counted {...standing} />
        <h3>{say("standing.not-counted")}</h3>
        <NotCounted {...standing} />
      </section>
      <LinesView lines={lines} hidden={hidden} here="/standing" />
    </main>
  );
}
