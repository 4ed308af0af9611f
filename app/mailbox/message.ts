/** A message to the moderators, or an answer of theirs. */
import { WrongForm } from "../refusals.ts";

export const MESSAGE_MAX = 5_000;

/** The words of a message without the space around them; throws WrongForm for none, and for too many. */
export function demandMessage(body: string): string {
  const text = body.trim();
  if (!text) throw new WrongForm({ body: { key: "mailbox.body.missing" } });
  if ([...text].length > MESSAGE_MAX) {
    throw new WrongForm({ body: { key: "mailbox.body.long", values: { most: MESSAGE_MAX } } });
  }
  return text;
}

/** The moderators' side of somebody's mailbox. */
export const mailboxPath = (name: string): string =>
  `/moderation/mailbox/${encodeURIComponent(name)}`;
