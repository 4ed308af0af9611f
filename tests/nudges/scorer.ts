/** A scorer whose answers are known: it minds the word "dunce" outside quotations, and takes "hélas" for another language. */
import type { Passage, Scorer } from "#app/substance/scores.ts";

export const scorer: Scorer = (markdown) => {
  const passages: Passage[] = [];
  const prose = markdown.replace(/^>.*/gm, (line) => "x".repeat(line.length));
  for (const { 0: sentence, index } of prose.matchAll(/[^.\n]*\bdunces?\b[^.\n]*\.?/gi)) {
    const start = index + sentence.search(/\S/);
    const end = index + sentence.length;
    passages.push({ start, end, kind: "insult", reason: "name", weight: 0.9 });
  }
  const judged = !markdown.includes("hélas");
  return { insult: passages.length > 0 ? 0.9 : 0.1, substance: 0.5, passages, judged };
};

export const INSULT = "The licence forbids it. Only a dunce reads it as you do. See section 3.";
export const CIVIL = "The licence forbids it. I read it otherwise. See section 3.";
