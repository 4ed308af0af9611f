/** What one person says of one post: worth reading or not, and whether they agree. */
import { pressedTo } from "../posts/read-press.ts";
import { WrongForm } from "../refusals.ts";

export const VOTE_REASONS = [
  "new-evidence",
  "clear-reasoning",
  "first-hand",
  "fair",
  "answered",
] as const;

/** Why a post is worth reading. */
export type VoteReason = (typeof VOTE_REASONS)[number];

export interface Ballot {
  worth: 0 | 1;
  agree: -1 | 0 | 1;
  /** Only with worth. */
  reason: VoteReason | null;
}

/** A change of a ballot; what is missing stays as it was. */
export type VoteWish = Partial<Ballot>;

export const EMPTY_BALLOT: Ballot = { worth: 0, agree: 0, reason: null };

/** The ballot as it is after a change: a reason gives worth, and goes with it. */
export function changeBallot(before: Ballot, wish: VoteWish): Ballot {
  const worth = wish.worth ?? (wish.reason ? 1 : before.worth);
  const agree = wish.agree ?? before.agree;
  const reason = wish.reason === undefined ? before.reason : wish.reason;
  return { worth, agree, reason: worth ? reason : null };
}

/** Whether somebody says anything by it. */
export const isEmpty = ({ worth, agree }: Pick<Ballot, "worth" | "agree">): boolean =>
  !worth && !agree;

/** What a form asks for; a press on what its page showed as pressed takes it back. Throws WrongForm where it asks for nothing, or for what there is not. */
export function readVoteWish(form: URLSearchParams): VoteWish {
  const worth = pressedTo(form, "worth");
  const agree = pressedTo(form, "agree");
  const reason = form.get("reason");
  const wish = {
    ...(worth === undefined ? {} : { worth: readWorth(worth) }),
    ...(agree === undefined ? {} : { agree }),
    ...(reason === null ? {} : { reason: readReason(reason) }),
  };
  if (Object.keys(wish).length === 0) throw wrong();
  return wish;
}

const wrong = () => new WrongForm({ "": { key: "reading.press.wrong" } });

function readWorth(pressed: number): Ballot["worth"] {
  if (pressed !== 0 && pressed !== 1) throw wrong();
  return pressed;
}

/** None where the reason is to be taken back. */
function readReason(text: string): VoteReason | null {
  const reason = VOTE_REASONS.find((each) => each === text);
  if (!reason && text !== "") throw wrong();
  return reason ?? null;
}
