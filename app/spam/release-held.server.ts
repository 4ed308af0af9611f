import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { releaseCase } from "../moderation/release-case.server.ts";
import { officeOf } from "../moderation/settle-case.server.ts";
import { findCase } from "../moderation/take-step.server.ts";
import { isModerator, mayLookAtHeld, type Person } from "../permissions.ts";
import { placePath } from "../posts/post-place.ts";
import { allow, Refusal } from "../refusals.ts";
import { stillMay } from "../still-may.server.ts";
import { say } from "../strings/say.ts";

/** Lets a newcomer's post go that waits for a look; a member's look stands in the log as the members'. Answers the post's address; refuses with 409 where it waits no more. */
export async function releaseHeld(
  db: Db,
  person: Person,
  postId: number | null,
  now: number,
): Promise<string> {
  allow(mayLookAtHeld(person, null));
  return write(db, async (trx) => {
    const looking = await stillMay(trx, person, (then) => mayLookAtHeld(then, null));
    const held = await trx
      .selectFrom("case")
      .select(["id", "author_id"])
      .where("post_id", "=", postId ?? 0)
      .where("kind", "=", "spam")
      .where("state", "=", "held")
      .where("closed_at", "is", null)
      .executeTakeFirst();
    if (!held) throw new Refusal(409, { key: "spam.let-go.over" });
    allow(mayLookAtHeld(person, { authorId: held.author_id }));
    const row = await findCase(trx, held.id);
    const by = isModerator(looking)
      ? { office: officeOf(looking), byId: looking.id }
      : { office: "members" as const, byId: null };
    await releaseCase(trx, row, { ...by, reason: say("spam.act.let-go"), now });
    const post = await trx
      .selectFrom("post")
      .innerJoin("thread", "thread.id", "post.thread_id")
      .select(["post.id", "post.depth", "post.thread_id", "thread.slug", "thread.reply_count"])
      .where("post.id", "=", row.post_id)
      .executeTakeFirstOrThrow();
    return placePath({ ...post, id: post.thread_id }, post);
  });
}
