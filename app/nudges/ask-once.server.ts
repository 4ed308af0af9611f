/** Whom has been asked about which draft: kept by the key of its form, so that of each draft it is asked once, in whatever tab, and after whatever broke. */
import { createHash } from "node:crypto";
import type { Db } from "#db/open.server.ts";
import { readDraftKey } from "../composing/kept-draft.ts";
import { type Words, wordFields } from "../composing/read-words.ts";
import type { Person } from "../permissions.ts";
import type { Scorer } from "../substance/scores.ts";
import { Asked } from "./asked.ts";
import { type CountOutcome, countOutcome } from "./count-outcome.server.ts";
import { marksOf, stillStand } from "./marks.server.ts";
import { type Weighed, weighWords } from "./nudge.ts";
import { findAsked, rememberAsked } from "./remember-asked.server.ts";

/** A form for writing that is sent, for good or to be looked at. */
export interface Sent {
  db: Db;
  forum: { scorer: () => Scorer | undefined; limits: number };
  form: URLSearchParams;
  now: number;
}

/** Asks before a text is posted: what a deed calls with the words that stood there before, once it may be done. Throws Asked, once for each draft; answers how to count what came of asking, in the deed's transaction, or null where nobody was asked. */
export function asksOnce(
  { db, forum, form, now }: Sent,
  person: Person,
  place: string,
  words: Words,
) {
  return async (former: Words | null): Promise<CountOutcome | null> => {
    const key = keyOf(form, place, words);
    const { nudge, advice, passages, standing } = weighWords(forum.scorer(), words, former);
    const asked = await findAsked(db, person, key);
    const told = asked?.rule ?? toldBefore(form) ?? (meansIt(form) ? nudge?.rule : undefined);
    if (!nudge && !told) return null;
    const mark = marksOf(passages, key);
    if (nudge && !told) {
      const isFirst = await rememberAsked({ db, limits: forum.limits }, person, {
        key,
        mark,
        rule: nudge.rule,
        now,
      });
      if (isFirst) throw new Asked(nudge, advice, key);
    }
    // Asked as somebody typed, nobody knows which passages were meant.
    const isSame = asked?.mark ? stillStand(asked.mark, standing, key) : nudge !== null;
    return countOutcome({
      ...{ personId: person.id, key, now },
      rule: told ?? nudge!.rule,
      outcome: isSame ? "as-it-was" : "edited",
      // Null where the page asked and the forum keeps nothing of it yet.
      askedAt: asked?.asked_at ?? (told ? null : now),
    });
  };
}

interface LookedAt {
  place: string;
  words: Words;
  /** What stood there before. */
  former: Words | null;
  /** As it is typed, it is shown as often as it is there, and counts as asked once its page has shown it. */
  isTyping: boolean;
}

/** What to say of a text that is looked at before it is posted. What is asked counts as asked; where its writer was asked before, nothing is. */
export async function askAtPreview(
  { db, forum, form, now }: Sent,
  person: Person,
  { place, words, former, isTyping }: LookedAt,
): Promise<Weighed> {
  const { passages, nudge, advice } = weighWords(forum.scorer(), words, former);
  const key = keyOf(form, place, words);
  if (isTyping) {
    const rule = toldBefore(form);
    if (rule && !(await findAsked(db, person, key))) {
      await rememberAsked({ db, limits: forum.limits }, person, { key, mark: null, rule, now });
    }
    return { nudge, advice };
  }
  const isFirst =
    nudge !== null &&
    !toldBefore(form) &&
    !(await findAsked(db, person, key)) &&
    (await rememberAsked({ db, limits: forum.limits }, person, {
      key,
      mark: marksOf(passages, key),
      rule: nudge.rule,
      now,
    }));
  return { nudge: isFirst ? nudge : null, advice };
}

/** The rule about which the form's own page asked as somebody typed. */
function toldBefore(form: URLSearchParams): string | undefined {
  return /^[a-z][a-z-]{0,39}$/.exec(form.get("asked") ?? "")?.[0];
}

const meansIt = (form: URLSearchParams) => form.get("as-it-is") === "1";

/** The key of the draft; a form that came without one, as from a program, is known again by what it says. */
function keyOf(form: URLSearchParams, place: string, words: Words): string {
  const key = readDraftKey(form.get("key"));
  if (key) return key;
  const said = [form.get("key"), place, ...wordFields.map((field) => words[field] ?? null)];
  const digest = createHash("sha256").update(JSON.stringify(said)).digest("hex");
  return digest.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, "$1-$2-$3-$4-$5");
}
