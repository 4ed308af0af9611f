import type { Db } from "#db/open.server.ts";
import type { ActionKind } from "../moderation/actions.ts";
import { isModerator, mayReadHistory, type Person } from "../permissions.ts";
import { allow } from "../refusals.ts";
import { findDifference, type Piece } from "./difference.ts";
import { readPost } from "./read-post.server.ts";

/** Most edits on one page. */
const PAGE_EDITS = 20;
/** What all differences of a page may take together, in milliseconds. */
const PAGE_TIME = 200;
/** Acts that accept a new text, after which the former is its author's and moderators' alone, also where its case is opened again. */
const accepting: readonly ActionKind[] = ["confirm", "clear"];
/** Acts that accept one where they take back that it was refused. */
const undoing: readonly ActionKind[] = ["overturn", "restore"];

export interface Edit {
  version: number;
  writtenAt: number;
  /** The title that this edit took away, if it changed. */
  formerTitle: string | null;
  title: string | null;
  pieces: Piece[];
}

/** A post's edits, newest first, each with what it changed; the first that may be shown stands last, whole: to others than its author and moderators nothing from before a text was taken out of it. Throws Refusal 404 or 403. */
export async function readHistory(
  db: Db,
  person: Person | null,
  postId: number | null,
  before: number | null,
) {
  const post = await readPost(db, postId);
  allow(mayReadHistory(person, post));
  const revisions = await db
    .selectFrom("revision")
    .select(["version", "title", "body", "written_at"])
    .where("post_id", "=", post.id)
    .where("version", ">=", seesAll(person, post) ? 0 : post.public_from)
    .$if(before !== null, (query) => query.where("version", "<", before!))
    .orderBy("version", "desc")
    .limit(PAGE_EDITS + 1)
    .execute();
  const isOpening = post.parent_id === null;
  const present = {
    version: post.version,
    title: isOpening ? post.title : null,
    body: post.body,
    written_at: post.edited_at ?? post.posted_at,
  };
  const versions = before === null ? [present, ...revisions] : revisions;
  const shown = versions.slice(0, PAGE_EDITS);
  const edits: Edit[] = [];
  for (const [index, version] of shown.entries()) {
    const older = versions[index + 1];
    edits.push({
      version: version.version,
      writtenAt: version.written_at,
      title: version.title,
      formerTitle: older && older.title !== version.title ? older.title : null,
      pieces: older
        ? findDifference(older.body, version.body, PAGE_TIME / shown.length)
        : [{ text: version.body, is: "kept" as const }],
    });
    // Others are answered between two differences.
    await new Promise((resolve) => setImmediate(resolve));
  }
  const isLastPage = versions.length <= PAGE_EDITS;
  return {
    ...{ post, edits, next: isLastPage ? null : edits.at(-1)!.version },
    isEdited: post.version > 1,
    kept: isLastPage && !seesAll(person, post) ? await readKept(db, post) : null,
  };
}

/** That versions before those that are shown are kept from readers, with the act that did it, where the log has one; null where there are none. */
async function readKept(
  db: Db,
  { id, public_from }: { id: number; public_from: number },
): Promise<{ actId: number | null } | null> {
  if (public_from <= 1) return null;
  const act = await db
    .selectFrom("action")
    .leftJoin("action as undone", "undone.id", "action.undoes_id")
    .select("action.id")
    .where("action.post_id", "=", id)
    .where((eb) =>
      eb.or([
        eb("action.kind", "in", accepting),
        // A passage that is back is in the history again.
        eb.and([eb("action.kind", "=", "redact"), eb("action.undone_at", "is", null)]),
        eb.and([eb("action.kind", "in", undoing), eb("undone.kind", "=", "refuse")]),
      ]),
    )
    .orderBy("action.id", "desc")
    .executeTakeFirst();
  return { actId: act?.id ?? null };
}

const seesAll = (person: Person | null, post: { authorId: number }) =>
  isModerator(person) || post.authorId === person?.id;
