/** Flags: somebody says that a post breaks a rule. */
import { SPAN } from "./span.ts";

export const flags = {
  "flags.flag": "Flag",
  "flags.flag.of": " {author}, post {id}",
  "flags.title": "Flag a passage of {author}’s post",
  "flags.lead":
    "In <thread>{title}</thread>. A flag goes to the moderators; who raised it, nobody else learns. To disagree with somebody, answer them instead: that is read by everybody.",
  "flags.post": "The post",
  "flags.reason": "What is wrong with it?",
  "flags.reason.insult": "It insults a person",
  "flags.reason.demeans": "It demeans a group",
  "flags.reason.motive": "It guesses at motives or an employer",
  "flags.reason.asked-again": "It asks again what was answered",
  "flags.reason.misquotes": "It misquotes",
  "flags.reason.unlabelled-ai": "AI text without a label",
  "flags.reason.promotion": "Undisclosed promotion",
  "flags.reason.spam": "Spam",
  "flags.reason.off-topic": "Off topic",
  "flags.reason.threat": "A threat",
  "flags.reason.private-data": "Private data",
  "flags.reason.illegal": "Something illegal",
  "flags.reason.other": "Something else",
  "flags.meaning.insult":
    "The words are about who wrote or acted, not about what was said or done.",
  "flags.meaning.demeans": "It makes people less for what they are or believe.",
  "flags.meaning.motive": "It says why somebody says it, or who pays them, without their word.",
  "flags.meaning.asked-again": "The answer stands above, and the question goes past it.",
  "flags.meaning.misquotes": "It puts words into somebody’s mouth, or answers what was not said.",
  "flags.meaning.unlabelled-ai": "A model wrote it, and it does not say so.",
  "flags.meaning.promotion": "It praises what its author is paid for, and does not say so.",
  "flags.meaning.spam": "It sells something, or was put into many places.",
  "flags.meaning.off-topic": "It belongs to another thread. It may be moved, never hidden.",
  "flags.meaning.threat": "Somebody is told that harm will come to them.",
  "flags.meaning.private-data": "An address, a number, a name that was not public.",
  "flags.meaning.illegal": "What may not be published at all.",
  "flags.meaning.other": "Say in the note what it is.",
  "flags.rule": "Rule {number}",
  "flags.pointing": "About a passage",
  "flags.whole": "About the post",
  "flags.urgent": "Urgent: a moderator looks within a day",
  "flags.passage": "The passage",
  "flags.passage.hint":
    "Copy the words that you mean from the post. Select them before you press “Flag”, and they stand here already. May be empty where it is about the whole post.",
  "flags.note": "A note for the moderators, one line",
  "flags.note.hint": "If you like; {most} letters at most. “Something else” needs one.",
  "flags.do": "Flag it",
  "flags.change": "Change the flag",
  "flags.take-back": "Take the flag back",
  "flags.standing":
    "You flagged this post. You can change what you said of it, or take it back, until a moderator has decided.",
  "flags.newcomer":
    "You are new here: your flag is kept and the moderators read it, but it has no weight of its own yet. It has from level 1 on; <standing>your standing</standing> says how far that is.",
  "flags.done": "Thank you. The moderators look at it; you need not do anything more.",
  "flags.done.newcomer":
    "Thank you, your flag is kept and the moderators can read it. You are new here, so it has no weight yet and moves nothing by itself.",
  "flags.done.hidden":
    "Thank you. The post is hidden until a moderator has looked at it, a day at most.",
  "flags.done.asked": "Thank you. Its author is asked to rewrite the passage.",
  "flags.done.back": "Your flag is taken back.",
  "flags.back.decided":
    "A moderator has decided on your flag already, so there is nothing to take back. What was decided stands in the log.",
  "flags.back.led":
    "Your flag led to something already, which stands in the log, so it can neither be changed nor taken back now. A moderator looks at it; what else you know of it, write to them.",
  "flags.own":
    "This post is yours. You can change its text or take it back yourself, without a flag.",
  "flags.away": "Moderators keep this post away already, so there is nothing to flag.",
  "flags.no-text": "Its text is withdrawn or kept away.",
  "flags.withdrawn": "Its author took this post back, so there is nothing to flag.",
  "flags.reason.missing": "Choose what is wrong with the post.",
  "flags.passage.missing":
    "This reason is about certain words. Copy them from the post, so that its author can mend them and the rest can stay.",
  "flags.passage.gone":
    "These words are not in the post as it reads now; perhaps its author changed them. Copy the passage from the text on this page, or choose a reason that is about the whole post and leave this empty.",
  "flags.passage.long":
    "A passage has {most} letters at most. Copy its worst sentence, or flag the whole post.",
  "flags.passage.short":
    "A passage has at least {least} letters. Copy the whole words that you mean, or flag the whole post.",
  "flags.note.missing": "Say in one line what it is, so that the moderators know what to look at.",
  "flags.note.long": "A note has {most} letters at most. The post itself is read anyway.",
  "flags.limit.day": `You have raised {most, plural, one {one flag} other {# flags}} within a day, and no more are taken. The next one can be raised in ${SPAN}. What cannot wait, write to the moderators.`,
  "flags.limit.week": `You have raised {most, plural, one {one flag} other {# flags}} within a week, and no more are taken. The next one can be raised in ${SPAN}. What cannot wait, write to the moderators.`,
  "flags.act.hidden":
    "A member flagged it as urgent ({what}). It is hidden until a moderator has looked, a day at most.",
  "flags.act.asked":
    "Members of both sides flagged it, so that its author is asked to rewrite it before a moderator has looked.",
} as const;
