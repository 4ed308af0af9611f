import type { Db } from "#db/open.server.ts";
import { maySayMindChanged, maySendExemplary, type Person } from "../permissions.ts";
import { findHonoured } from "./find-honoured.server.ts";
import { findOwnLine } from "./find-line-bar.server.ts";
import { type ExemplaryLine, listExemplary } from "./list-exemplary.server.ts";

export interface PostHonours {
  id: number;
  /** How many say that it changed their mind. */
  minds: number;
  mayPraise: boolean;
  maySayChanged: boolean;
  /** The line that this person sent its author. */
  ownLine: string | null;
  /** Lines to its author, for the author alone. */
  lines: ExemplaryLine[];
}

/** What honours a post has that somebody may see, and which they may give it; throws Refusal 404. */
export async function readPostHonours(
  db: Db,
  person: Person | null,
  postId: number,
): Promise<PostHonours> {
  const post = await findHonoured(db, postId);
  const tally = await db
    .selectFrom("tally")
    .select("mind_count")
    .where("post_id", "=", postId)
    .executeTakeFirst();
  const ownLine = person && (await findOwnLine(db, person.id, post.id));
  return {
    id: post.id,
    minds: tally?.mind_count ?? 0,
    mayPraise: ownLine === null && maySendExemplary(person, post) === null,
    maySayChanged: maySayMindChanged(person, post) === null,
    ownLine,
    lines: person?.id === post.authorId ? await listExemplary(db, person.id, post.id) : [],
  };
}
