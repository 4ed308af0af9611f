/** The frame of every page, and what the forum says when something is wrong. */
import { SPAN } from "./span.ts";

export const frame = {
  "forum.name": "Steelman",
  "forum.motto": "Attack the argument, not the person.",
  "forum.opinion":
    "This forum has one opinion: attack the argument, not the person. It takes no side in the debates it hosts.",
  "frame.title": "{page} · Steelman",
  "list.first": "From the first on",
  "frame.skip": "Skip to the content",
  "frame.nav": "Forum",
  "frame.threads": "Threads",
  "frame.topics": "Topics",
  "frame.search": "Search",
  "frame.sign-in": "Sign in",
  "frame.sign-out": "Sign out",
  "frame.join": "Join",
  "frame.inbox": "Inbox",
  "frame.inbox.more": "{most}+",
  "frame.account": "Account",
  "frame.administration": "Administration",
  "frame.rules": "Rules",
  "frame.log": "Public log",
  "frame.about": "About",
  "frame.help": "Help",
  "frame.privacy": "Privacy",
  "frame.terms": "Terms",
  "frame.page-links": "About this forum",
  "form.kept":
    "{count, plural, one {One thing needs another look.} other {# things need another look.}} Your text is kept.",
  "form.too-long-to-read":
    "That was more than the forum reads at once ({limit}). Your browser still has the text: go back to it.",
  "form.too-many-fields":
    "This form has more fields than any form of the forum. Go back to its page and send it from there.",
  "form.nul": "This holds a character that cannot be kept (NUL). Take it out, please.",
  "refused.sign-in": "You need to be signed in for that.",
  "refused.moderators-only": "Only moderators may do that.",
  "refused.administrators-only": "Only administrators may do that.",
  "refused.not-found": "There is no such thing here.",
  "refused.origin":
    "This form came from another site, so nothing was done. If you sent it yourself, open the forum afresh and send it again.",
  "refused.method": "This address takes no such request.",
  "refused.type": "This address takes forms only.",
  "frame.suspended":
    "You are suspended until {until} (UTC): you can read everything, but not write or vote. <why>Why, and how to appeal</why>",
  "refused.busy":
    "Too many people are signing in this second. Try again in a moment; nothing was lost.",
  "refused.cannot-write":
    "The forum cannot save anything at this moment. Your text is kept here: please send it again in a moment.",
  "refused.too-soon": `A little slower, please. The next one can be sent in ${SPAN}.`,
  "refused.votes-of-day": `You have voted {most, plural, one {once} other {# times}} within a day, and no more votes are taken. The next one can be cast in ${SPAN}; a vote can be taken back at any time.`,
  "error.400.title": "This address cannot be read",
  "error.400.text":
    "It holds something that no address of the forum has: part of it may have been lost or changed on its way here.",
  "error.401.title": "Please sign in",
  "error.403.title": "That is not possible here",
  "error.404.title": "There is no such page",
  "error.404.text":
    "The address may be mistyped, or the thread was merged into another. Posts are not deleted without an entry in the <log>public log</log>.",
  "error.404.threads": "All threads",
  "error.405.title": "Not like this",
  "error.409.title": "That cannot be done as things stand",
  "error.413.title": "That is too long",
  "error.414.title": "This address is too long",
  "error.414.text": "No address of the forum is as long as this one.",
  "error.422.title": "Something is missing",
  "error.429.title": "A little slower, please",
  "error.500.title": "Something broke here",
  "error.500.text":
    "That was our mistake, not yours, and it is written down. If it happens again, tell the people who run this forum this reference: {reference}.",
  "error.500.plain":
    "That was our mistake, not yours, and it is written down. Nothing you saved before is lost.",
  "error.503.title": "One moment, please",
  "away.reading":
    "The forum cannot reach its database at this moment. It goes on by itself as soon as it can: try again in a few seconds.",
  "away.writing":
    "The forum cannot reach its database at this moment, so it does not know whether this was saved. Everything you typed is kept below: send it again in a few seconds. A post that is sent twice appears once.",
  "away.field": "What you sent",
  "away.again": "Send again",
} as const;
