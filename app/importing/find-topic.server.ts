import type { Trx } from "#db/open.server.ts";
import { recordEvent } from "../events/record.server.ts";
import { topicSlug } from "../topics/topic.ts";
import type { Wish } from "./run.ts";

/** The topic of threads whose category is not given one. */
const ELSE = "Imported";

/** The id of the topic for a category of the outer forum: the one that was wished, made where there is none of its name; a merged one leads to where it went. */
export async function findTopic(trx: Trx, wish: Wish, category: number | null): Promise<number> {
  const name = (category !== null && wish.topics.get(category)) || ELSE;
  const slug = topicSlug(name);
  const topic = await trx
    .selectFrom("topic")
    .select(["id", "merged_into_id"])
    .where("slug", "=", slug)
    .executeTakeFirst();
  if (topic) return topic.merged_into_id ?? topic.id;
  const { id } = await trx
    .insertInto("topic")
    .values({ slug, name, about: "", made_at: wish.now })
    .returning("id")
    .executeTakeFirstOrThrow();
  await recordEvent(trx, {
    kind: "topic-added",
    at: wish.now,
    topicId: id,
    details: { after: name },
  });
  return id;
}
