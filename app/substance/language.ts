/** Whether a text is in the language that the scorer learnt. */
import { bitOf } from "./lexicon/classes.ts";
import type { Token } from "./tokens.ts";

const ENGLISH = new Set(
  "the of and to a in that is was it for on with as at by this be are from or an have not you i they he she we but his her their which will would there been if has when who what can all no your my about so do does did don't isn't just how than then them out up why more some like get only think people even because please thanks".split(
    " ",
  ),
);
/** Little words of other languages that are no English words. */
const FOREIGN = new Set(
  "der und das ist nicht ein eine zu den mit sich auf für es dem wird sind auch wie nach oder aber wenn ich du wir sie ihr kein nur noch schon el la los las que y en un una por con para su se lo como más pero sus le ya este sí porque esta entre cuando muy sin sobre también le les et est une pour dans qui pas sur au avec ce il elle sont mais nous vous tu je ne plus du des aux cette comme il di che è per una sono con si della nel non anche gli ha più o os as um uma não é com para dos mais foi het een van dat niet zijn voor op te och att det som inte på är jag har till av den og ikke til jeg nie na się jest w z do że bir ve bu için çok değil ei ja on että se oli mutta".split(
    " ",
  ),
);
const LATIN = /\p{Script=Latin}/u;
const LITTLE = bitOf("you") | bitOf("be") | bitOf("not");

/** False where most words are of another script or language; short texts in Latin letters pass. */
export function isEnglish(sentences: readonly (readonly Token[])[]): boolean {
  let words = 0;
  let english = 0;
  let foreign = 0;
  let otherScript = 0;
  for (const sentence of sentences) {
    for (const { word } of sentence) {
      if (word.kind !== "word") continue;
      if (words >= 400) break;
      words++;
      const { text } = word;
      if (ENGLISH.has(text) || (word.classes & LITTLE) !== 0) english++;
      else if (FOREIGN.has(text)) foreign++;
      else if (text > "\x7f" && !LATIN.test(text)) otherScript++;
    }
  }
  if (words === 0) return true;
  if (otherScript * 3 > words) return false;
  if (words < 4) return foreign < 2;
  if (foreign > english + 1) return false;
  return words < 12 || english * 16 >= words;
}
