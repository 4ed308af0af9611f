/** A notice as a letter of its own. */
import { composeLetter, type Piece } from "../mail/compose-letter.ts";
import type { Notice } from "../notices/notice.ts";
import { placeOf, sentenceOf } from "../notices/sentence.ts";
import { quoted } from "../strings/quoted.ts";
import { say, sayIt } from "../strings/say.ts";
import { footerOf, headersOf, threadHeaders } from "./footer.ts";

interface About {
  name: string;
  origin: string;
  /** The token of the link that stops these letters. */
  stop: string;
  threadId: number | null;
  /** The beginning of the post that it tells of, as text. */
  excerpt: string;
}

/** Makes the letter: the words are those of the inbox. Those about one thread stand together. */
export function atOnceLetter(notice: Notice, about: About) {
  const { name, origin, stop, threadId, excerpt } = about;
  const sentence = sayIt(sentenceOf(notice));
  const href = origin + placeOf(notice);
  const pieces: Piece[] = [{ kind: "words", text: say("letters.hello", { name }) }];
  const words = excerpt || notice.words;
  if (words) pieces.push({ kind: "words", text: quoted(words) });
  pieces.push({ kind: "press", text: say("letters.at-once.see"), href });
  const seal = { origin, name, kind: "at-once", stop } as const;
  return {
    subject: say("letters.subject", {
      forum: say("forum.name"),
      about: sentence.replace(/\.$/, ""),
    }),
    ...composeLetter({ title: sentence, pieces, footer: footerOf(seal) }),
    headers: { ...headersOf(seal), ...(threadId === null ? {} : threadHeaders(origin, threadId)) },
  };
}
