/** What people honour one another with, and the levels that rest on it. */
import { SPAN } from "./span.ts";

export const standing = {
  "standing.title": "Your standing",
  "standing.see": "See it, with its reasons",
  "standing.lead":
    "You are at level {level} of 3. Your level and its numbers are shown to nobody else, but for this: whoever runs the forum can look up the level, and set it by hand. Then the public log tells everybody the level that you had and the one that was set.",
  "standing.by-hand":
    "An administrator set your level by hand; why, stands in the public log. Nothing else moves it until it is given back; then it is at once what you have done for it.",
  "standing.below":
    "At the moment there is less than four fifths of what level {level} needs. If it stays so, you are at level {under} from {day} on.",
  "standing.lets": "What level {level} lets you do",
  "standing.lets.0":
    "You can read, write, thank, save, vote and flag at once. Your votes are kept, and count from the night after you reach level 1; your flags are read by the moderators and have weight from level 1 on.",
  "standing.lets.1":
    "Your votes and flags count. You can tell an author that a post is exemplary, and whose mind you changed, and who changed yours, counts for both.",
  "standing.lets.2":
    "As at level 1, and you can let a newcomer’s first post go that waits for a look because of its links. Looking after claims, titles and topics will be open to you when the forum has them.",
  "standing.lets.3":
    "As at level 2, and you clear clear cases: two of you who say the same decide.",
  "standing.limit.first-day":
    "{threads, plural, one {One thread} other {# threads}} and {replies, plural, one {one reply} other {# replies}} on your first day, until <time>{until}</time>; more after it.",
  "standing.limit.a-day":
    "{threads, plural, one {One thread} other {# threads}} and {replies, plural, one {one reply} other {# replies}} a day, until you are at level 1.",
  "standing.limit.pace":
    "{burst, plural, one {One post} other {# posts}} in a row, then one in {seconds, plural, one {a second} other {# seconds}}.",
  "standing.limit.votes": "{now, number} votes a day; at level 1 it is {later, number}.",
  "standing.limit.votes.only": "{now, number} votes a day.",
  "standing.limit.lines": `One line to an author in ${SPAN}.`,
  "standing.limit.thanks": "{thanks, number} thanks an hour.",
  "standing.needs": "What level {level} needs",
  "standing.rising":
    "All of it is there. Your level moves when it is weighed next: within minutes for newcomers, else within a day.",
  "standing.need.met": "done",
  "standing.need.not-yet": "not yet",
  "standing.need.open": "{has} of {bound}",
  "standing.need.days": "{bound} days here",
  "standing.need.read": "{bound} posts of others in threads that you opened",
  "standing.need.votes": "{bound} votes",
  "standing.need.authors": "votes on {bound} different authors",
  "standing.need.points": "{bound} points of standing",
  "standing.need.voted": "{bound} posts of yours with votes that count",
  "standing.need.insults": "fewer than one post in ten found to be an insult",
  "standing.need.both-sides":
    "one post that people of both sides find more worth reading than is usual here",
  "standing.need.flags": "{bound} decisions on your flags",
  "standing.need.flags-upheld": "three in four of your flags upheld",
  "standing.counted":
    "What counted: {points, plural, one {one point} other {# points}} of standing",
  "standing.counted.how":
    "A post brings up to ten points, by how much more than usual both sides find it worth reading. It counts half as much every 90 days, and the best three of a thread and of a day count. Your flags bring a fifth of a point where they are upheld and cost two fifths where they are rejected; an insult that you do not rewrite costs two points.",
  "standing.counted.none": "Nothing yet.",
  "standing.counted.what": "What",
  "standing.counted.day": "Day",
  "standing.counted.points": "Points",
  "standing.points": "{points, number, ::sign-always}",
  "standing.counted.post": "A post in <post>{title}</post>",
  "standing.counted.more": "and {more, plural, one {one more post} other {# more posts}}",
  "standing.counted.author": "You changed the mind of <who>{name}</who>, by <post>a post</post>",
  "standing.counted.recorder": "<who>{name}</who> changed your mind, by <post>a post</post>",
  "standing.counted.upheld":
    "{count, plural, one {One flag of yours} other {# flags of yours}} upheld",
  "standing.counted.rejected":
    "{count, plural, one {One flag of yours} other {# flags of yours}} rejected",
  "standing.counted.unrewritten":
    "{count, plural, one {One post of yours} other {# posts of yours}} with a passage that broke a rule and was not rewritten",
  "standing.not-counted": "What did not, and why",
  "standing.not-counted.few-votes":
    "{count, plural, one {One post} other {# posts}}: so far with votes of fewer than four people, or votes that weigh less than five in all.",
  "standing.not-counted.of-thread":
    "{count, plural, one {One post} other {# posts}}: three of yours in the same thread counted more.",
  "standing.not-counted.of-day":
    "{count, plural, one {One post} other {# posts}}: three of yours on the same day counted more.",
  "standing.not-counted.newcomer":
    "A <post>changed mind</post> with <who>{name}</who>, who is a newcomer: it counts once they are not.",
  "standing.not-counted.same-person":
    "A <post>changed mind</post> with <who>{name}</who>: of the same two people one counts in thirty days.",
  "standing.not-counted.often":
    "That <who>{name}</who> <post>changed your mind</post>: of those that you say, two count in thirty days.",
  "standing.not-counted.never":
    "Never: who agrees with you, thanks, how much you write, and votes of newcomers.",
  "standing.lines": "Lines that were sent to you",
  "standing.lines.from.only": "from <who>{sender}</who>",
  "standing.lines.hint": "Nobody else reads them.",
  "standing.lines.from": "from <who>{sender}</who>, about a post in <post>{title}</post>",

  "standing.withdrawn": "This post was withdrawn or is kept away.",

  "standing.honours": "Honours",
  "standing.line.sent": "You told its author that it is exemplary:",
  "standing.line.give": "Tell its author that it is exemplary",
  "standing.mind.give": "Say that it changed your mind",
  "standing.mind.changed.this": "It changed {count, plural, one {one mind} other {# minds}}",

  "standing.line.title": "Tell {author} that this post is exemplary",
  "standing.line.lead":
    "One line to {author} about a post in <thread>{title}</thread>. Nobody else reads it, and it moves no post up or down.",
  "standing.line.field": "What others could learn from it",
  "standing.line.hint":
    "Up to {most} characters. {author} sees your name beside it. You can send one line in eight hours.",
  "standing.line.do": "Send the line",
  "standing.line.done": "Your line went to {author}.",
  "standing.line.missing": "Write one line: what is good about this post?",
  "standing.line.long":
    "A line has at most {most} characters; this one has {letters}. Shorten it, please.",
  "standing.line.own": "One’s own posts are for others to praise.",
  "standing.line.level":
    "Newcomers cannot send a line yet. “Thanks” below the post is open to you now; the page “Your standing” says what is missing.",
  "standing.line.already": "You have sent its author a line about this post. One is enough.",
  "standing.line.too-soon": `You sent a line not long ago. The next one can go in ${SPAN}.`,

  "standing.mind": "Minds changed",
  "standing.mind.title": "Minds changed by a post of {author}",
  "standing.mind.lead":
    "In <thread>{title}</thread>. To say that one thinks otherwise now is an honour to both: it stands here and on both profiles.",
  "standing.mind.none": "Nobody has said so yet.",
  "standing.mind.of": "How {person} came to think otherwise",
  "standing.mind.was": "{person}, before",
  "standing.mind.is": "{person}, now",
  "standing.mind.say": "Did it change your mind?",
  "standing.mind.before": "My view before",
  "standing.mind.before.hint": "As you would have put it then.",
  "standing.mind.now": "My view now",
  "standing.mind.now.hint": "At least {least} words: what changed, and why.",
  "standing.mind.do": "Say that it changed my mind",
  "standing.mind.done": "Thank you. Everybody can read it here, and on both profiles.",
  "standing.mind.take-back": "Take it back",
  "standing.mind.take-back.of": ": {author} changed my mind",
  "standing.mind.taken-back": "Taken back. It stands nowhere any more.",
  "standing.mind.sign-in": "<signin>Sign in</signin> to say that it changed yours.",
  "standing.mind.before.missing": "Say what you thought before.",
  "standing.mind.now.missing": "Say what you think now.",
  "standing.mind.now.short":
    "Say a little more, please: {least} words at least, and so far it is {words, plural, =0 {none} one {one} other {#}}. What changed, and why?",
  "standing.mind.own": "One’s own posts change the minds of others.",
  "standing.mind.already":
    "You have said so of this author in this thread. Take that back first if another post did it.",
  "standing.mind.mutual":
    "This author said the same of you not long ago. So that nobody trades in honours, two people give them to each other a month apart: from {day} on. A reply can say it now.",
  "standing.mind.earlier": "See what was said",
  "standing.mind.changed":
    "changed {count, plural, one {a reader’s mind} other {the minds of # readers}}",
  "standing.mind.of-others": "Whose minds {name} changed",
  "standing.mind.own-list": "What changed the mind of {name}",
  "standing.mind.line.other": "<who>{person}</who>, by a post in <post>{title}</post>",
  "standing.mind.line.own": "<who>{author}</who>, by a post in <post>{title}</post>",
} as const;
