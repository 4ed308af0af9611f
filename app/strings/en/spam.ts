/** Posts of newcomers that wait for a look. */
import { SPAN } from "./span.ts";

export const spam = {
  "spam.held": `Your post is kept, and waits for somebody’s look, ${SPAN} at most; then it is shown by itself. {why} This happens to newcomers only.`,
  "spam.act.links":
    "It is a new member’s first post with links. Somebody looks at it first; after half a day it is shown by itself.",
  "spam.act.text":
    "A new member posted the same text within a day before. Somebody looks at it first; after half a day it is shown by itself.",
  "spam.act.link":
    "A new member posted the same link several times within a day. Somebody looks at it first; after half a day it is shown by itself.",
  "spam.act.many-links": "Several new members posted the same link within a day.",
  "spam.act.speed": "A new member posted many times within minutes.",
  "spam.act.let-go": "Somebody looked at it: it is no spam.",
  "spam.held.title": "Posts that wait for a look",
  "spam.held.lead":
    "Newcomers’ posts that have links or were posted before. Whoever is at level 2 or moderates lets go what is no spam; after half a day each is shown by itself. What is spam, moderators remove.",
  "spam.held.none": "Nothing waits for a look.",
  "spam.held.until": "Shown by itself: <time>then</time>",
  "spam.held.of": "{author}, in {title}",
  "spam.let-go": "Let it go",
  "spam.let-go.of": " {author}’s post {id}",
  "spam.let-go.done": "The post is shown now. Thank you for looking.",
  "spam.let-go.level":
    "Members of level 2 and moderators look at these posts. Your standing says how far level 2 is; meanwhile each is shown by itself after half a day.",
  "spam.let-go.own":
    "Somebody else has to look at your own post; it is shown by itself after half a day.",
  "spam.let-go.over":
    "This post waits for no look any more: somebody looked, or its time was over.",
} as const;
