import type { Db } from "#db/open.server.ts";
import { readText } from "../composing/draft.ts";
import { addressKey } from "../limits/address-key.ts";
import { spend } from "../limits/spend.server.ts";
import type { Person } from "../permissions.ts";
import { Refusal } from "../refusals.ts";
import type { Scorer, Scores } from "../substance/scores.ts";
import { advise } from "../substance/worth/advice.ts";

interface Trying {
  db: Db;
  forum: { limits: number; scorer: () => Scorer | undefined };
  visit: { person: Person | null; address: string };
  form: URLSearchParams;
  now: number;
}

/** A text that somebody tried, which is kept nowhere. */
export interface Tried {
  text: string;
  scores: Scores;
  advice: string[];
}

/** What the scorer says of a text that is sent to be tried; throws WrongForm, or Refusal 404 where there is no scorer, 429 to who tries too much. */
export async function tryText({ db, forum, visit, form, now }: Trying): Promise<Tried> {
  const scorer = forum.scorer();
  if (!scorer) throw new Refusal(404, { key: "scorer.off" });
  const text = readText(form, "text");
  const { person, address } = visit;
  if (person) await spend(db, "score.person", person.id, now, forum.limits);
  else await spend(db, "score.address", addressKey(address), now, forum.limits);
  const scores = scorer(text);
  return { text, scores, advice: [...advise(text, scores)] };
}
