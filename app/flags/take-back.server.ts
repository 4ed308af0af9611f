import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import type { Person } from "../permissions.ts";
import { placePath } from "../posts/post-place.ts";
import { Refusal } from "../refusals.ts";
import { weighVoteAgain } from "../votes/weigh-again.server.ts";
import { findFlaggable, findOpenFlag } from "./find-flagged.server.ts";
import { refuseLed } from "./refuse-led.server.ts";
import { weighCase } from "./weigh-case.server.ts";

/** Takes somebody's flag on a post back while nobody has decided on it and nothing came of it. Answers the post's address; again it is done already, and refuses with 409 where it was decided or led to something. */
export async function takeBack(
  db: Db,
  person: Person,
  postId: number | null,
  now: number,
): Promise<string> {
  return write(db, async (trx) => {
    const post = await findFlaggable(trx, postId);
    const path = placePath({ ...post, id: post.thread_id }, post);
    const flag = await findOpenFlag(trx, post.id, person.id);
    if (!flag) {
      await refuseDecided(trx, post.id, person.id);
      return path;
    }
    await refuseLed(trx, flag);
    await trx
      .updateTable("thread")
      .set((eb) => ({ version: eb("version", "+", 1) }))
      .where("id", "=", post.thread_id)
      .execute();
    await trx.updateTable("flag").set({ decided_at: now }).where("id", "=", flag.id).execute();
    await weighVoteAgain(trx, post.id, person.id, now);
    const flagged = await trx
      .selectFrom("case")
      .selectAll()
      .where("id", "=", flag.case_id)
      .executeTakeFirstOrThrow();
    await weighCase(trx, flagged, now);
    return path;
  });
}

async function refuseDecided(trx: Parameters<typeof findOpenFlag>[0], post: number, who: number) {
  const decided = await trx
    .selectFrom("flag")
    .select("verdict")
    .where("post_id", "=", post)
    .where("person_id", "=", who)
    .where("verdict", "is not", null)
    .limit(1)
    .executeTakeFirst();
  if (decided) throw new Refusal(409, { key: "flags.back.decided" });
}
