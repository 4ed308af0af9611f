/** Everything on a timer, on one page. */
import { sweepDevices } from "./accounts/device.server.ts";
import { renderAboutAgain } from "./accounts/render-about-again.server.ts";
import { sweepSessions } from "./accounts/session.server.ts";
import { sweepDrafts } from "./composing/discard-draft.server.ts";
import type { Forum } from "./context.server.ts";
import { makeDigests } from "./letters/make-digests.server.ts";
import { sendAtOnce } from "./letters/send-at-once.server.ts";
import { sweepAllowances } from "./limits/spend.server.ts";
import { sendLetters } from "./mail/send-letters.server.ts";
import { sweepLetters } from "./mail/sweep-letters.server.ts";
import { keepTime } from "./moderation/keep-time.server.ts";
import { lookThroughSearches } from "./notices/look-through-searches.server.ts";
import { sweepNotices } from "./notices/sweep-notices.server.ts";
import { sweepNudges } from "./nudges/sweep-nudges.server.ts";
import { renderAgain } from "./posts/render-again.server.ts";
import { fitNightly } from "./ranking/fit/fit-forum.server.ts";
import { refreshDue } from "./ranking/refresh-due.server.ts";
import { refreshThreads } from "./ranking/refresh-threads.server.ts";
import { findNewest } from "./search/find-newest.server.ts";
import { sweepPrints } from "./spam/sweep-prints.server.ts";
import { weighDue, weighNewcomers } from "./standing/weigh-people.server.ts";
import { endQuiet } from "./threads/end-quiet.server.ts";
import { sweepFormKeys } from "./threads/form-key.server.ts";
import { indexOlderThreads } from "./threads/index-title.server.ts";

interface Timed {
  every: number;
  name: string;
  deed: (forum: Forum, isStopping: () => boolean) => Promise<unknown>;
  /** Breaks off by itself when the forum stops, which waits for that. */
  isWaitedFor?: true;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

const timed: Timed[] = [
  // For what another process left, what failed, and what did not come through the door.
  { every: 5 * SECOND, name: "deliver events", deed: ({ deliver }) => deliver() },
  // A vote shows to everybody within a second.
  {
    every: SECOND / 2,
    name: "refresh threads",
    deed: ({ db, now }) => refreshThreads(db, now()),
  },
  { every: 10 * SECOND, name: "refresh what is due", deed: ({ db, now }) => refreshDue(db, now()) },
  { every: 10 * SECOND, name: "end quiet", deed: ({ db, now }) => endQuiet(db, now()) },
  {
    every: MINUTE,
    name: "render posts again",
    deed: ({ db, reportError }) => renderAgain(db, reportError),
  },
  {
    every: MINUTE,
    name: "render what people say of themselves again",
    deed: ({ db, reportError }) => renderAboutAgain(db, reportError),
  },
  { every: MINUTE, name: "take the words of titles", deed: ({ db }) => indexOlderThreads(db) },
  {
    every: 10 * SECOND,
    name: "look through searches",
    deed: ({ db, now, reportError }) => lookThroughSearches(db, now(), findNewest, reportError),
  },
  {
    every: 10 * MINUTE,
    name: "sweep allowances",
    deed: ({ db, now }) => sweepAllowances(db, now()),
  },
  { every: 10 * MINUTE, name: "weigh newcomers", deed: ({ db, now }) => weighNewcomers(db, now()) },
  { every: MINUTE, name: "weigh standing", deed: ({ db, now }) => weighDue(db, now()) },
  // Asks whether a day has passed.
  { every: 10 * MINUTE, name: "fit positions", deed: ({ db, now }) => fitNightly(db, now()) },
  {
    every: 10 * SECOND,
    name: "keep the time of cases",
    deed: ({ db, now, reportError }) => keepTime(db, now(), reportError),
  },
  {
    every: 10 * SECOND,
    name: "make letters at once",
    deed: (forum) => sendAtOnce(forum.db, forum),
  },
  { every: MINUTE, name: "make regular letters", deed: (forum) => makeDigests(forum.db, forum) },
  {
    every: 3 * SECOND,
    name: "send letters",
    deed: ({ db, mail = null, origin, now }, isStopping) =>
      sendLetters(db, { mail, origin, now, isStopping }),
    isWaitedFor: true,
  },
  { every: 60 * MINUTE, name: "sweep letters", deed: ({ db, now }) => sweepLetters(db, now()) },
  { every: 60 * MINUTE, name: "sweep sessions", deed: ({ db, now }) => sweepSessions(db, now()) },
  { every: 60 * MINUTE, name: "sweep devices", deed: ({ db, now }) => sweepDevices(db, now()) },
  { every: 60 * MINUTE, name: "sweep form keys", deed: ({ db, now }) => sweepFormKeys(db, now()) },
  { every: 60 * MINUTE, name: "sweep drafts", deed: ({ db, now }) => sweepDrafts(db, now()) },
  { every: 60 * MINUTE, name: "sweep notices", deed: ({ db, now }) => sweepNotices(db, now()) },
  { every: 60 * MINUTE, name: "sweep prints", deed: ({ db, now }) => sweepPrints(db, now()) },
  { every: 60 * MINUTE, name: "sweep nudges", deed: ({ db, now }) => sweepNudges(db, now()) },
];

/** Starts the timers, each deed once at first, none before its last run has ended; answers how to stop them: that resolves when what must not be cut off has ended. */
export function startClock(forum: Forum): () => Promise<unknown> {
  let isStopping = false;
  const waitedFor = new Set<Promise<void>>();
  const timers = timed.map(({ every, name, deed, isWaitedFor }) => {
    let isRunning = false;
    const run = async () => {
      if (isRunning) return;
      isRunning = true;
      await deed(forum, () => isStopping).catch((error: unknown) =>
        forum.reportError(error, `clock: ${name}`),
      );
      isRunning = false;
    };
    const begin = () => {
      const running = run();
      if (!isWaitedFor) return;
      waitedFor.add(running);
      void running.then(() => waitedFor.delete(running));
    };
    begin();
    return setInterval(begin, every);
  });
  return () => {
    isStopping = true;
    for (const timer of timers) clearInterval(timer);
    return Promise.all(waitedFor);
  };
}
