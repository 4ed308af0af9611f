/** What a failure to hand over a letter means for it. */
import type { Outcome } from "./mail.ts";

/** What is known of it: the server's answer, if there was one, and to which command. */
export interface Failure {
  message: string;
  /** The SMTP reply code. */
  responseCode?: number | undefined;
  response?: string | undefined;
  command?: string | undefined;
}

const LONGEST = 300;

/** Judges a failure; `isHandedOver` tells whether the whole letter had been given to the line. Only a clear word of the server about the address counts against the address: wrong passwords and policies may be mended, and the letter is tried again. */
export function judgeFailure(failure: Failure, isHandedOver: boolean): Outcome {
  const { responseCode: code = 0, response = "", command = "" } = failure;
  const said = { failure: inOneLine(response || failure.message) };
  if (code === 0) {
    return isHandedOver
      ? { kind: "in-doubt", ...said }
      : { kind: "later", ...said, isServerAway: true };
  }
  const isForGood = code >= 500 && code < 600;
  if (isForGood && command === "RCPT TO" && isAboutAddress(code, response)) {
    return { kind: "no-such-address", ...said };
  }
  if (isForGood && command === "DATA") return { kind: "refused", ...said };
  return { kind: "later", ...said, isServerAway: !/^(RCPT TO|DATA)$/.test(command) };
}

/** By the code of RFC 3463 where there is one: x.1 speaks of the address, x.2 of the mailbox, the others of the line and of policies. */
function isAboutAddress(code: number, response: string) {
  const enhanced = /^\d{3}[ -]5\.(\d{1,3})\./.exec(response)?.[1];
  return enhanced ? enhanced === "1" || enhanced === "2" : [550, 551, 553].includes(code);
}

/** Short, without characters that would break a line of the page or the log. */
const inOneLine = (text: string) =>
  text
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim()
    .slice(0, LONGEST);
