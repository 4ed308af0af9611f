import type { Trx } from "#db/open.server.ts";
import { asWritten } from "../markdown/as-written.ts";
import type { Cut } from "./cut-passage.ts";
import type { CaseRow } from "./find-case.server.ts";
import { findPost, type HeldPost } from "./find-post.server.ts";
import { fromKept } from "./from-kept.server.ts";
import { olderCuts } from "./older-cuts.ts";
import { putText } from "./put-text.server.ts";
import { isAway } from "./states.ts";
import { putBack, type Text, versionsOf } from "./taken-out.ts";

/** What a redaction left for its undoing. */
interface Redaction {
  version: number;
  publicFrom: number;
  passage?: string;
  /** Acts from before this was written down have none. */
  cuts?: Cut[];
  /** The version that it was undone in. */
  backAt?: number;
}

type Found = Awaited<ReturnType<typeof listRedactions>>[number];

/** Puts a passage back that this case took out, whatever was taken out or put back since, and shows the history from where it began before. What its author wrote since stays, and what a later decision closed of the history stays closed. */
export async function unredact(trx: Trx, { id, post_id }: CaseRow, now: number): Promise<void> {
  const redactions = await listRedactions(trx, post_id);
  const undone = redactions.findLast(({ caseId, backAt }) => caseId === id && backAt === null);
  if (!undone) return;
  const post = await findPost(trx, post_id);
  const kept = await trx
    .deleteFrom("kept_text")
    .where("post_id", "=", post_id)
    .where("why", "=", "redacted")
    .where("version", "=", undone.version)
    .returningAll()
    .executeTakeFirst();
  await markBack(trx, undone, post.version);
  const texts = await listTexts(trx, post, versionsOf(redactions, post.version));
  const takings = redactions.map((one) => ({ ...one, cuts: one.cuts ?? olderCuts(texts, one) }));
  const body = putBack(texts, takings);
  const shownFrom = openedFrom(post, undone, redactions);
  if (body === texts.at(-1)!.body) {
    const opened = { public_from: shownFrom };
    await trx.updateTable("post").set(opened).where("id", "=", post_id).execute();
    return;
  }
  // What nobody rendered yet is rendered by the clock.
  const text = kept?.body === body ? fromKept(kept) : { body, html: asWritten(body), renderer: 0 };
  await putText(trx, post, text, shownFrom, now);
}

/** All redactions of a post, the first first. */
async function listRedactions(trx: Trx, postId: number) {
  const acts = await trx
    .selectFrom("action")
    .select(["id", "case_id", "before"])
    .where("post_id", "=", postId)
    .where("kind", "=", "redact")
    .orderBy("id")
    .execute();
  return acts.map(({ id, case_id, before }) => {
    const redaction = JSON.parse(before!) as Redaction;
    return { actId: id, caseId: case_id, ...redaction, backAt: redaction.backAt ?? null };
  });
}

/** Later undoing goes by where an earlier one found the text. */
async function markBack(trx: Trx, undone: Found, version: number) {
  undone.backAt = version;
  const { actId, caseId: _, ...before } = undone;
  await trx
    .updateTable("action")
    .set({ before: JSON.stringify(before) })
    .where("id", "=", actId)
    .execute();
}

/** What a post said at these versions, the last of which is the present one, wherever that is kept. */
async function listTexts(trx: Trx, post: HeldPost, versions: number[]): Promise<Text[]> {
  const former = await trx
    .selectFrom("revision")
    .select(["version", "body"])
    .where("post_id", "=", post.id)
    .where("version", "in", versions)
    .orderBy("version")
    .execute();
  const away = isAway(post.state)
    ? await trx
        .selectFrom("kept_text")
        .select("body")
        .where("post_id", "=", post.id)
        .where("why", "=", "away")
        .executeTakeFirst()
    : null;
  return [...former, { version: post.version, body: away?.body ?? post.body }];
}

/** The first version that everybody reads then: where the redaction found it, or where others did that are undone too. */
function openedFrom(post: HeldPost, undone: Found, redactions: readonly Found[]): number {
  if (post.public_from > undone.version + 1) return post.public_from;
  let { publicFrom } = undone;
  for (const { version, publicFrom: before, backAt } of redactions.toReversed()) {
    if (version + 1 === publicFrom && backAt !== null) publicFrom = before;
  }
  return publicFrom;
}
