import type { Trx } from "#db/open.server.ts";
import { limits, scaledPoints } from "../limits/limits.ts";
import { flagReasons, reasonFacts } from "./reasons.ts";

/** After these, or after it was hidden once, people have looked at the text or had a day for it. */
const looked = ["hide", "dismiss", "restore", "confirm", "overturn"];
const urgent = flagReasons.filter((reason) => reasonFacts[reason].isUrgent);

/** Whether an urgent flag of somebody hides a post at once: not one that they hid before, not a text that was hidden or looked at already, and not more posts of a day than the limit of one person. */
export async function mayHide(
  trx: Trx,
  personId: number,
  post: { id: number; edited_at: number | null },
  { now, limits: scale }: { now: number; limits: number },
): Promise<boolean> {
  const seen = await trx
    .selectFrom("action")
    .select("id")
    .where("post_id", "=", post.id)
    .where("kind", "in", looked)
    .where("at", ">=", post.edited_at ?? 0)
    .limit(1)
    .executeTakeFirst();
  if (seen) return false;
  const own = await trx
    .selectFrom("flag")
    .innerJoin("action", (join) =>
      join
        .onRef("action.case_id", "=", "flag.case_id")
        .onRef("action.at", "=", "flag.flagged_at")
        .on("action.kind", "=", "hide"),
    )
    .select(["flag.post_id", "flag.flagged_at"])
    .where("flag.person_id", "=", personId)
    .where("flag.reason", "in", urgent)
    .where((eb) =>
      eb.or([
        eb("flag.post_id", "=", post.id),
        eb("flag.flagged_at", ">", now - limits["hide.person"].seconds),
      ]),
    )
    .execute();
  const isOwn = own.some(({ post_id }) => post_id === post.id);
  return !isOwn && own.length < scaledPoints("hide.person", scale);
}
