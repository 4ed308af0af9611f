/** The letters about one's own account: each with a link that works once. */
import { composeLetter, type Piece } from "../mail/compose-letter.ts";
import { type MessageKey, say } from "../strings/say.ts";

interface About {
  name: string;
  /** The forum's own; links begin with it, never with what a request claimed. */
  origin: string;
  token: string;
}

export interface AccountLetter {
  subject: string;
  text: string;
  html: string;
}

/** Asks whether an address is the person's. */
export const confirmLetter = (about: About): AccountLetter =>
  compose(about, `/confirm-email/${about.token}`, {
    subject: "letters.confirm.subject",
    text: "letters.confirm.text",
    press: "letters.confirm.press",
    otherwise: "letters.confirm.otherwise",
  });

/** Tells the address from before that there is another. */
export const movedLetter = (about: About): AccountLetter =>
  compose(about, `/confirm-email/${about.token}`, {
    subject: "letters.moved.subject",
    text: "letters.moved.text",
    press: "letters.moved.press",
    otherwise: "letters.moved.otherwise",
  });

/** Brings the link by which a lost password is replaced. */
export const resetLetter = (about: About): AccountLetter =>
  compose(about, `/reset-password/${about.token}`, {
    subject: "letters.reset.subject",
    text: "letters.reset.text",
    press: "letters.reset.press",
    otherwise: "letters.reset.otherwise",
  });

type Words = Record<"subject" | "text" | "press" | "otherwise", MessageKey>;

function compose({ name, origin }: About, path: string, words: Words): AccountLetter {
  const title = say(words.subject);
  const pieces: Piece[] = [
    { kind: "words", text: say("letters.hello", { name }) },
    { kind: "words", text: say(words.text, { name }) },
    { kind: "press", text: say(words.press), href: origin + path },
    { kind: "words", text: say(words.otherwise) },
  ];
  const footer: Piece[] = [
    { kind: "words", text: say("letters.why-this", { name, origin: new URL(origin).host }) },
  ];
  return {
    subject: say("letters.subject", { forum: say("forum.name"), about: title }),
    ...composeLetter({ title, pieces, footer }),
  };
}
