import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { demandReason } from "../events/reason.ts";
import { settleTopic } from "../moderation/settle-topic.server.ts";
import { isAdministrator, mayModerate, type Person } from "../permissions.ts";
import { allow } from "../refusals.ts";
import { stillMay } from "../still-may.server.ts";
import { refuseOwn, refuseSame } from "./find-last-act.server.ts";
import { findThread } from "./find-thread.server.ts";
import { findTopicIds, readTopicIds, replaceTopics } from "./tag-thread.server.ts";
import { threadPath } from "./thread-path.ts";

/** Gives a thread other topics, by name, with the reason that everybody reads, and settles the case of its opening post where that waits for being off topic; throws WrongForm for one that there is not. Answers the thread's path; where it has these topics already, it refuses with 409. */
export async function moveToTopics(
  db: Db,
  person: Person,
  threadId: number,
  { topics, reason, now }: { topics: string[]; reason: string; now: number },
): Promise<string> {
  allow(mayModerate(person));
  const why = demandReason(reason);
  return write(db, async (trx) => {
    await stillMay(trx, person, mayModerate);
    const thread = await findThread(trx, threadId);
    await refuseOwn(trx, person, { authorId: thread.author_id, threadId }, "move");
    const topicIds = await findTopicIds(trx, topics);
    const formerIds = await readTopicIds(trx, threadId);
    if (String(topicIds) === String(formerIds)) {
      await refuseSame(trx, person, threadId, { kind: "move", reason: why });
      return threadPath(thread);
    }
    await replaceTopics(trx, thread, topicIds);
    await trx
      .updateTable("thread")
      .set((eb) => ({ version: eb("version", "+", 1) }))
      .where("id", "=", threadId)
      .execute();
    await settleTopic(trx, thread.opening_post_id, {
      ...{ kind: "move", office: isAdministrator(person) ? "administrator" : "moderator" },
      ...{ byId: person.id, aboutId: thread.author_id, threadId, reason: why, now },
      before: { topicIds: formerIds },
      details: { before: await namesOf(formerIds), after: await namesOf(topicIds) },
    });
    return threadPath(thread);

    async function namesOf(ids: number[]) {
      const rows = await trx
        .selectFrom("topic")
        .select(["id", "name"])
        .where("id", "in", [0, ...ids])
        .execute();
      return ids.map((id) => rows.find((row) => row.id === id)?.name ?? "").join(", ");
    }
  });
}
