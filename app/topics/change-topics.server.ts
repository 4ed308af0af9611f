/** What administrators do with topics; each with a reason, in the log. */
import type { Db, Trx } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { demandReason } from "../events/reason.ts";
import { recordEvent } from "../events/record.server.ts";
import { moveTopicFollows } from "../following/move-topic-follows.server.ts";
import { mayAdminister, type Person } from "../permissions.ts";
import { allow, Refusal, WrongForm } from "../refusals.ts";
import { stillMay } from "../still-may.server.ts";
import type { TopicDraft } from "./topic.ts";

/** Adds a topic; throws WrongForm when there is one of that name. */
export async function addTopic(
  db: Db,
  person: Person,
  draft: TopicDraft,
  reason: string,
  now: number,
) {
  allow(mayAdminister(person));
  await write(db, async (trx) => {
    await stillMay(trx, person, mayAdminister);
    await refuseTaken(trx, draft.slug, null);
    const { id } = await trx
      .insertInto("topic")
      .values({ ...draft, made_at: now })
      .returning("id")
      .executeTakeFirstOrThrow();
    await recordEvent(trx, {
      kind: "topic-added",
      at: now,
      personId: person.id,
      topicId: id,
      reason,
      details: { after: draft.name },
    });
  });
}

/** Renames a topic, or words anew what it is about; its former address leads to it no longer. */
export async function renameTopic(
  db: Db,
  person: Person,
  topicId: number,
  draft: TopicDraft,
  reason: string,
  now: number,
) {
  allow(mayAdminister(person));
  const why = demandReason(reason);
  await write(db, async (trx) => {
    await stillMay(trx, person, mayAdminister);
    const topic = await standingTopic(trx, topicId);
    await refuseTaken(trx, draft.slug, topicId);
    await trx.updateTable("topic").set(draft).where("id", "=", topicId).execute();
    await showAgain(trx, topicId);
    await recordEvent(trx, {
      kind: "topic-renamed",
      at: now,
      personId: person.id,
      topicId,
      reason: why,
      details: { before: topic.name, after: draft.name },
    });
  });
}

/** Moves every thread of one topic to another; its address leads there from now on. */
export async function mergeTopics(
  db: Db,
  person: Person,
  fromId: number,
  intoId: number,
  reason: string,
  now: number,
) {
  allow(mayAdminister(person));
  const why = demandReason(reason);
  if (fromId === intoId) throw new WrongForm({ into: { key: "topics.merge.itself" } });
  await write(db, async (trx) => {
    await stillMay(trx, person, mayAdminister);
    const from = await standingTopic(trx, fromId);
    const into = await standingTopic(trx, intoId);
    await showAgain(trx, fromId);
    await trx
      .deleteFrom("thread_topic")
      .where("topic_id", "=", fromId)
      .where("thread_id", "in", (eb) =>
        eb.selectFrom("thread_topic").select("thread_id").where("topic_id", "=", intoId),
      )
      .execute();
    await trx
      .updateTable("thread_topic")
      .set({ topic_id: intoId })
      .where("topic_id", "=", fromId)
      .execute();
    await bringForward(trx, intoId);
    await trx
      .updateTable("topic")
      .set({ merged_into_id: intoId, thread_count: 0 })
      .where((eb) => eb.or([eb("id", "=", fromId), eb("merged_into_id", "=", fromId)]))
      .execute();
    await trx
      .updateTable("topic")
      .set((eb) => ({
        thread_count: eb
          .selectFrom("thread_topic")
          .select((inner) => inner.fn.countAll<number>().as("count"))
          .where("topic_id", "=", intoId),
      }))
      .where("id", "=", intoId)
      .execute();
    await moveTopicFollows(trx, fromId, intoId);
    await recordEvent(trx, {
      kind: "topics-merged",
      at: now,
      personId: person.id,
      topicId: intoId,
      reason: why,
      details: { before: from.name, after: into.name },
    });
  });
}

/** Where a thread lost its first topic to one that it had already, this is its first. */
async function bringForward(trx: Trx, topicId: number) {
  await trx
    .updateTable("thread_topic")
    .set({ position: 0 })
    .where("topic_id", "=", topicId)
    .where("thread_id", "not in", (eb) =>
      eb.selectFrom("thread_topic as first").select("first.thread_id").where("position", "=", 0),
    )
    .execute();
}

async function standingTopic(trx: Trx, id: number) {
  const topic = await trx
    .selectFrom("topic")
    .select(["id", "name"])
    .where("id", "=", id)
    .where("merged_into_id", "is", null)
    .executeTakeFirst();
  if (!topic) throw new Refusal(404, { key: "topics.not-found" });
  return topic;
}

async function refuseTaken(trx: Trx, slug: string, ownId: number | null) {
  const taken = await trx
    .selectFrom("topic")
    .select("id")
    .where("slug", "=", slug)
    .executeTakeFirst();
  if (taken && taken.id !== ownId) throw new WrongForm({ name: { key: "topics.name.taken" } });
}

/** The pages of a topic's threads show its name. */
async function showAgain(trx: Trx, topicId: number) {
  await trx
    .updateTable("thread")
    .set((eb) => ({ version: eb("version", "+", 1) }))
    .where("id", "in", (eb) =>
      eb.selectFrom("thread_topic").select("thread_id").where("topic_id", "=", topicId),
    )
    .execute();
}
