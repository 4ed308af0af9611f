/** Asks whether a passage is meant as it reads, once for each draft, in whatever tab and after whatever broke. */
import { createHash } from "node:crypto";
import type { Db } from "#db/open.server.ts";
import { readDraftKey } from "../composing/kept-draft.ts";
import { type Words, wordFields } from "../composing/read-words.ts";
import type { Person } from "../permissions.ts";
import type { Scorer } from "../substance/scores.ts";
import { Asked } from "./asked.ts";
import { type CountOutcome, countOutcome, forgetAsked } from "./count-outcome.server.ts";
import { marksOf, stillStand } from "./marks.server.ts";
import { type Judged, type Weighed, weighWords } from "./nudge.ts";
import { findAsked, type Remembered, rememberAsked } from "./remember-asked.server.ts";
import { meansIt, readTold } from "./told.ts";

/** A form for writing that is sent, for good or to be looked at. */
export interface Sent {
  db: Db;
  forum: { scorer: () => Scorer | undefined; limits: number };
  form: URLSearchParams;
  now: number;
}

/** How long a form that comes again as it was, from a page that has not shown the question, is pressed twice or loaded again, in seconds. */
const AGAIN = 3_600;

/** Asks before a text is posted: what a deed calls with the words that stood there before, once it may be done. Throws Asked, once for each draft, or Refusal 429; answers how to count what came of asking, in the deed's transaction, or null where nobody was asked. */
export function asksOnce(sent: Sent, person: Person, place: string, words: Words) {
  const { db, forum, form, now } = sent;
  return async (former: Words | null): Promise<CountOutcome | null> => {
    const scorer = forum.scorer();
    const key = keyOf(form, place, words);
    const before = await findAsked(db, person, key);
    // Switched off meanwhile, nobody knows what came of it.
    if (!scorer) return before ? forgetAsked({ personId: person.id, key }) : null;
    const judged = weighWords(scorer, words, former);
    const { nudge } = judged;
    if (nudge && !meansIt(form) && (await isToAsk(sent, person, { judged, key, before }))) {
      throw new Asked(nudge, judged.advice, key);
    }
    const rule = before?.rule ?? readTold(form) ?? nudge?.rule;
    if (!rule) return null;
    // Asked as somebody typed, nobody knows which passages were meant.
    const isSame = before?.mark ? stillStand(before.mark, judged.standing, key) : nudge !== null;
    return countOutcome({
      ...{ personId: person.id, key, rule, now },
      outcome: isSame ? "as-it-was" : "edited",
      // Null where the page asked and the forum keeps nothing of it.
      askedAt: before?.asked_at ?? null,
    });
  };
}

interface LookedAt {
  place: string;
  words: Words;
  /** What stood there before. */
  former: Words | null;
  /** As it is typed, nothing is kept: what its page has shown it tells when it saves its draft. */
  isTyping: boolean;
}

/** What is said of a text that is looked at. */
export interface Looked extends Weighed {
  /** The signal about which its writer is or was asked; null where nobody was. */
  asked: string | null;
}

/** What to say of a text that is looked at before it is posted. What is asked at the preview counts as asked; where its writer was asked before, nothing is. Throws Refusal 429. */
export async function askAtPreview(
  sent: Sent,
  person: Person,
  { place, words, former, isTyping }: LookedAt,
): Promise<Looked> {
  const { db, forum, form } = sent;
  const judged = weighWords(forum.scorer(), words, former);
  const { nudge, advice } = judged;
  const key = keyOf(form, place, words);
  const before = await findAsked(db, person, key);
  const asked = before?.rule ?? readTold(form);
  if (isTyping) return { nudge, advice, asked };
  const isAsked = nudge !== null && (await isToAsk(sent, person, { judged, key, before }));
  return { nudge: isAsked ? nudge : null, advice, asked: asked ?? nudge?.rule ?? null };
}

interface Question {
  judged: Judged;
  key: string;
  before: Remembered | undefined;
}

/** Whether a form brings the question for the first time, which is kept, or is the same sending once more. */
async function isToAsk(
  { db, forum, form, now }: Sent,
  person: Person,
  { judged: { nudge, passages }, key, before }: Question,
): Promise<boolean> {
  if (!nudge || readTold(form)) return false;
  const mark = marksOf(passages, key);
  if (!before) {
    const limits = forum.limits;
    await rememberAsked({ db, limits }, person, { key, mark, rule: nudge.rule, now });
    return true;
  }
  // What comes without a key comes from a program, which sees no page.
  const isOfPage = readDraftKey(form.get("key")) !== null;
  return isOfPage && before.mark === mark && now < before.asked_at + AGAIN;
}

/** The key of the draft; a form that came without one, as from a program, is known again by what it says. */
function keyOf(form: URLSearchParams, place: string, words: Words): string {
  const key = readDraftKey(form.get("key"));
  if (key) return key;
  const said = [form.get("key"), place, ...wordFields.map((field) => words[field] ?? null)];
  const digest = createHash("sha256").update(JSON.stringify(said)).digest("hex");
  return digest.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, "$1-$2-$3-$4-$5");
}
