/** What follows each event, a moment after its deed. Each may run twice without harm, and looks itself how things stand when it runs. */
import type { Db } from "#db/open.server.ts";
import { tellOfPost } from "../notices/tell-of-post.server.ts";
import { watchPace } from "../pace/watch-pace.server.ts";
import { compareQuotersAgain } from "../references/record-references.server.ts";
import { indexTitle } from "../threads/index-title.server.ts";
import type { ConsequentialKind, Recorded } from "./event.ts";

/** Runs outside of any transaction; `now` in epoch seconds. What it throws is reported, and all of the event's consequences run again later. It may call `letNext` once all that it writes stands in line: the next event's consequences begin, and what both write shares a commit. */
export type Consequence = (
  db: Db,
  event: Recorded,
  now: number,
  letNext?: () => void,
) => Promise<unknown>;
export type Consequences = Record<ConsequentialKind, readonly Consequence[]>;

export const consequences: Consequences = {
  "thread-started": [takeTitle, tell],
  "reply-posted": [tell],
  "post-edited": [takeTitle],
  "post-restored": [compareQuoters],
  "post-found": [tell],
  "rewrite-sent": [takeTitle],
  "rewrite-confirmed": [takeTitle],
  "rewrite-asked": [watch],
  "rewrite-lapsed": [watch],
  "passage-redacted": [watch],
  "post-removed": [watch],
};

async function compareQuoters(db: Db, { postId }: Recorded) {
  await compareQuotersAgain(db, postId!);
}

async function watch(db: Db, { aboutId }: Recorded, now: number) {
  if (aboutId !== undefined) await watchPace(db, aboutId, now);
}

async function takeTitle(db: Db, { threadId }: Recorded) {
  await indexTitle(db, threadId!);
}

async function tell(db: Db, { id, kind, postId }: Recorded, now: number, letNext?: () => void) {
  await tellOfPost(db, { id, postId: postId!, isFound: kind === "post-found" }, now, letNext);
}
