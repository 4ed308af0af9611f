/** What an author does about a post that moderation asks them to rewrite, or removed. */
import type { Db, Trx } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import type { SentDraft } from "../composing/kept-draft.ts";
import type { Person } from "../permissions.ts";
import { withPlainBreaks } from "../posts/difference.ts";
import { placePath } from "../posts/post-place.ts";
import { Refusal, WrongForm } from "../refusals.ts";
import type { Scorer } from "../substance/scores.ts";
import { closeDraft } from "../threads/close-draft.server.ts";
import { renderPost } from "../threads/render-post.server.ts";
import { slugOf } from "../threads/thread-path.ts";
import { changedShare } from "./changed-share.ts";
import { isCleared } from "./judge-rewrite.ts";
import { refuseTakenOut } from "./refuse-taken-out.server.ts";
import { takeRewrite } from "./take-rewrite.server.ts";

export interface Rewrite {
  body: string;
  /** Of the post, as the form began from it. */
  version: number;
  /** As a title is kept; of an opening post only. Null, or left out, to keep the one that it has. */
  title?: string | null;
}

interface Means {
  now: number;
  /** The scale of limits. */
  limits: number;
  scorer: () => Scorer | undefined;
  draft?: SentDraft | null;
}

export interface Rewritten {
  /** The post's address. */
  path: string;
  /** Cleared by itself, or waiting for a moderator: in the post's place, or proposed for what was removed. */
  outcome: "cleared" | "waits" | "proposed";
}

/** Puts a new text in the place of a post whose author was asked to rewrite it, or proposes one for what was removed: its author's alone to do. It clears by itself where the passage is gone and no scorer sees an insult, else a moderator looks. Refuses with 409 where nothing is asked, or the text is another by now. */
export async function rewritePost(
  db: Db,
  person: Person,
  postId: number,
  draft: Rewrite,
  { now, limits, scorer, draft: kept }: Means,
): Promise<Rewritten> {
  const asked = await findAsked(db, person, postId);
  const other = otherTitle(asked, draft);
  if (withPlainBreaks(asked.text) === withPlainBreaks(draft.body) && other === null) {
    throw new WrongForm({ body: { key: "deeds.rewrite.same" } });
  }
  const html = await renderPost(db, person, draft.body, limits);
  await refuseTakenOut(db, postId, { html, title: other });
  const { passage } = asked;
  const wasRefused = (asked.ask_count ?? 0) > 1;
  const title = other ?? asked.title;
  const isClear = isCleared(scorer(), { title, body: draft.body, html, passage, wasRefused });
  const before = withTitle(asked.title, asked.text);
  const isOther = changedShare(before, withTitle(title, draft.body), passage) >= 0.2;
  return write(db, async (trx) => {
    const found = await findAsked(trx, person, postId);
    if (found.version !== draft.version) throw new Refusal(409, { key: "threads.edit.newer" });
    await closeDraft(trx, { personId: person.id, draft: kept, now });
    const text = { body: draft.body, html, title: otherTitle(found, draft) };
    const outcome = await takeRewrite(trx, found.case_id, text, { isClear, isOther, now });
    const shown = outcome === "proposed" ? null : text.title;
    const slug = shown === null ? found.slug : slugOf(shown);
    return { path: placePath({ ...found.thread, slug }, found), outcome };
  });
}

/** The title that a post is to have instead of its own; null where that stays, and of what opens no thread. */
const otherTitle = (post: { title: string | null }, { title }: Rewrite) =>
  post.title !== null && title && title !== post.title ? title : null;

/** All that its readers voted on. */
const withTitle = (title: string | null, body: string) =>
  title === null ? body : `${title}\n\n${body}`;

/** A post of this person about which something is asked, with its text, and of an opening post its title, wherever those are kept. */
async function findAsked(db: Db | Trx, person: Person, postId: number) {
  const post = await db
    .selectFrom("post")
    .innerJoin("thread", "thread.id", "post.thread_id")
    .leftJoin("case", (join) =>
      join.onRef("case.post_id", "=", "post.id").on("case.closed_at", "is", null),
    )
    .leftJoin("kept_text", (join) =>
      join.onRef("kept_text.post_id", "=", "post.id").on("kept_text.why", "=", "away"),
    )
    .select(["post.id", "post.author_id", "post.parent_id", "post.body", "post.version"])
    .select(["post.depth", "thread.id as thread_id", "thread.slug", "thread.reply_count"])
    .select(["case.id as case_id", "case.state", "case.passage", "case.ask_count"])
    .select(["thread.title", "kept_text.body as kept", "kept_text.title as kept_title"])
    .where("post.id", "=", postId)
    .executeTakeFirst();
  if (!post) throw new Refusal(404, { key: "threads.post.not-found" });
  if (post.author_id !== person.id) throw new Refusal(403, { key: "threads.edit.not-yours" });
  const { case_id } = post;
  if (case_id === null || !rewritable.includes(post.state ?? "")) {
    throw new Refusal(409, { key: "deeds.rewrite.not-asked" });
  }
  const thread = { id: post.thread_id, reply_count: post.reply_count };
  const title = post.parent_id === null ? (post.kept_title ?? post.title) : null;
  return { ...post, case_id, title, text: post.kept ?? post.body, thread };
}

const rewritable = ["asked", "lapsed", "removed"];
