import { WrongForm } from "../refusals.ts";
import { seenOf } from "../strings/seen.ts";

export const APPEAL_WORDS = 300;
/** Characters: words may be long. */
const APPEAL_LENGTH = 6_000;

/** Seconds after the act in which it may be appealed. */
export const APPEAL_TIME = 14 * 86_400;
/** Seconds within which an answer is aimed at. */
export const ANSWER_TIME = 48 * 3600;
/** Seconds that one person in both offices waits before deciding on what they did. */
export const ALONE_TIME = 86_400;

/** What an appeal says, without the space around it; throws WrongForm. */
export function demandAppeal(body: string): string {
  const text = body.trim();
  const words = text.split(/\s+/).length;
  if (seenOf(text) === "") throw new WrongForm({ body: { key: "deeds.appeal.missing" } });
  if (words > APPEAL_WORDS) {
    const values = { most: APPEAL_WORDS, words };
    throw new WrongForm({ body: { key: "deeds.appeal.long", values } }, 413);
  }
  if (text.length > APPEAL_LENGTH) {
    const values = { most: APPEAL_LENGTH, letters: text.length };
    throw new WrongForm({ body: { key: "deeds.appeal.letters", values } }, 413);
  }
  return text;
}
