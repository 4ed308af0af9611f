/** Three kinds of evidence as one score: that somebody is demeaned, that the text is heated, that its tone is of people at odds. */
import { chance } from "./chance.ts";

export interface Evidence {
  /** That a person or a group is demeaned, of the strongest sentences. */
  readonly insult: number;
  /** Of heat, whoever it is about. */
  readonly heat: number;
  /** Of people at odds, over the whole text. */
  readonly tone: number;
  /** Of the text; the more, the more often chance alone finds something. */
  readonly words: number;
}

/** Set by hand in round numbers: an insult outweighs heat, heat outweighs tone. */
const OF_INSULT = 2.25;
const OF_HEAT = 1.25;
const OF_TONE = 1;
const ALL = OF_INSULT + OF_HEAT + OF_TONE;
/** From so many words on, evidence is discounted for a text's length. */
const SHORT = 12;
const DISCOUNT = 0.5;
/** The tone of so few words is half trusted. */
const TRUSTED = 20;
/** The tone of a text that says nothing of it. */
const USUAL = 0.3;
/** The sum that is one half of the scale, where its writer is asked: heat and tone alone seldom reach it. */
const MIDDLE = 1.9;
/** How fast the scale rises around the middle. */
const SLOPE = 3;

/** The score, 0 to 1. */
export function mix({ insult, heat, tone, words }: Evidence): number {
  const discount = DISCOUNT * Math.log(Math.max(1, (words + 1) / SHORT));
  const trust = words / (words + TRUSTED);
  const atOdds = USUAL + (chance(tone - discount + 0.5) - USUAL) * trust;
  const sum =
    OF_INSULT * chance(1.75 * (insult - discount) - 1.5) +
    OF_HEAT * chance(heat) +
    OF_TONE * atOdds;
  const rise = (sum / MIDDLE) ** SLOPE;
  const fall = ((ALL - sum) / (ALL - MIDDLE)) ** SLOPE;
  return rise / (rise + fall);
}
