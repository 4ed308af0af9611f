/** What people honour one another with, and the levels that rest on it. */
export const standing = {
  "standing.withdrawn": "This post was withdrawn by its author.",

  "standing.line": "Exemplary",
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
  "standing.line.too-soon":
    "You sent a line not long ago. The next one can go in {minutes, plural, one {a minute} other {# minutes}}; your words are kept here meanwhile.",

  "standing.mind": "Changed my mind",
  "standing.mind.title": "Minds changed by a post of {author}",
  "standing.mind.lead":
    "In <thread>{title}</thread>. To say that one thinks otherwise now is an honour to both: it stands here and on both profiles.",
  "standing.mind.none": "Nobody has said so yet.",
  "standing.mind.was": "Before",
  "standing.mind.is": "Now",
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
  "standing.mind.changed": "changed {count, plural, one {one mind} other {# minds}}",
  "standing.mind.of-others": "Whose minds {name} changed",
  "standing.mind.own-list": "What changed the mind of {name}",
  "standing.mind.line.other": "<who>{person}</who>, by a post in <post>{title}</post>",
  "standing.mind.line.own": "<who>{author}</who>, by a post in <post>{title}</post>",
} as const;
