import type { Insertable } from "kysely";
import type { Trx } from "#db/open.server.ts";
import type {
  MentionTable,
  PostTable,
  QuotationTable,
  RevisionTable,
  TallyTable,
} from "#db/schema.ts";
import { RENDERER } from "../markdown/render.server.ts";
import { firstStandards, placeOfNew } from "../ranking/place.ts";
import { type Composed, composePost } from "./compose-post.ts";
import type { Batch } from "./counting.ts";
import type { Filling } from "./filling.ts";
import { insertRows } from "./insert-rows.server.ts";
import { inventThread, topicThrows } from "./invent-thread.ts";
import { NONE } from "./plan.ts";

/** Posts whose texts are held at a time. */
const CHUNK = 1_024;

/** Writes the posts of a batch, with what they mention, quote and said before. */
export async function writePosts(
  trx: Trx,
  filling: Filling,
  { from, to }: Pick<Batch, "from" | "to">,
  tell: (done: number) => void,
): Promise<void> {
  for (let begin = from; begin < to; begin += CHUNK) {
    const end = Math.min(to, begin + CHUNK);
    const chunk = new Chunk();
    for (const post of filling.plan.order.subarray(begin, end)) chunk.add(filling, post);
    await insertRows(trx, "post", chunk.posts);
    await insertRows(trx, "tally", chunk.tallies);
    await insertRows(trx, "mention", chunk.mentions);
    await insertRows(trx, "quotation", chunk.quotations);
    await insertRows(trx, "revision", chunk.revisions);
    tell(end - from);
  }
}

class Chunk {
  readonly posts: Insertable<PostTable>[] = [];
  readonly tallies: Insertable<TallyTable>[] = [];
  readonly mentions: Insertable<MentionTable>[] = [];
  readonly quotations: Insertable<QuotationTable>[] = [];
  readonly revisions: Insertable<RevisionTable>[] = [];

  add(filling: Filling, post: number) {
    const { idOf, personIdOf, plan } = filling;
    const composed = composePost(filling, post);
    const { mentions, quotes, former } = composed;
    const id = idOf(post);
    const row = rowOf(filling, post, composed);
    this.posts.push(row);
    this.tallies.push(tallyOf(filling, id, row));
    if (mentions !== NONE) this.mentions.push({ post_id: id, person_id: personIdOf(mentions) });
    if (quotes !== NONE) this.quotations.push({ post_id: id, quoted_post_id: idOf(quotes) });
    if (plan.posts.editedAt[post] === 0) return;
    const isOpening = plan.posts.parent[post] === NONE;
    const title = isOpening ? titleOf(filling, plan.posts.thread[post]!) : null;
    const written_at = plan.posts.at[post]!;
    this.revisions.push({ post_id: id, version: 1, title, body: former, written_at });
  }
}

const titleOf = ({ plan, topicIds }: Filling, thread: number) =>
  inventThread(plan, thread, topicThrows(topicIds.length)).title;

function rowOf(
  { plan: { posts }, counting, idOf, threadIdOf, personIdOf }: Filling,
  post: number,
  { kind, body, html }: Composed,
): Insertable<PostTable> {
  const idOrNull = (other: number) => (other === NONE ? null : idOf(other));
  return {
    id: idOf(post),
    thread_id: threadIdOf(posts.thread[post]!),
    author_id: personIdOf(posts.author[post]!),
    parent_id: idOrNull(posts.parent[post]!),
    branch_id: idOrNull(posts.branch[post]!),
    depth: posts.depth[post]!,
    kind,
    body,
    html,
    renderer: RENDERER,
    version: posts.editedAt[post] === 0 ? 1 : 2,
    posted_at: posts.at[post]!,
    edited_at: posts.editedAt[post] || null,
    withdrawn_at: posts.withdrawnAt[post] || null,
    reply_count: counting.replies[post]!,
    branch_count: counting.below[post]!,
  };
}

/** Nobody has voted yet, and nobody counts a million posts' words before somebody does. */
function tallyOf(
  { plan: { now } }: Filling,
  post_id: number,
  { thread_id, author_id, parent_id, depth, posted_at }: Insertable<PostTable>,
): Insertable<TallyTable> {
  const parentId = parent_id ?? null;
  const begun = { threadId: thread_id, authorId: author_id, parentId, depth };
  const placed = { ...begun, postedAt: posted_at, words: null, threadVotes: 0 };
  const { substance, best, across, dueAt } = placeOfNew(placed, firstStandards, now);
  const where = { post_id, thread_id, author_id, parent_id: parentId, depth, posted_at };
  return { ...where, substance, best, across, due_at: dueAt };
}
