/** A message to the moderators, or an answer of theirs. */
import { WrongForm } from "../refusals.ts";
import { seenOf } from "../strings/seen.ts";

export const MESSAGE_MAX = 5_000;

/** The words of a message without the space around them; throws WrongForm for none, and for too many. */
export function demandMessage(body: string): string {
  const text = body.trim();
  if (seenOf(text) === "") throw new WrongForm({ body: { key: "mailbox.body.missing" } });
  if ([...text].length > MESSAGE_MAX) {
    throw new WrongForm({ body: { key: "mailbox.body.long", values: { most: MESSAGE_MAX } } });
  }
  return text;
}

/** Seconds within which the same words again are a form that was sent twice. */
const SENT_TWICE = 600;

interface Sent {
  from_id: number;
  is_answer: number;
  body: string;
}

/** Whether a message is the last one of its mailbox, sent a second time. */
export const isSentTwice = (
  last: (Sent & { sent_at: number }) | undefined,
  { now, ...message }: Sent & { now: number },
): boolean =>
  last !== undefined &&
  last.from_id === message.from_id &&
  last.is_answer === message.is_answer &&
  last.body === message.body &&
  now < last.sent_at + SENT_TWICE;

/** The moderators' side of somebody's mailbox. */
export const mailboxPath = (name: string): string =>
  `/moderation/mailbox/${encodeURIComponent(name)}`;
