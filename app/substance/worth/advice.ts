/** What would make a post stronger, where something would: advice, never a condition. */
import { prose } from "../prose.ts";
import type { Scores } from "../scores.ts";

/** `app/strings/en/substance-advice.ts` has the words of each under `substance.advice.<name>`. */
export const adviceNames = ["source", "quote", "reason", "example", "mind"] as const;
export type Advice = (typeof adviceNames)[number];

const most = 2;
/** Posts of fewer words are greetings, thanks and noise: nothing to make stronger. */
const fewestWords = 5;
const manyWords = 60;

const source =
  /\b(?:according to|study|studies|survey|report(?:s|ed)?|paper|section|article|clause|table|figure|page|commit|log|minutes|archive|source|link(?:ed)?|data|measured|counted|tested|ran|reran|timed|logged)\b/i;
const firsthand =
  /\b(?:i|we) (?:ran|reran|tested|tried|measured|counted|timed|logged|checked|read|saw|use|used|have|had|paid|built)\b/i;
const amount =
  /[$€£]\s?\d|\d\s?%|\b\d[\d.,]{0,15}\s?(?:percent|per cent|million|billion|thousand|times|people|users|euros|dollars|x\b|k\b|m\b|ms\b|gb\b)|\b\d{3,}\b|\b(?:half|a third|a quarter|most|two thirds|twice) of\b/i;
const reply =
  /\b(?:you (?:said|say|claim|claimed|wrote|write|argue|argued|ignored?|miss(?:ed)?|forget|forgot)|your (?:claim|point|argument|post|comment|reply|number|figure|conclusion)|that(?:'s| is)(?: just| simply| plainly)? (?:wrong|false|not true|untrue|incorrect|nonsense)|that isn't true|not true|i disagree|this is (?:wrong|false))\b/i;
const reason =
  /\b(?:because|since|therefore|thus|hence|so that|as a result|due to|which means|that means|if|unless|otherwise|the reason|follows|implies|leads? to|causes?d?)\b|:/i;
const claim =
  /\b(?:is|are|was|were|isn't|aren't|will|won't|should|must|can't|cannot|never|always|it's|that's|they're|has|have)\b/i;
const general =
  /\b(?:always|never|all (?:of )?(?:the )?\w+|every(?:one|body|thing)?|nobody|no one|none of|most people|they all|people (?:always|never|just|only))\b/i;
const example =
  /\b(?:for example|for instance|e\.g|such as|like when|last (?:week|month|year)|in (?:19|20)\d\d|when (?:i|we|they)|take the|one case)\b|\d/i;
const certain =
  /\b(?:obviously|clearly|definitely|certainly|undoubtedly|without (?:a |any )?doubt|no doubt|of course|the (?:truth|fact) is|everyone knows|always|never|must|there is no)\b/i;
const open =
  /\b(?:perhaps|maybe|probably|might|may be|may well|i think|i could be wrong|change my mind|i may be|unless|not sure|as far as i|on the other hand|granted|to be fair)\b/i;

/** At most two, the most useful first; none for a post that is strong, short, or in a language that cannot be judged. */
export function advise(markdown: string, scores: Scores): readonly Advice[] {
  if (!scores.judged || scores.substance >= 0.85) return [];
  const { text, cuts } = prose(markdown);
  const words = text.match(/[\p{L}'’-]+/gu)?.length ?? 0;
  if (words < fewestWords) return [];
  const linked = cuts.some(({ kind }) => kind === "address" || kind === "code");
  const quoted = cuts.some(({ kind }) => kind === "quotation") || /["“]/.test(text);
  const asks = text.includes("?") && !/[.!](?:\s|$)/.test(text);
  const weak = scores.substance < 0.5;
  const found: Advice[] = [];
  if (amount.test(text) && !linked && !source.test(text) && !firsthand.test(text))
    found.push("source");
  if (reply.test(text) && !quoted) found.push("quote");
  if (weak && !asks && claim.test(text) && !reason.test(text) && scores.substance >= 0.12)
    found.push("reason");
  if (general.test(text) && !example.test(text) && !asks && scores.substance >= 0.12)
    found.push("example");
  if (words >= manyWords && certain.test(text) && !open.test(text)) found.push("mind");
  return found.slice(0, most);
}
