/** What is there before the first post: topics, people, and the public word that all of it is invented. */
import type { Trx } from "#db/open.server.ts";
import { recordEvent } from "../events/record.server.ts";
import { say } from "../strings/say.ts";
import { type Accounts, addPeople } from "./add-people.server.ts";
import { addMoreTopics } from "./add-topics.server.ts";
import type { FirstIds } from "./filling.ts";
import type { Plan } from "./plan.ts";
import { AGE } from "./plan-forum.ts";

export interface Begun {
  /** Everybody's names, in the order of the plan. */
  names: string[];
  topicIds: number[];
  ids: FirstIds;
}

/** Adds topics and everybody of the plan, and says in the public log what is to come: however a filling ends, nobody takes its posts for those of people. May be run again. */
export async function beginFilling(
  trx: Trx,
  plan: Plan,
  { moderators, accounts }: { moderators: readonly number[]; accounts: Accounts },
): Promise<Begun> {
  const topicIds = await addMoreTopics(trx, plan.now - AGE);
  const ids = await findFirstIds(trx);
  const names = await addPeople(trx, plan, { firstId: ids.person, moderators, accounts });
  await recordEvent(trx, {
    kind: "imported",
    at: plan.now,
    reason: say("fill.reason.begun", { posts: plan.posts.count, people: names.length }),
    details: { before: null, after: say("fill.source") },
  });
  return { names, topicIds, ids };
}

async function findFirstIds(trx: Trx): Promise<FirstIds> {
  const next = async (table: keyof FirstIds) => {
    const row = await trx
      .selectFrom(table)
      .select((eb) => eb.fn.max("id").as("last"))
      .executeTakeFirst();
    return (row?.last ?? 0) + 1;
  };
  return { person: await next("person"), thread: await next("thread"), post: await next("post") };
}
