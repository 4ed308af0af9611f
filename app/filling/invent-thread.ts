import { Dice, seedOf } from "./dice.ts";
import type { Plan } from "./plan.ts";
import { inventTitle, titleOfSpecial } from "./titles.ts";
import { withWords } from "./vocabulary.ts";
import { Zipf } from "./zipf.ts";

export interface Head {
  title: string;
  /** Places in the list of topics, the first topic first. */
  topics: number[];
  url: string | null;
  quote: string | null;
  norms: string | null;
}

const WITH_URL = 0.2;
const WITH_QUOTE = 0.5;
const WITH_NORMS = 0.03;
const TOPIC_COUNTS = [1, 1, 1, 2, 2, 3];

/** What a thread is called, and what it is about; `topics` throws a topic's place. */
export function inventThread({ seed, special }: Plan, thread: number, topics: Zipf): Head {
  const dice = new Dice(seedOf(seed, "title", thread));
  const made = special.find((each) => each.thread === thread);
  const title = made ? titleOfSpecial(made) : inventTitle(dice);
  const count = dice.one(TOPIC_COUNTS);
  const chosen = new Set(Array.from({ length: count }, () => topics.throw(dice)));
  const url = dice.chance(WITH_URL)
    ? withWords("https://{term}.example/notes/{number}/{term}", dice)
    : null;
  const quote =
    url !== null && dice.chance(WITH_QUOTE)
      ? withWords("We find that {model} reaches {share} on {task} once {term} is used.", dice)
      : null;
  const norms = dice.chance(WITH_NORMS) ? "Numbers with their settings, please." : null;
  return { title, topics: [...chosen], url, quote, norms };
}

/** Throws a topic of so many: some are written in far more than others. */
export const topicThrows = (count: number) => new Zipf(count, 0.8, 2);
