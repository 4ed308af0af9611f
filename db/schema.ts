/** Every table and column of the forum. Times are whole seconds since 1970; state is a date or a row with a person on it. */
import type { Generated, Selectable } from "kysely";

export interface Schema {
  person: PersonTable;
  password: PasswordTable;
  session: SessionTable;
  device: DeviceTable;
  invitation: InvitationTable;
  first_administrator: FirstAdministratorTable;
  allowance: AllowanceTable;
  setting: SettingTable;
  topic: TopicTable;
  thread: ThreadTable;
  thread_topic: ThreadTopicTable;
  thread_person: ThreadPersonTable;
  post: PostTable;
  revision: RevisionTable;
  form_key: FormKeyTable;
  pace: PaceTable;
  event: EventTable;
  delivery: DeliveryTable;
  list_version: ListVersionTable;
  title_word: TitleWordTable;
  draft: DraftTable;
  thread_visit: ThreadVisitTable;
  saved_post: SavedPostTable;
  thanks: ThanksTable;
  mention: MentionTable;
  quotation: QuotationTable;
  nudge: NudgeTable;
  nudge_outcome: NudgeOutcomeTable;
  vote: VoteTable;
  vote_total: VoteTotalTable;
  tally: TallyTable;
  voted_thread: VotedThreadTable;
  position: PositionTable;
  fit: FitTable;
  exemplary: ExemplaryTable;
  changed_mind: ChangedMindTable;
  standing: StandingTable;
  follow: FollowTable;
  followed_search: FollowedSearchTable;
  mute_word: MuteWordTable;
  notice: NoticeTable;
  notice_stop: NoticeStopTable;
  letter_wish: LetterWishTable;
  letter: LetterTable;
  letter_token: LetterTokenTable;
  feed_key: FeedKeyTable;
  rule: RuleTable;
  case: CaseTable;
  clearing: ClearingTable;
  flag: FlagTable;
  action: ActionTable;
  appeal: AppealTable;
  kept_text: KeptTextTable;
  moderator_note: ModeratorNoteTable;
  mailbox: MailboxTable;
  mailbox_message: MailboxMessageTable;
  block: BlockTable;
  print: PrintTable;
  imported_source: ImportedSourceTable;
  imported_person: ImportedPersonTable;
  imported_thread: ImportedThreadTable;
  imported_post: ImportedPostTable;
}

export type Role = "member" | "moderator" | "administrator";

/** Somebody who can sign in and write. */
export interface PersonTable {
  id: Generated<number>;
  /** As shown, in the letters the person chose. */
  name: string;
  /** The name folded so that two names that look alike are one; unique. */
  name_key: string;
  /** Never leaves the account page of the person. */
  email: string | null;
  /** The address folded for comparison; unique, and null when another person had the address first. */
  email_key: string | null;
  /** A few lines about oneself, Markdown as written. */
  about: string;
  about_html: string;
  /** The version of the renderer that made the HTML. */
  about_renderer: Generated<number>;
  role: Role;
  /** Standing's level, 0 for a newcomer. */
  level: number;
  joined_at: number;
  /** The demonstration's people are refused on a public origin. */
  is_demonstration: Generated<number>;
  /** The forum that this person's posts came from; such a person cannot sign in. */
  imported_from: Generated<string | null>;
  /** When the person showed that the address is theirs; letters go to no other, but the one that asks. */
  email_confirmed_at: Generated<number | null>;
  /** Letters that the address refused for good since it was confirmed. */
  email_bounces: Generated<number>;
  /** What the person mutes, counted: whoever mutes nothing is asked for nothing. */
  mute_count: Generated<number>;
  /** Whether to write in a thread is to follow it. */
  follows_by_writing: Generated<number>;
  /** Until when the person writes nothing here; null, or past, for nobody's suspension. */
  suspended_until: Generated<number | null>;
  /** Until when the person writes one reply an hour. */
  slowed_until: Generated<number | null>;
}

export interface PasswordTable {
  person_id: number;
  /** argon2id in PHC format. */
  hash: string;
  set_at: number;
}

/** One browser that is signed in. */
export interface SessionTable {
  /** SHA-256 of the token in the cookie, in hexadecimal. */
  id: string;
  person_id: number;
  expires_at: number;
  began_at: number;
  /** A message shown once, on the next page, as JSON. */
  flash: string | null;
  /** What the browser calls itself, coarsely: "Firefox on Linux". */
  browser: Generated<string | null>;
  /** The last visit, to the hour. */
  seen_at: Generated<number | null>;
}

/** One browser in which a person was signed in before: nobody's failures lock it out. */
export interface DeviceTable {
  /** SHA-256 of the token in its cookie, in hexadecimal. */
  id: string;
  person_id: number;
  seen_at: number;
}

/** A code that lets one person join while joining is by invitation. */
export interface InvitationTable {
  id: Generated<number>;
  /** SHA-256 of the code. */
  code_hash: string;
  made_by_id: number;
  made_at: number;
  expires_at: number;
  used_by_id: number | null;
  used_at: number | null;
}

/** The one-time address by which the first administrator is made; at most one row. */
export interface FirstAdministratorTable {
  /** SHA-256 of the token. */
  token_hash: string;
  made_at: number;
}

/** What has been spent of a limit in its present window. */
export interface AllowanceTable {
  key: string;
  points: number;
  /** In milliseconds, as the library that reads it counts. */
  expires_at_ms: number | null;
}

/** What administrators decided, by name; the default of each is in app/settings. */
export interface SettingTable {
  name: string;
  value: string;
}

export interface TopicTable {
  id: Generated<number>;
  /** The name in an address; unique. */
  slug: string;
  name: string;
  about: string;
  thread_count: Generated<number>;
  /** Where it went when it was merged; its address leads there. */
  merged_into_id: number | null;
  made_at: number;
}

export interface ThreadTable {
  id: Generated<number>;
  title: string;
  slug: string;
  author_id: number;
  /** The address of the thing discussed. */
  url: string | null;
  /** The passage quoted from it. */
  quote: string | null;
  disclosure: string | null;
  norms: string | null;
  /** The first sentence or two of the opening post, as plain text. */
  excerpt: string;
  started_at: number;
  /** The last reply, or the start. */
  active_at: number;
  opening_post_id: number | null;
  reply_count: Generated<number>;
  person_count: Generated<number>;
  pinned_at: number | null;
  pinned_by_id: number | null;
  locked_at: number | null;
  locked_by_id: number | null;
  /** Raised by whatever changes what the page shows. */
  version: Generated<number>;
  /** The forum that the thread came from. */
  imported_from: Generated<string | null>;
  /** What the address of the thing discussed comes to, so that two addresses of one thing are equal. */
  url_key: Generated<string | null>;
  /** The version of the reader that took the title's words and the address's key; 0 for none. */
  title_reader: Generated<number>;
  /** Its place on the front page, in millionths of the key of mechanism, M6: the greater the further up. */
  best: Generated<number>;
  /** Votes that count, on all of its posts. */
  vote_count: Generated<number>;
  /** The number of votes, rounded down to a power of two, by which the places of its replies were last set. */
  vote_step: Generated<number>;
  /** The last vote; 0 for none. */
  voted_at: Generated<number>;
  /** Until when it may stand in a place for new threads; null once that is over. */
  fresh_until: Generated<number | null>;
  /** Seconds between two replies of one person, set by moderators. */
  slow_seconds: Generated<number | null>;
  /** Until when newcomers do not reply and others once an hour, as its author wished. */
  quiet_until: Generated<number | null>;
  /** Since when no list shows it, its opening post being kept away; its title is kept with that post. */
  hidden_at: Generated<number | null>;
  /** The thread that its posts went to; its address leads there, and no list shows it. */
  merged_into_id: Generated<number | null>;
}

export interface ThreadTopicTable {
  thread_id: number;
  topic_id: number;
  /** 0 for the first topic. */
  position: number;
  /** As the thread's own, so that one index gives a topic's threads in their order. */
  started_at: number;
  active_at: number;
  best: Generated<number>;
}

/** Who wrote in a thread, and how often. */
export interface ThreadPersonTable {
  thread_id: number;
  person_id: number;
  post_count: number;
  /** What this person's replies have of substance beyond the usual, in billionths. */
  gain: Generated<number>;
}

export type PostKind = "reply" | "question" | "evidence" | "correction" | "tried";

/** The opening post and every reply. */
export interface PostTable {
  id: Generated<number>;
  thread_id: number;
  author_id: number;
  /** The post answered; null for the opening post alone. */
  parent_id: number | null;
  /** The reply to the opening post below which this stands: itself, when it is one; null for the opening post. */
  branch_id: number | null;
  /** 0 for the opening post. */
  depth: number;
  kind: PostKind;
  /** Markdown, byte for byte as it was sent. */
  body: string;
  html: string;
  /** The version of the renderer that made the HTML. */
  renderer: number;
  /** Raised by every edit; an edit names the version it began from. */
  version: Generated<number>;
  posted_at: number;
  edited_at: number | null;
  /** Since when a stub stands in its place: its author took it back, or its state keeps it away. */
  withdrawn_at: number | null;
  /** When it was shown again the last time. */
  restored_at: Generated<number | null>;
  /** What moderation made of it (app/moderation/states.ts). While that keeps it away, its text is in kept_text and here is none. */
  state: Generated<PostState>;
  /** Whether its author took it back. */
  is_taken_back: Generated<number>;
  /** The first version that its history shows to everybody. */
  public_from: Generated<number>;
  /** Direct replies. */
  reply_count: Generated<number>;
  /** For a reply to the opening post: all posts below it. */
  branch_count: Generated<number>;
  /** How many liked it in the forum that it came from. */
  liked_elsewhere: Generated<number>;
}

/** What a post was before an edit. */
export interface RevisionTable {
  id: Generated<number>;
  post_id: number;
  /** The version of the post that this text was. */
  version: number;
  /** The thread's title at that version; opening posts only. */
  title: string | null;
  body: string;
  written_at: number;
}

/** A form that was sent: sending it again leads to what it made. */
export interface FormKeyTable {
  person_id: number;
  key: string;
  location: string;
  sent_at: number;
}

/** How far ahead a person has written: each post moves this on by one step of their pace. */
export interface PaceTable {
  person_id: number;
  /** In milliseconds since 1970. */
  until_ms: number;
}

/** What happened, in order; append only. */
export interface EventTable {
  id: Generated<number>;
  kind: string;
  at: number;
  person_id: number | null;
  thread_id: number | null;
  post_id: number | null;
  topic_id: number | null;
  /** Another person whom it concerns. */
  about_id: number | null;
  /** Why; every act of power has one. */
  reason: string | null;
  /** What else is worth keeping, as JSON: before, after. */
  details: string | null;
}

/** An event whose consequences have not all followed yet. */
export interface DeliveryTable {
  event_id: number;
  /** How often it was taken up. */
  attempts: Generated<number>;
  /** When it may be taken up again; 0 for at once. */
  next_at: Generated<number>;
  /** What went wrong the last time: which consequence, what kind of error, and where the log tells more. */
  failure: string | null;
  /** The last person who was told of it, in the order of their ids: what is told to many goes on from there. */
  reached: Generated<number>;
}

/** What lists of threads, posts and people show is as new as the sum of these; each deed raises one of them. */
export interface ListVersionTable {
  share: number;
  version: number;
}

/** The words of threads' titles, as they are compared. */
export interface TitleWordTable {
  word: string;
  thread_id: number;
}

/** What somebody has begun to write and not sent. */
export interface DraftTable {
  person_id: number;
  /** The hidden key of its form. */
  key: string;
  /** The address of its form, with what it answers. */
  place: string;
  /** Raised by every save; a save names the version it began from. */
  version: Generated<number>;
  /** Which page saved it last; null where no script did. */
  page: string | null;
  saved_at: number;
  /** When it was sent or thrown away: a save that comes late makes it no draft again. */
  closed_at: number | null;
  /** What was typed, by field, as JSON. */
  fields: string;
}

/** What a person has seen of a thread: what is new is told by the ids of posts, which rise in each thread in the order in which posts arrive. */
export interface ThreadVisitTable {
  person_id: number;
  thread_id: number;
  /** The last post that was there when the visit before the present one ended. */
  seen_id: number;
  /** When that visit ended. */
  seen_at: number;
  /** The last post that was there when the thread was last opened. */
  latest_id: number;
  /** When it was last opened, to some minutes. */
  visited_at: number;
}

/** A post that somebody keeps to find again; nobody else sees that. */
export interface SavedPostTable {
  person_id: number;
  post_id: number;
  saved_at: number;
}

/** One press for "nice post"; its author sees how many, and nothing is ranked by it. */
export interface ThanksTable {
  post_id: number;
  person_id: number;
  thanked_at: number;
}

/** Who is named in a post, outside code and quotations. */
export interface MentionTable {
  post_id: number;
  person_id: number;
}

/** Which post quotes which. */
export interface QuotationTable {
  post_id: number;
  quoted_post_id: number;
}

/** Somebody was asked whether a passage of a draft is meant as it reads, and has neither posted nor dropped it; nothing of the text is here. */
export interface NudgeTable {
  person_id: number;
  /** The hidden key of the draft's form: of each draft it is asked once. */
  key: string;
  /** The signal that was seen, by its name. */
  rule: string;
  /** Two digits for each passage, by which the same are known again; null where its page asked as somebody typed. */
  mark: string | null;
  asked_at: number;
}

export type NudgeOutcome = "edited" | "as-it-was" | "withdrawn";

/** What came of asking; of what was withdrawn nothing tells whose it was. */
export interface NudgeOutcomeTable {
  id: Generated<number>;
  /** The month in which it was asked, like "2026-11", in UTC. */
  month: string;
  /** What was posted; null where nothing was. */
  post_id: number | null;
  rule: string;
  outcome: NudgeOutcome;
}

/** What one person thinks of one post; a row with neither worth nor agreement is a vote taken back. Nobody else ever learns of it. What is not whole is in billionths, here and below. */
export interface VoteTable {
  post_id: number;
  person_id: number;
  /** Of the post. */
  author_id: number;
  worth: 0 | 1;
  agree: -1 | 0 | 1;
  /** Why it is worth reading. */
  reason: string | null;
  /** 0 for one that does not count; less than one for a worth vote of who praises the same author often. */
  weight: number;
  /** What it adds to the post's sums on either side: its weight, or half of it without worth, by the voter's position when it was cast or at the last nightly fit. */
  to_left: number;
  to_right: number;
  /** How often its post was rewritten since, by so much that what was voted on is another text: each takes half of the weight. */
  halvings: Generated<number>;
  /** The first time, kept through changes. */
  cast_at: number;
  changed_at: number;
}

/** What all votes of the forum come to is the sum of these; each vote moves one of them. */
export interface VoteTotalTable {
  share: number;
  /** Worth, over all posts. */
  worth: number;
  /** What counts of the votes, over all posts. */
  counted: number;
}

/** What the votes on one post come to, and its places by them. Every post has one, made with it. */
export interface TallyTable {
  post_id: number;
  thread_id: number;
  author_id: number;
  parent_id: number | null;
  depth: number;
  posted_at: number;
  /** Words of the author's own, without quotations, code and answers of a model; null for what nobody has counted. */
  words: number | null;
  /** Sums over votes of worth, and over those that only agree or disagree, on either side (mechanism, M4: uL, uR, hL, hR). */
  worth_left: Generated<number>;
  worth_right: Generated<number>;
  only_left: Generated<number>;
  only_right: Generated<number>;
  /** Of votes that count. */
  voter_count: Generated<number>;
  worth_count: Generated<number>;
  agree_count: Generated<number>;
  disagree_count: Generated<number>;
  /** How many say that it changed their mind. */
  mind_count: Generated<number>;
  /** Which side agrees with it: y. */
  leaning: Generated<number>;
  /** How sure it is that it insults: I. */
  insult: Generated<number>;
  /** Q. */
  substance: number;
  /** What it adds to its author's gain in the thread; 0 for an opening post. */
  gain: Generated<number>;
  /** Its place among the replies to the same post: S. */
  best: number;
  /** What it is worth to the side that finds it less so. */
  across: number;
  /** Since when everybody sees the counts; null while they are hidden. */
  shown_at: number | null;
  /** When time alone changes its place or shows its counts; null when nothing of the kind comes. */
  due_at: number | null;
  /** When it was found worth reading, by votes that everybody sees, and its followers were told; never a second time. */
  found_at: Generated<number | null>;
}

/** A thread whose place on the front page is to follow what happened in the last moment, and whose page, where votes did. */
export interface VotedThreadTable {
  thread_id: number;
  /** 0 where it was replies alone. */
  is_voted: number;
  /** How often since it was last followed: what comes while it is followed is followed again. */
  noted: Generated<number>;
}

/** Where somebody stands by what they agree with, for the forum as a whole or within a topic. */
export interface PositionTable {
  /** A topic's id, or 0 for the forum as a whole. */
  scope: number;
  person_id: number;
  /** As fitted: ξ. */
  raw: number;
  /** From -1 to 1. */
  x: number;
  /** How much more readily than others this person agrees. */
  bias: number;
  /** Votes of agreement that it rests on. */
  vote_count: number;
}

/** The last nightly fit of positions. */
export interface FitTable {
  scope: number;
  made_at: number;
  /** 0 where positions explain too little to be used: then everybody stands at 0. */
  is_used: number;
  /** By how much positions explain votes that they were not fitted to. */
  gain: number;
  vote_count: number;
  /** How much of worth goes with length alone, and the mean logarithm of lengths; of the forum as a whole. */
  slope: Generated<number>;
  middle: Generated<number>;
  /** Since when a process makes it anew; null while none does. Of the forum as a whole. */
  begun_at: number | null;
}

/** A line to the author of a post that somebody found exemplary; nobody else reads it. */
export interface ExemplaryTable {
  id: Generated<number>;
  post_id: number;
  /** Of the post. */
  author_id: number;
  person_id: number;
  line: string;
  sent_at: number;
}

/** Somebody says that a post changed their mind. */
export interface ChangedMindTable {
  id: Generated<number>;
  post_id: number;
  thread_id: number;
  /** Of the post. */
  author_id: number;
  person_id: number;
  view_before: string;
  view_now: string;
  recorded_at: number;
  withdrawn_at: number | null;
}

/** What somebody's level rests on; a private number. */
export interface StandingTable {
  person_id: number;
  points: number;
  weighed_at: number;
  /** Since when it is too little for the present level. */
  below_since: number | null;
  /** The administrator who set the level by hand; then nothing else moves it. */
  set_by_id: number | null;
}

export type FollowKind = "topic" | "thread" | "branch" | "person" | "search";
export type FollowLevel = "every" | "worth" | "nothing" | "muted";

/** What a person wishes to hear of something: every post, replies to them and what is worth reading, nothing new, or never again. */
export interface FollowTable {
  person_id: number;
  kind: FollowKind;
  /** Of the topic, the thread, the post that begins the branch, the person, or the followed search. */
  object_id: number;
  level: FollowLevel;
  /** It came about by writing there, not by a press. */
  is_by_writing: Generated<number>;
  followed_at: number;
}

/** A search that somebody follows. */
export interface FollowedSearchTable {
  id: Generated<number>;
  person_id: number;
  /** As it was typed. */
  asked: string;
  made_at: number;
  /** The last post that was there when it was looked through last. */
  seen_id: number;
  /** When it is looked through next. */
  due_at: number;
}

/** A word that somebody does not wish to read. */
export interface MuteWordTable {
  person_id: number;
  /** Folded as it is compared. */
  word: string;
  /** As it was typed. */
  shown: string;
  muted_at: number;
}

/** What somebody was told. One about many posts of a thread grows until it is read. */
export interface NoticeTable {
  id: Generated<number>;
  person_id: number;
  kind: string;
  /** What it is about, as text: of the unread notices of a person one has it. */
  subject: string;
  thread_id: number | null;
  /** The first of the posts that it tells of, and the last. */
  first_post_id: number | null;
  latest_post_id: number | null;
  /** The person by whose deed it changed last; null where nobody's name belongs to it. */
  from_id: number | null;
  /** The topic, person, branch or followed search by which it came; null where its kind says it. */
  about_id: number | null;
  /** Of what it tells: posts, people who thanked. */
  count: Generated<number>;
  /** What else its sentence needs, as JSON. */
  details: string | null;
  began_at: number;
  changed_at: number;
  read_at: number | null;
  /** When it goes out as a letter, should it still be unread and be wished; null where it does not. */
  letter_at: number | null;
}

/** A kind of notice that somebody wants no more. */
export interface NoticeStopTable {
  person_id: number;
  kind: string;
  stopped_at: number;
}

export type Digest = "none" | "daily" | "weekly";

/** Which letters a person wishes; who has no row gets those that everybody gets. */
export interface LetterWishTable {
  person_id: number;
  /** Mentions and cases about oneself go out as they come. */
  is_at_once: number;
  digest: Digest;
  /** Of a weekly digest: 0 for Sunday. */
  weekday: number;
  /** By the clock of the person's own time zone. */
  hour: number;
  /** By its IANA name. */
  zone: string;
  /** What was posted up to then has been in a digest. */
  since: number;
  /** When the next digest is made; null for none. */
  next_at: number | null;
}

/** A letter that goes out, or went out, by e-mail. */
export interface LetterTable {
  id: Generated<number>;
  /** What it is about, so that it is written once. */
  key: string;
  kind: string;
  /** Those with less go out first. */
  urgency: Generated<number>;
  person_id: number | null;
  address: string;
  subject: string;
  text: string;
  html: string | null;
  /** By name, as JSON. */
  headers: string | null;
  /** Of the posts whose words it holds, as JSON. */
  post_ids: Generated<string | null>;
  /** Of the threads whose titles it holds, as JSON. */
  thread_ids: Generated<string | null>;
  made_at: number;
  /** When it is tried next; null for one that was sent or set aside. */
  next_at: number | null;
  attempts: Generated<number>;
  /** When somebody began to send it. */
  taken_at: number | null;
  sent_at: number | null;
  /** What the mail server said the last time. */
  failure: string | null;
  /** When it was given up. */
  set_aside_at: number | null;
}

/** What a link in a letter may do once: show that an address is one's own, set another password, or undo a change of address. */
export interface LetterTokenTable {
  /** SHA-256 of the token. */
  token_hash: string;
  purpose: "confirm" | "reset" | "undo";
  person_id: number;
  /** The address that it was sent to. */
  email: string;
  made_at: number;
  expires_at: number;
  used_at: number | null;
}

/** The secret address of a person's own feed. */
export interface FeedKeyTable {
  person_id: number;
  /** SHA-256 of the token in the address. */
  token_hash: string;
  made_at: number;
}

/** A rule of the forum, as administrators word it. */
export interface RuleTable {
  id: Generated<number>;
  /** By what reasons for flags know it; unique, never changed. */
  slug: string;
  /** The number that it goes by. */
  position: number;
  title: string;
  /** Markdown as written. */
  body: string;
  html: string;
  changed_at: number;
  /** Since when it is none any more; cases still name it. */
  retired_at: number | null;
}

/** How a post stands with moderation. */
export type PostState =
  | "published"
  | "asked"
  | "hidden"
  | "rewritten"
  | "lapsed"
  | "redacted"
  | "removed"
  | "held";

export type CaseKind = "rules" | "spam" | "urgent" | "topic";
export type CaseState =
  | "open"
  | "asked"
  | "hidden"
  | "held"
  | "rewritten"
  | "lapsed"
  | "redacted"
  | "removed"
  | "cleared"
  | "restored"
  | "appealed";

/** A post that was flagged or found doubtful, until it is settled. Of each post one is open. What is not whole is in billionths, here and below. */
export interface CaseTable {
  id: Generated<number>;
  kind: CaseKind;
  state: CaseState;
  post_id: number;
  thread_id: number;
  /** Of the post. */
  author_id: number;
  rule_id: number | null;
  /** What it is about, as it stood in the text; null for the whole post. */
  passage: string | null;
  /** The version of the post that was asked about. */
  post_version: number;
  /** The scorer's value of the passage; null where there is none. */
  score: number | null;
  /** The weight of open flags from the author's side, and of the others. */
  own_weight: Generated<number>;
  other_weight: Generated<number>;
  flag_count: Generated<number>;
  /** How sure it is that it insults: I. */
  insult: Generated<number>;
  /** Its place in the queue: the greater the further up. */
  priority: Generated<number>;
  is_urgent: Generated<number>;
  /** The forum itself found it doubtful; nobody need have flagged it. */
  is_found: Generated<number>;
  /** Whose turn it is; null when it is settled. */
  waits_for: "moderator" | "author" | null;
  waits_since: number | null;
  /** When the clock takes the next step. */
  due_at: number | null;
  /** How often its author was asked to rewrite. */
  ask_count: Generated<number>;
  /** Raised by whatever happens to it; a decision names the version that it saw. */
  version: Generated<number>;
  opened_at: number;
  /** The last decision of people or of the clock. */
  decided_at: number | null;
  decided_by_id: number | null;
  /** Since when nothing more comes; null while it goes on. */
  closed_at: number | null;
}

/** What a trusted member says of a clear case; two who say the same settle it. */
export interface ClearingTable {
  case_id: number;
  person_id: number;
  verdict: "ask" | "dismiss";
  /** Of the case, as it was seen. */
  case_version: number;
  said_at: number;
}

/** Somebody says that a post breaks a rule. Who it was, only moderators learn. */
export interface FlagTable {
  id: Generated<number>;
  post_id: number;
  case_id: number;
  person_id: number;
  /** One of app/flags/reasons.ts. */
  reason: string;
  /** The words that it points at. */
  passage: string | null;
  note: Generated<string>;
  /** As it was when it was raised. */
  weight: number;
  /** Whether who flagged and the author are clearly of one side. */
  is_own_side: number;
  /** How often the verdict counts in the accuracy of who flagged. */
  counts: Generated<number>;
  flagged_at: number;
  verdict: "upheld" | "rejected" | null;
  /** Also set, without a verdict, where it was taken back. */
  decided_at: number | null;
}

/** An act of power. Its words stand in the public log: the event has the same number. */
export interface ActionTable {
  id: number;
  /** One of app/moderation/actions.ts. */
  kind: string;
  /** In which office it was done. */
  office: Office;
  /** The moderator or administrator; null for members' flags and the clock. */
  by_id: number | null;
  /** Whom it concerns. */
  about_id: number | null;
  case_id: number | null;
  post_id: number | null;
  thread_id: number | null;
  rule_id: number | null;
  /** What it takes to undo it, as JSON. */
  before: string | null;
  /** A decision on flags: of these the circuit breaker counts those that were reversed. */
  is_decision: Generated<number>;
  /** Until when it holds; null for one without an end. */
  until_at: number | null;
  at: number;
  /** The act that this one undid. */
  undoes_id: number | null;
  /** When it was undone or overturned, and by which act. */
  undone_at: number | null;
  undone_by_id: number | null;
}

export type Office = "moderator" | "administrator" | "members" | "author" | "clock";

/** Somebody asks another moderator to look at a decision again. */
export interface AppealTable {
  id: Generated<number>;
  action_id: number;
  person_id: number;
  body: string;
  /** Of the case, to go on from if the decision stands. */
  former_state: CaseState | null;
  /** Seconds that were left of its time. */
  former_left: number | null;
  made_at: number;
  due_at: number;
  decided_at: number | null;
  decided_by_id: number | null;
  verdict: "upheld" | "overturned" | null;
  reason: string | null;
}

/** A text that is kept away from everybody but its author and moderators: of a post whose state keeps it away, as it was before a passage was taken out, or as its author proposes it in place of what was removed. */
export interface KeptTextTable {
  post_id: number;
  why: "away" | "redacted" | "proposed";
  /** The version of the post that this text was; of a proposed one, that it is to follow. */
  version: number;
  /** The thread's; of opening posts only. */
  title: string | null;
  /** What else stood above an opening post, as JSON: url, quote, disclosure, norms. */
  head: string | null;
  body: string;
  html: Generated<string>;
  /** The version of the renderer that made the HTML. */
  renderer: Generated<number>;
  /** Of a proposed one: so much of it is other than it was that votes on what it was count half. */
  is_other: Generated<number>;
  kept_at: number;
}

/** What moderators tell one another about somebody. */
export interface ModeratorNoteTable {
  id: Generated<number>;
  about_id: number;
  case_id: number | null;
  by_id: number;
  body: string;
  written_at: number;
}

/** What one person and the moderators write to each other. */
export interface MailboxTable {
  person_id: number;
  /** Since when an answer of the moderators is awaited. */
  waits_since: number | null;
  latest_at: number;
  /** Raised by every message; an answer names the version that it saw. */
  version: Generated<number>;
}

export interface MailboxMessageTable {
  id: Generated<number>;
  /** Whose mailbox it is. */
  person_id: number;
  from_id: number;
  /** Whether the moderators wrote it. */
  is_answer: number;
  /** Markdown as written. */
  body: string;
  html: string;
  sent_at: number;
}

/** Who wants no replies, mentions or notices from whom. */
export interface BlockTable {
  person_id: number;
  blocked_id: number;
  blocked_at: number;
}

/** By what a text or a link of a newcomer is known again. */
export interface PrintTable {
  hash: string;
  post_id: number;
  kind: "text" | "link";
  person_id: number;
  posted_at: number;
}

/** Where a forum is that something was imported from. */
export interface ImportedSourceTable {
  /** What it is called here. */
  source: string;
  /** Its address, without a slash at its end. */
  origin: string;
}

/** Who somebody of another forum is here. */
export interface ImportedPersonTable {
  source: string;
  /** The number that somebody has there, after #; else the name, after @. */
  outer_key: string;
  /** The name that they have there, folded; null while somebody else has it. */
  outer_name: string | null;
  person_id: number;
}

export interface ImportedThreadTable {
  source: string;
  outer_id: number;
  thread_id: number;
}

export interface ImportedPostTable {
  source: string;
  outer_thread_id: number;
  /** The post's number in its thread there; 1 for the opening post. */
  number: number;
  /** The post's id there. */
  outer_id: number;
  post_id: number;
  /** The time that it has there; here it may stand later, after what it answers. */
  made_at: number;
  /** When the row that was imported was changed there. */
  changed_at: number;
  /** Of what was imported, so that a changed text is known. */
  hash: string;
  /** 1 while it quotes or leads to a post that is not here yet. */
  waits: Generated<number>;
}

export type PostRow = Selectable<PostTable>;
