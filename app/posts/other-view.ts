/** The strongest reply from another view (mechanism, M5). */

/** From here on a reply is plainly one side's. */
const PLAINLY = 0.3;
/** So many replies of one side at the top, */
const ALIKE = 6;
/** and one of the other side comes up that has so much of the substance of the last of these, */
const ENOUGH = 0.8;
/** to this place, from 0. */
const TO = 3;

/** A reply, as far as that is decided by it. */
export interface Sided {
  /** Which side agrees with it, from -1 to 1: y. */
  leaning: number;
  /** Q. */
  substance: number;
}

/** Whether there are so many replies that one may be brought up. */
export const isLongEnough = (replies: readonly unknown[]): boolean => replies.length > ALIKE;

/** The replies in their order, and which of them came up to the fourth place, since the first six are all of the other side; null where none did. */
export function bringOtherView<Reply extends Sided>(
  replies: readonly Reply[],
): { replies: Reply[]; brought: Reply | null } {
  const brought = strongestOther(replies);
  if (!brought) return { replies: [...replies], brought };
  const others = replies.filter((reply) => reply !== brought);
  return { replies: [...others.slice(0, TO), brought, ...others.slice(TO)], brought };
}

function strongestOther<Reply extends Sided>(replies: readonly Reply[]): Reply | null {
  const sixth = replies[ALIKE - 1];
  const side = sideOf(sixth);
  if (!sixth || side === 0) return null;
  if (!replies.slice(0, ALIKE).every((reply) => sideOf(reply) === side)) return null;
  const others = replies
    .slice(ALIKE)
    .filter((reply) => sideOf(reply) === -side && reply.substance >= ENOUGH * sixth.substance);
  return others.reduce<Reply | null>(
    (best, reply) => (best && best.substance >= reply.substance ? best : reply),
    null,
  );
}

/** Which side plainly agrees with what leans so, from -1 to 1: -1 or 1, or 0 for neither. */
export const viewOf = (leaning: number): number =>
  Math.abs(leaning) >= PLAINLY ? Math.sign(leaning) : 0;

const sideOf = (reply: Sided | undefined) => (reply ? viewOf(reply.leaning) : 0);
