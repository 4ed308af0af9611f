/** How often each thing may be done: the counted limits of the forum, on one page. The pace of posts is in app/threads/pace.ts. */
import { isModerator, type Person } from "../permissions.ts";

export interface Limit {
  points: number;
  /** The window in which the points are counted, from its first use. */
  seconds: number;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const limits = {
  "sign-in.pair": { points: 5, seconds: 15 * MINUTE },
  "sign-in.person": { points: 25, seconds: HOUR },
  "sign-in.address": { points: 25, seconds: 5 * MINUTE },
  /** A browser that has been signed in before has its own, so that a stranger cannot lock its owner out. */
  "sign-in.device": { points: 10, seconds: 15 * MINUTE },
  "sign-up.address": { points: 5, seconds: 30 * MINUTE },
  /** Somebody signed in who is asked for the present password. */
  "password.person": { points: 5, seconds: 15 * MINUTE },
  "invitation.person": { points: 50, seconds: DAY },
  "profile.person": { points: 20, seconds: HOUR },
  /** Edits, posts withdrawn or shown again, flags changed or taken back, and posts of newcomers let go: each keeps what was before. */
  "change.person": { points: 60, seconds: 10 * MINUTE },
  "thanks.person": { points: 200, seconds: HOUR },
  /** Lines to authors and changed minds, sent or taken back. */
  "honour.person": { points: 60, seconds: HOUR },
  /** Votes of a newcomer weigh nothing yet, those of others may move things. */
  "vote.newcomer": { points: 200, seconds: DAY },
  "vote.person": { points: 1_000, seconds: DAY },
  /** Flags on posts; moderators raise as many as they like. Those of a newcomer weigh nothing yet. */
  "flag.day": { points: 10, seconds: DAY },
  "flag.week": { points: 30, seconds: 7 * DAY },
  /** Posts that one person's urgent flags hide at once, counted in the log itself; further ones wait for a moderator where they are. */
  "hide.person": { points: 3, seconds: DAY },
  "save.person": { points: 200, seconds: HOUR },
  /** What somebody follows, mutes or lets go of. */
  "follow.person": { points: 300, seconds: HOUR },
  /** Notices marked as read, and kinds of them stopped. */
  "notice.person": { points: 600, seconds: HOUR },
  /** Clear cases on which a trusted member says something. */
  "clearing.person": { points: 120, seconds: HOUR },
  /** Messages to the moderators. */
  "mailbox.person": { points: 20, seconds: DAY },
  "preview.person": { points: 60, seconds: MINUTE },
  /** Drafts are saved as somebody types, perhaps in several tabs. */
  "draft.person": { points: 120, seconds: MINUTE },
  /** Drafts about which somebody is asked before posting: each is remembered until it is posted or dropped. */
  "asked.person": { points: 30, seconds: HOUR },
  /** Names offered while one is typed. */
  "names.person": { points: 120, seconds: MINUTE },
  /** Threads about the same, looked for as a title is typed. */
  "similar.person": { points: 120, seconds: MINUTE },
  /** Texts tried on the page about the scorer. */
  "score.person": { points: 30, seconds: MINUTE },
  "score.address": { points: 30, seconds: MINUTE },
  "search.person": { points: 30, seconds: MINUTE },
  "search.address": { points: 30, seconds: MINUTE },
  /** Addresses of one's own feed. */
  "feed-key.person": { points: 20, seconds: HOUR },
  /** Links that set another password: asked for from one network address, and sent to one person. */
  "reset.address": { points: 25, seconds: 5 * MINUTE },
  "reset.person": { points: 5, seconds: 30 * MINUTE },
  /** Links that confirm an e-mail address: sent to one mailbox, and asked for by one person, with changes of which one is told. */
  "confirm.email": { points: 5, seconds: HOUR },
  "confirm.person": { points: 10, seconds: DAY },
  /** Posts removed and people suspended by one moderator; counted in the log itself. */
  "power.moderator": { points: 30, seconds: HOUR },
} satisfies Record<string, Limit>;

export type LimitName = keyof typeof limits;

/** The points under a scale, never less than one. */
export const scaledPoints = (name: LimitName, scale: number): number =>
  Math.max(1, Math.floor(limits[name].points * scale));

/** Most people whom one post of this person may mention, under a scale; never less than one. */
export function mostMentions(person: Person, scale: number): number {
  const most = person.level === 0 && !isModerator(person) ? 5 : 10;
  return Math.max(1, Math.floor(most * scale));
}
