/** Who may do what: the constitution on one page. Each `may…` answers null for yes, or the reason why not. */
import type { PostState, Role } from "#db/schema.ts";
import { isAway, isFolded } from "./moderation/states.ts";
import type { Reason } from "./refusals.ts";

/** Who is asking: what every permission, deed and page knows of a signed-in person. */
export interface Person {
  id: number;
  name: string;
  role: Role;
  level: number;
  joinedAt: number;
  /** Epoch seconds until when they write nothing here; null, or past, for nobody's suspension. */
  suspendedUntil?: number | null;
}

type Asking = Person | null;
/** What is the same for everybody of a role asks for it alone. */
type AskingByRole = Pick<Person, "role"> | null;

const no = (
  key: Exclude<Reason, null>["key"],
  values?: Exclude<Reason, null>["values"],
): Reason => ({
  key,
  values,
});

export const isModerator = (person: AskingByRole) =>
  person?.role === "moderator" || person?.role === "administrator";
export const isAdministrator = (person: AskingByRole) => person?.role === "administrator";

/** Anybody signed in starts a thread. */
export function mayStartThread(person: Asking): Reason {
  return person ? null : no("refused.sign-in");
}

/** A post that is answered. */
interface Answered {
  id: number;
  isWithdrawn: boolean;
  /** Its author blocks whoever answers. */
  isBlocking?: boolean;
}

/** Anybody signed in replies, unless the thread is locked, the post answered was withdrawn, or its author blocks them; moderators reply in locked threads. */
export function mayReply(
  person: AskingByRole,
  thread: { isLocked: boolean },
  { id, isWithdrawn, isBlocking = false }: Answered,
): Reason {
  if (!person) return no("refused.sign-in");
  if (thread.isLocked && !isModerator(person)) return no("threads.locked.no-reply", { id });
  if (isWithdrawn) return no("threads.withdrawn.no-reply", { id });
  return isBlocking ? no("shields.not-here", { id }) : null;
}

/** Anybody signed in chooses which letters are sent to them. */
export function mayChooseLetters(person: Asking): Reason {
  return person ? null : no("refused.sign-in");
}

/** Anybody signed in keeps drafts, which are theirs alone. */
export function mayKeepDrafts(person: Asking): Reason {
  return person ? null : no("refused.sign-in");
}

/** An author edits their own post while the thread is open and the post stands. */
export function mayEdit(
  person: Asking,
  post: { id: number; authorId: number; isWithdrawn: boolean; state: PostState },
  thread: { isLocked: boolean },
): Reason {
  if (!person) return no("refused.sign-in");
  if (post.authorId !== person.id) return no("threads.edit.not-yours");
  if (isAway(post.state)) return no("states.no-edit");
  if (isFolded(post.state)) return no("deeds.rewrite.instead", { id: post.id });
  if (post.isWithdrawn) return no("threads.withdrawn.no-edit");
  if (thread.isLocked && !isModerator(person)) return no("threads.locked.no-edit");
  return null;
}

/** An author takes back their own post, also in a locked thread, or while it waits for a look. */
export function mayWithdraw(
  person: Asking,
  post: { authorId: number; isWithdrawn: boolean; isTakenBack?: boolean; state?: PostState },
): Reason {
  if (!person) return no("refused.sign-in");
  if (post.authorId !== person.id) return no("threads.withdraw.not-yours");
  const isWaiting = post.state === "hidden" || post.state === "held";
  const isDone = isWaiting ? post.isTakenBack : post.isWithdrawn;
  return isDone ? no("threads.withdrawn.already") : null;
}

/** An author shows again a post that they withdrew, but none that moderation keeps away. */
export function mayRestore(
  person: Asking,
  post: { authorId: number; isWithdrawn: boolean; state?: PostState },
): Reason {
  if (!person) return no("refused.sign-in");
  if (post.authorId !== person.id) return no("threads.withdraw.not-yours");
  if (post.state && isAway(post.state)) return no("states.no-restore");
  return post.isWithdrawn ? null : no("threads.withdrawn.not");
}

/** Anybody signed in thanks for what another wrote, while it stands; to take thanks back is always possible. */
export function mayThank(person: Asking, post: { authorId: number; isWithdrawn: boolean }): Reason {
  if (!person) return no("refused.sign-in");
  if (post.authorId === person.id) return no("reading.thanks.own");
  return post.isWithdrawn ? no("reading.thanks.withdrawn") : null;
}

/** Anybody signed in votes on what another wrote, while it stands, also in a locked thread: reading goes on. */
export function mayVote(person: Asking, post: { authorId: number; isWithdrawn: boolean }): Reason {
  if (!person) return no("refused.sign-in");
  if (post.authorId === person.id) return no("votes.own");
  return post.isWithdrawn ? no("votes.withdrawn") : null;
}

/** Anybody signed in flags what another wrote, while it stands; what one said is taken back at any time. */
export function mayFlag(
  person: Asking,
  post: { authorId: number; isWithdrawn: boolean; isAway: boolean },
): Reason {
  if (!person) return no("refused.sign-in");
  if (post.authorId === person.id) return no("flags.own");
  if (post.isAway) return no("flags.away");
  return post.isWithdrawn ? no("flags.withdrawn") : null;
}

/** Whoever is at level 2 looks at newcomers' posts that wait for it, and so do moderators; nobody at their own. */
export function mayLookAtHeld(person: Asking, post: { authorId: number } | null): Reason {
  if (!person) return no("refused.sign-in");
  if (person.level < 2 && !isModerator(person)) return no("spam.let-go.level");
  return post?.authorId === person.id ? no("spam.let-go.own") : null;
}

/** Anybody signed in saves a post that stands, for themselves alone; to let go of it is always possible. */
export function maySave(person: Asking, post: { isWithdrawn: boolean }): Reason {
  if (!person) return no("refused.sign-in");
  return post.isWithdrawn ? no("reading.save.withdrawn") : null;
}

/** Anybody signed in follows or mutes what everybody reads, but not themselves, nor a branch whose first post was withdrawn; to let go is always possible. */
export function mayFollow(
  person: Asking,
  thing: { kind: string; id: number; isWithdrawn?: boolean },
): Reason {
  if (!person) return no("refused.sign-in");
  if (thing.kind === "person" && thing.id === person.id) return no("following.own");
  return thing.isWithdrawn ? no("following.withdrawn") : null;
}

/** Whoever is no newcomer sends the author of another's post that stands a line. */
export function maySendExemplary(
  person: Asking,
  post: { authorId: number; isWithdrawn: boolean },
): Reason {
  if (!person) return no("refused.sign-in");
  if (post.authorId === person.id) return no("standing.line.own");
  if (post.isWithdrawn) return no("standing.withdrawn");
  return person.level < 1 ? no("standing.line.level") : null;
}

/** Anybody signed in says of another's post that stands that it changed their mind. */
export function maySayMindChanged(
  person: Asking,
  post: { authorId: number; isWithdrawn: boolean },
): Reason {
  if (!person) return no("refused.sign-in");
  if (post.authorId === person.id) return no("standing.mind.own");
  return post.isWithdrawn ? no("standing.withdrawn") : null;
}

/** What a post said before: everybody, while it stands; then its author and moderators. */
export function mayReadHistory(
  person: Asking,
  post: { authorId: number; isWithdrawn: boolean },
): Reason {
  if (!post.isWithdrawn || isModerator(person) || post.authorId === person?.id) return null;
  return no("threads.withdrawn.no-history");
}

/** Moderators pin and lock threads. */
export function mayModerate(person: Asking): Reason {
  if (!person) return no("refused.sign-in");
  return isModerator(person) ? null : no("refused.moderators-only");
}

/** An author quiets their own thread; moderators may end that. */
export function mayQuiet(person: Asking, thread: { authorId: number }, isEnding: boolean): Reason {
  if (!person) return no("refused.sign-in");
  if (person.id === thread.authorId || (isEnding && isModerator(person))) return null;
  return no("shields.quiet.not-yours");
}

/** Anybody signed in blocks another; to let go is always possible. */
export function mayBlock(person: Asking, other: { id: number }): Reason {
  if (!person) return no("refused.sign-in");
  return person.id === other.id ? no("shields.block.own") : null;
}

/** Members of level 3 decide on clear cases, two agreeing. */
export function mayClear(person: Asking): Reason {
  if (!person) return no("refused.sign-in");
  return person.level >= 3 ? null : no("clearing.level");
}

/** Administrators look after people, topics and who may join. */
export function mayAdminister(person: Asking): Reason {
  if (!person) return no("refused.sign-in");
  return isAdministrator(person) ? null : no("refused.administrators-only");
}
