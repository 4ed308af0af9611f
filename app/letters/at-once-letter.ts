/** A notice as a letter of its own. */
import { composeLetter, type Piece } from "../mail/compose-letter.ts";
import type { Notice } from "../notices/notice.ts";
import { placeOf, sentenceOf } from "../notices/sentence.ts";
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

/** Makes the letter: the words are those of the inbox. Those about one thread have one subject, and stand together. */
export function atOnceLetter(notice: Notice, about: About) {
  const { name, origin, stop, threadId, excerpt } = about;
  const sentence = sayIt(sentenceOf(notice));
  const href = origin + placeOf(notice);
  const pieces: Piece[] = [{ kind: "words", text: say("letters.hello", { name }) }];
  if (notice.title) {
    pieces.push({ kind: "post", title: notice.title, href, about: sentence, excerpt });
  } else {
    pieces.push({ kind: "words", text: sentence });
    if (notice.words) pieces.push({ kind: "words", text: notice.words });
  }
  pieces.push({ kind: "press", text: say("letters.at-once.see"), href });
  const seal = { origin, name, kind: "at-once", stop } as const;
  return {
    subject: say("letters.subject", { forum: say("forum.name"), about: notice.title || sentence }),
    ...composeLetter({ title: sentence, pieces, footer: footerOf(seal) }),
    headers: { ...headersOf(seal), ...(threadId === null ? {} : threadHeaders(origin, threadId)) },
  };
}
