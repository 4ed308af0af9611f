import { sql } from "kysely";
import type { Trx } from "#db/open.server.ts";
import { type Case, type CasePost, openOrJoinCase } from "../flags/open-case.server.ts";
import { tellModerators } from "../flags/tell-moderators.server.ts";
import { weighCase } from "../flags/weigh-case.server.ts";
import { recordAct } from "../moderation/act.server.ts";
import { takeStep } from "../moderation/take-step.server.ts";
import { say } from "../strings/say.ts";
import type { Prints } from "./prints.server.ts";
import { KNOWN_FOR, LATELY, type Signs, type SpamSign, weighSigns } from "./signs.ts";

/** Looks at what a newcomer just posted or changed, in its own transaction: where it looks like spam it waits for somebody's look, half a day at most, or only goes to the queue. Asks and writes nothing of whoever is no newcomer. */
export async function lookForSpam(
  trx: Trx,
  post: CasePost,
  prints: Prints | null,
  now: number,
): Promise<void> {
  if (!prints) return;
  const found = weighSigns(await readSigns(trx, post, prints, now));
  await keepPrints(trx, post, prints, now);
  if (!found) return;
  const spam = await openOrJoinCase(trx, post, {
    ...{ kind: "spam", ruleId: await findRule(trx), passage: null, score: null },
    ...{ isUrgent: false, isFound: true, says: "more", now },
  });
  const weighed = await weighCase(trx, spam, now);
  const { state, flag_count } = weighed.case;
  // An edit of what people flagged, or moderators look at already, leaves it where it is.
  if (!found.isHeld || state !== "open" || flag_count > 0) return;
  await hold(trx, weighed.case, found.sign, now);
}

async function hold(trx: Trx, spam: Case, sign: SpamSign, now: number) {
  const { dueAt } = await takeStep(trx, spam, "hold", { now });
  await recordAct(trx, {
    ...{ kind: "hold", office: "clock", byId: null, aboutId: spam.author_id, caseId: spam.id },
    ...{ postId: spam.post_id, threadId: spam.thread_id, untilAt: dueAt },
    ...{ reason: say(`spam.act.${sign}`), now },
  });
  await tellModerators(trx, spam, now);
}

/** All in one query, each part by an index. */
async function readSigns(
  trx: Trx,
  { id, author_id }: CasePost,
  { text, links }: Prints,
  now: number,
): Promise<Signs> {
  const since = now - KNOWN_FOR;
  const same = (hashes: readonly string[], author: ReturnType<typeof sql>) =>
    hashes.length === 0
      ? sql`0`
      : sql`(select count(distinct post_id) from print where hash in (${sql.join(hashes)})
          and post_id <> ${id} and posted_at > ${since} ${author})`;
  const everybody = sql``;
  const { rows } = await sql<Record<"text" | "own" | "all" | "lately" | "trusted", number>>`
    select ${same(text ? [text] : [], everybody)} as "text",
      ${same(links, sql`and person_id = ${author_id}`)} as "own",
      ${same(links, everybody)} as "all",
      (select count(*) from post
        where author_id = ${author_id} and posted_at > ${now - LATELY}) as "lately",
      (select count(*) from (select 1 from post
        where author_id = ${author_id} and id <> ${id} and state = 'published'
          and html like '%href="http%' limit 1) as found) as "trusted"`.execute(trx);
  const [row] = rows;
  return {
    ...{ hasLinks: links.length > 0, isTrusted: Number(row?.trusted) > 0 },
    ...{ sameText: Number(row?.text), ownLinks: Number(row?.own), allLinks: Number(row?.all) },
    lately: Number(row?.lately),
  };
}

async function keepPrints(
  trx: Trx,
  { id, author_id }: CasePost,
  { text, links }: Prints,
  now: number,
) {
  const of = { post_id: id, person_id: author_id, posted_at: now };
  const rows = [
    ...(text ? [{ ...of, hash: text, kind: "text" as const }] : []),
    ...links.map((hash) => ({ ...of, hash, kind: "link" as const })),
  ];
  if (rows.length === 0) return;
  await trx
    .insertInto("print")
    .values(rows)
    .onConflict((conflict) => conflict.columns(["hash", "post_id"]).doNothing())
    .execute();
}

async function findRule(trx: Trx) {
  const rule = await trx
    .selectFrom("rule")
    .select("id")
    .where("slug", "=", "place")
    .where("retired_at", "is", null)
    .executeTakeFirst();
  return rule?.id ?? null;
}
