/** The words that somebody types to mute. */
import { WrongForm } from "../refusals.ts";
import { foldWord, MOST_WORDS, WORD_LETTERS } from "./muted.ts";

export interface TypedWord {
  /** As it is compared. */
  word: string;
  /** As it was typed. */
  shown: string;
}

/** The words of a form, set apart by commas or lines, each once; throws WrongForm. */
export function readMuteWords(form: URLSearchParams): TypedWord[] {
  const typed = (form.get("words") ?? "")
    .split(/[,;\n\r、，；؛،]+/u)
    .map((each) => each.replace(/\s+/g, " ").trim())
    .filter(Boolean);
  const words = new Map<string, string>();
  for (const shown of typed) {
    const word = foldWord(shown);
    if ([...shown].length > WORD_LETTERS || word.length > 2 * WORD_LETTERS) {
      const beginning = `${[...shown].slice(0, 20).join("")}…`;
      refuse({ key: "following.words.too-long", values: { word: beginning, most: WORD_LETTERS } });
    }
    if (word === "") refuse({ key: "following.words.no-word", values: { word: shown } });
    if (!words.has(word)) words.set(word, shown);
    if (words.size > MOST_WORDS) {
      refuse({ key: "following.words.too-many", values: { most: MOST_WORDS } });
    }
  }
  if (words.size === 0) refuse({ key: "following.words.missing" });
  return [...words].map(([word, shown]) => ({ word, shown }));
}

function refuse(said: WrongForm["problems"][string]): never {
  throw new WrongForm({ words: said });
}
