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
  "standing.mind.own": "One’s own posts change the minds of others.",
} as const;
