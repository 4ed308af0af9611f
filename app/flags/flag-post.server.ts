import type { Insertable } from "kysely";
import type { Db, Trx } from "#db/open.server.ts";
import type { FlagTable } from "#db/schema.ts";
import { write } from "#db/write.server.ts";
import { recordEvent } from "../events/record.server.ts";
import { spend } from "../limits/spend.server.ts";
import { isAway } from "../moderation/states.ts";
import { isModerator, mayFlag, type Person } from "../permissions.ts";
import { placePath } from "../posts/post-place.ts";
import { accuracyOf, isSameSide } from "../ranking/insult.ts";
import { fromUnits, toUnits } from "../ranking/units.ts";
import { allow, WrongForm } from "../refusals.ts";
import type { Scorer } from "../substance/scores.ts";
import { weighVoteAgain } from "../votes/weigh-again.server.ts";
import { actBeforeReview } from "./act-before-review.server.ts";
import {
  type Flaggable,
  findFlaggable,
  findOpenFlag,
  hasReplied,
  readRecord,
  readSides,
} from "./find-flagged.server.ts";
import { findPassage } from "./find-passage.ts";
import { findRules } from "./find-rule.server.ts";
import type { FlagDraft } from "./flag-draft.ts";
import { isWider, readOthers, saysBeside } from "./flags-beside.server.ts";
import { mayHide } from "./may-hide.server.ts";
import { openOrJoinCase } from "./open-case.server.ts";
import { reasonFacts } from "./reasons.ts";
import { refuseLed } from "./refuse-led.server.ts";
import { tellModerators } from "./tell-moderators.server.ts";
import { SETTLED, weighCase } from "./weigh-case.server.ts";

interface Means {
  now: number;
  /** Every limit is multiplied by this. */
  limits: number;
  scorer: () => Scorer | undefined;
}

export interface Flagged {
  /** Of the post. */
  path: string;
  /** What it weighs: 0 for a newcomer's, which is kept all the same. */
  weight: number;
  /** What came of it before anybody looked. */
  done: "hidden" | "asked" | null;
}

/** From so much weight in all on moderators are told. */
const TOLD = 1.5;
/** The weight from which on an urgent flag hides a post at once. */
const HIDES = 1;
/** Whoever answered the post is a party to it. */
const INVOLVED = 0.5;

/** Raises somebody's flag on a post, or puts it in the place of the one they have there: the flag, its case, and what follows at once, or nothing. Throws WrongForm where the passage does not stand in the text. */
export async function flagPost(
  db: Db,
  person: Person,
  postId: number | null,
  draft: FlagDraft,
  { now, limits, scorer }: Means,
): Promise<Flagged> {
  const seen = await findFlaggable(db, postId);
  demandFlaggable(person, seen);
  const passage = demandPassage(seen, draft);
  const score = scoreOf(scorer(), passage ?? seen.body);
  return write(db, async (trx) => {
    const post = await findFlaggable(trx, seen.id);
    demandFlaggable(person, post);
    // Edited meanwhile, it may say something else.
    if (post.version !== seen.version) demandPassage(post, draft);
    const former = await findOpenFlag(trx, post.id, person.id);
    if (former) await refuseLed(trx, former);
    await spendFlag(trx, person, former !== undefined, { now, limits });
    const raised = await weigh(trx, person, post);
    const facts = reasonFacts[draft.reason];
    const [rule] = await findRules(trx, [facts.rule]);
    const others = await readOthers(trx, post.id, person.id);
    const says = saysBeside(others, raised.weight);
    const opened = await openOrJoinCase(trx, post, {
      ...{ kind: facts.kind, ruleId: rule?.id ?? null, score, isUrgent: facts.isUrgent, says, now },
      ...{ passage: isWider(passage, raised.weight, others) ? null : passage, isFound: false },
    });
    const said = { reason: draft.reason, note: draft.note, passage, flagged_at: now };
    const flag = { ...said, ...raised, case_id: opened.id };
    await keepFlag(trx, { ...flag, post_id: post.id, person_id: person.id }, former?.id);
    await weighVoteAgain(trx, post.id, person.id, now);
    await recordEvent(trx, {
      ...{ kind: "post-flagged", at: now, threadId: post.thread_id, postId: post.id },
      details: { reason: draft.reason },
    });
    const weighed = await weighCase(trx, opened, now);
    const before = fromUnits(opened.own_weight + opened.other_weight);
    if ((facts.isUrgent && says !== "nothing") || (before < TOLD && weighed.weight >= TOLD)) {
      await tellModerators(trx, weighed.case, now);
    }
    const weight = fromUnits(raised.weight);
    const isSure = facts.isUrgent && weight >= HIDES && now - person.joinedAt >= SETTLED;
    const hides = isSure && (await mayHide(trx, person.id, post, { now, limits }));
    const done = await actBeforeReview(trx, weighed, { hides, reason: draft.reason, now });
    return { path: placePath({ ...post, id: post.thread_id }, post), weight, done };
  });
}

function demandFlaggable(person: Person, post: Flaggable) {
  const { author_id, withdrawn_at, state } = post;
  const asked = { authorId: author_id, isWithdrawn: withdrawn_at !== null, isAway: isAway(state) };
  allow(mayFlag(person, asked));
}

/** The passage as the text has it. */
function demandPassage(post: Flaggable, { passage }: FlagDraft): string | null {
  if (passage === null) return null;
  const found = findPassage(post.html, passage);
  if (found === null) throw new WrongForm({ passage: { key: "flags.passage.gone" } });
  return found;
}

/** What the scorer says of words; null where there is no scorer, or none that can judge them. */
function scoreOf(scorer: Scorer | undefined, words: string): number | null {
  const scores = scorer?.(words);
  return scores?.judged ? scores.insult : null;
}

/** To say something else of the same post is no further flag. */
async function spendFlag(
  trx: Trx,
  person: Person,
  isChange: boolean,
  { now, limits }: Pick<Means, "now" | "limits">,
) {
  if (isChange) return spend(trx, "change.person", person.id, now, limits);
  if (isModerator(person)) return;
  await spend(trx, "flag.day", person.id, now, limits);
  if (person.level >= 1) await spend(trx, "flag.week", person.id, now, limits);
}

async function weigh(trx: Trx, { id, level }: Person, post: Flaggable) {
  const [own, author] = await readSides(trx, post.thread_id, id, post.author_id);
  const { upheld, decided } = await readRecord(trx, id);
  const part = (await hasReplied(trx, post.id, id)) ? INVOLVED : 1;
  return {
    weight: toUnits(level < 1 ? 0 : accuracyOf(upheld, decided) * part),
    is_own_side: isSameSide(own, author) ? 1 : 0,
  };
}

async function keepFlag(trx: Trx, flag: Insertable<FlagTable>, formerId: number | undefined) {
  if (formerId === undefined) return void (await trx.insertInto("flag").values(flag).execute());
  await trx.updateTable("flag").set(flag).where("id", "=", formerId).execute();
}
