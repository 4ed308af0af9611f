/** Blocking, quiet and slow threads, the pace of an argument, and what moderators do with threads. */
import { SPAN } from "./span.ts";

export const shields = {
  "shields.not-here":
    "Replying to this post is not possible for you. You can read on, vote, and reply elsewhere in the thread: /posts/{id} leads back to it.",

  "shields.block": "Block",
  "shields.unblock": "Unblock",
  "shields.block.of": "Block {name}",
  "shields.unblock.of": "Unblock {name}",
  "shields.block.title": "Block {name}",
  "shields.unblock.title": "Unblock {name}",
  "shields.block.text":
    "{name} can then no longer reply to what you write. Where {name} names, quotes or thanks you, you are told nothing, and no letter comes of it. {name} can go on reading, voting and flagging, and is not told of the block: only that replying is not possible, at the attempt.",
  "shields.block.also":
    "You go on seeing what {name} writes. To see it no more, mute {name} on <profile>their page</profile>.",
  "shields.unblock.text":
    "{name} can then reply to you again, and you are told of it as of anybody’s reply. What came meanwhile is not told later.",
  "shields.block.do": "Block",
  "shields.unblock.do": "Unblock",
  "shields.block.done": "Blocked. You can undo it on the page of what you mute.",
  "shields.unblock.done": "Unblocked.",
  "shields.block.back": "Back to {name}",
  "shields.block.own": "That is you.",
  "shields.block.imported":
    "{name} wrote in another forum and cannot sign in here, so there is nothing to block.",
  "shields.blocked": "Whom you block",
  "shields.blocked.text":
    "They cannot reply to you, and you are told nothing of what they write about you. They do not learn of it.",
  "shields.blocked.none": "You block nobody. Everybody’s page has a link to it.",
  "shields.blocked.more": "and {count, plural, one {one more} other {# more}}",

  "shields.quiet": "Quiet it for 48 hours",
  "shields.unquiet": "End the quiet",
  "shields.quiet.title": "Quiet your thread",
  "shields.unquiet.title": "End the quiet",
  "shields.quiet.text":
    "For 48 hours, newcomers cannot reply here, and everybody else, you too, replies once an hour. Everybody can read on. It is shown on the thread and in the public log, and you can end it early.",
  "shields.unquiet.text": "Everybody can reply again as usual.",
  "shields.quiet.done": "It is quiet for 48 hours. It stands in the public log.",
  "shields.unquiet.done": "The quiet is over. It stands in the public log.",
  "shields.quiet.note":
    "{author} asked for quiet until <time>{until}</time>: until then newcomers do not reply here, and others once an hour.",
  "shields.quiet.not-yours": "Only its author quiets a thread. Moderators may end the quiet.",
  "shields.quiet.newcomer":
    "It is quiet here: newcomers do not reply until {until} (UTC). Your text is kept, and you can read and vote meanwhile.",

  "shields.slow": "Slow mode",
  "shields.slow.title": "Slow mode",
  "shields.slow.text":
    "In slow mode everybody but moderators waits between two replies in this thread. It is shown on the thread.",
  "shields.slow.seconds": "Between two replies of one person",
  "shields.slow.none": "no wait: no slow mode",
  "shields.slow.minutes": "{minutes, plural, one {one minute} =60 {an hour} other {# minutes}}",
  "shields.slow.unknown": "Choose one of the times.",
  "shields.slow.do": "Set it",
  "shields.slow.done": "Set. It stands in the public log.",
  "shields.slow.note":
    "Slow mode: {minutes, plural, one {one minute} =60 {an hour} other {# minutes}} between two replies of one person.",

  "shields.topics": "Move to other topics",
  "shields.topics.title": "Move to other topics",
  "shields.topics.text":
    "The thread leaves the topics in which it stands and goes to these. Its author is told.",
  "shields.topics.do": "Move it",
  "shields.topics.done": "Moved. It stands in the public log.",

  "shields.merge": "Merge into another thread",
  "shields.merge.title": "Merge into another thread",
  "shields.merge.text":
    "All posts of this thread become one branch of the other. Its address and those of its posts lead there; whoever follows this thread follows the branch. Its author is told, and it can be undone in the log.",
  "shields.merge.into": "The other thread",
  "shields.merge.into.hint": "Its number, or its address.",
  "shields.merge.into.missing": "Say which thread, by its number or its address.",
  "shields.merge.parent": "The post that it answers there",
  "shields.merge.parent.hint": "Its number. Empty for the post that began the thread.",
  "shields.merge.do": "Merge",
  "shields.merge.done": "Merged. It stands in the public log.",
  "shields.merge.itself": "That is this thread itself.",
  "shields.merge.away":
    "The post that began this thread is kept away while it is looked at. Settle that first.",
  "shields.merge.into-away":
    "The post that began that thread is kept away while it is looked at. Choose another thread, or settle that first.",
  "shields.merged.already": "This thread was merged into another, and has no posts of its own.",
  "shields.merged.reply":
    "This thread was merged into another a moment ago. Your text is kept: open the thread again and reply there.",

  "shields.split": "Split off",
  "shields.split.of": ": post {id}, with its replies",
  "shields.split.title": "Split off a thread",
  "shields.split.text":
    "This post by {author} and {count, plural, =0 {what will answer it} one {the reply to it} other {the # replies to it, with theirs,}} become a thread of their own. Addresses of posts go on working; {author} is told, and it can be undone in the log.",
  "shields.split.field": "Title of the new thread",
  "shields.split.do": "Split it off",
  "shields.split.done": "Split off. It stands in the public log.",
  "shields.split.opening":
    "This post opens its thread already. To bring the thread elsewhere, merge it.",
  "shields.split.away":
    "This post is withdrawn or kept away, so it cannot open a thread. Split off a reply to it instead.",

  "shields.undo.none": "There is nothing to undo of this.",
  "shields.undo.changed":
    "Something was done about this since, or it is over, so this cannot be undone as it was. Look at the thread as it stands, and decide anew.",

  "shields.wait.quiet": `It is quiet here, as {author} wished: one reply an hour. You can reply again in ${SPAN}. Your text is kept.`,
  "shields.wait.personal": `You can write one reply an hour for now; the page on your standing says why, and until when. The next in ${SPAN}. Your text is kept.`,
  "shields.wait.slow": `This thread is in slow mode: {minutes, plural, one {one minute} =60 {an hour} other {# minutes}} between two replies of one person. You can reply again in ${SPAN}. Your text is kept.`,
  "shields.wait.crowd": `Many have answered {author} within the hour, so replies to this post come ten minutes apart. The next can come in ${SPAN}. Your text is kept: see first whether your point was made.`,
  "shields.wait.rounds": `You two have answered each other five times in a row. Views hardly change after that: sum up what you agree on and what is left open, for those who read. You can post it in ${SPAN}. Your text is kept.`,
  "shields.wait.branch": `A little time between two replies in one branch keeps a talk from heating up. You can reply here again in ${SPAN}. Your text is kept.`,

  "shields.crowd": "Many have answered {author} within the last hour",
  "shields.crowd.text":
    "Look whether your point was made: then a vote says as much as another reply, and is easier to bear. Replies to this post come ten minutes apart for now.",
  "shields.crowd.line": "{author}, post {id}",
  "shields.rounds": "Sum it up instead?",
  "shields.rounds.text":
    "You and {author} have answered each other five times in a row. After that views hardly change. Say what you agree on, and what would decide the rest: that is what others will read. The next reply here can come half an hour after your last.",

  "shields.pace": "One reply an hour",
  "shields.pace.text":
    "Until <time>{until}</time> you can write one reply an hour. You can read, vote and edit as before.",
  "shields.pace.why": "Why: {reason}",
  "shields.pace.log": "See it in the public log",
  "shields.pace.reason":
    "{insults} of the last {posts} posts, in {threads} threads, have insults that several people flagged and that were upheld and not rewritten. One reply an hour for 14 days.",
} as const;
