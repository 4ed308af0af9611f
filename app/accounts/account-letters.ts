/** The letters about one's own account: each with a link that works once, or with none. */
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

/** Tells the address from before that there is another; without a token, that only one from earlier days can be put back. */
export function movedLetter({ token, ...about }: Omit<About, "token"> & { token: string | null }) {
  const words = { subject: "letters.moved.subject", text: "letters.moved.text" } as const;
  if (!token) return compose(about, null, { ...words, otherwise: "letters.moved.earlier" });
  return compose(about, `/confirm-email/${token}`, {
    ...words,
    press: "letters.moved.press",
    otherwise: "letters.moved.otherwise",
  });
}

/** Brings the link by which a lost password is replaced. */
export const resetLetter = (about: About): AccountLetter =>
  compose(about, `/reset-password/${about.token}`, {
    subject: "letters.reset.subject",
    text: "letters.reset.text",
    press: "letters.reset.press",
    otherwise: "letters.reset.otherwise",
  });

/** Tells that the password is another since; it brings no link that does anything. */
export const passwordLetter = (about: Omit<About, "token">): AccountLetter =>
  compose(about, "/forgot-password", {
    subject: "letters.password.subject",
    text: "letters.password.text",
    press: "letters.password.press",
    otherwise: "letters.password.otherwise",
  });

type Words = Record<"subject" | "text" | "otherwise", MessageKey> & { press?: MessageKey };

function compose(
  { name, origin }: Omit<About, "token">,
  path: string | null,
  words: Words,
): AccountLetter {
  const title = say(words.subject);
  const press: Piece[] =
    path && words.press ? [{ kind: "press", text: say(words.press), href: origin + path }] : [];
  const pieces: Piece[] = [
    { kind: "words", text: say("letters.hello", { name }) },
    { kind: "words", text: say(words.text, { name }) },
    ...press,
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
