/** What is asked before an insult is posted, what would make a post stronger, and what came of asking. */
export const nudges = {
  "nudge.title":
    "{count, plural, one {One passage may read as an insult} other {# passages may read as insults}}",
  "nudge.reason": "It may demean somebody.",
  "nudge.rule":
    "<rule>Rule 1</rule>: attack the argument, not the person. You decide; this is asked once.",
  "nudge.excerpt.title": "In the title",
  "nudge.excerpt.body": "In the text",
  "nudge.edit": "Edit",
  "nudge.as-it-is": "Post as it is",
  "nudge.why": "Why am I asked?",
  "nudge.new-tab": "(opens in a new tab)",
  "nudge.typing": "While you write",
  "advice.lead": "It would be stronger with more of this:",
} as const;
