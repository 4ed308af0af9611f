/** What is asked before an insult is posted, what would make a post stronger, and what came of asking. */
export const nudges = {
  "nudge.title":
    "{count, plural, one {One passage may read as an insult} other {# passages may read as insults}}",
  "nudge.reason": "It may demean somebody.",
  "nudge.rule":
    "<rule>Rule 1</rule>: attack the argument, not the person. You decide; this is asked once.",
  "nudge.rule.motive":
    "<rule>Rule 2</rule>: guess at nobody’s motive or employer. You decide; this is asked once.",
  "nudge.excerpt.title": "In the title",
  "nudge.excerpt.disclosure": "In your own interest in it",
  "nudge.excerpt.norms": "In what you ask of those who reply",
  "nudge.edit": "Edit",
  "nudge.as-it-is": "Post as it is",
  "nudge.why": "Why am I asked?",
  "nudge.new-tab": "(opens in a new tab)",
  "advice.lead": "What would make it stronger",

  "nudges.title": "Questions before posting",
  "nudges.lead":
    "How often somebody was asked whether a passage is meant as it reads, and what they did then. <scorer>How it works</scorer>",
  "nudges.off": "The scorer is switched off: nobody is asked at present.",
  "nudges.none": "Nobody was asked yet.",
  "nudges.kept":
    "By the month of asking, with shares of what was decided. What is not posted within a week of asking, and of the last word written in its draft, counts as withdrawn. Of that nothing is kept but the month and the signal.",
  "nudges.month": "Month",
  "nudges.asked": "Asked",
  "nudges.edited": "Edited",
  "nudges.as-it-was": "Posted as it was",
  "nudges.withdrawn": "Withdrawn",
  "nudges.open": "Not decided",
  "nudges.share": "{count, number} ({share, number} %)",

  "scorer.off": "The scorer is switched off in this forum.",
  "scorer.figures": "How well it does",
  "scorer.not-measured": "The figures of this version are not measured yet.",
  "scorer.measured":
    "Measured on {at}, on texts that it did not learn from. {missed, plural, =0 {Every goal that was set before is reached.} other {# of {count, number} goals that were set before are missed; they stand first.}} AUC is how often, of one text of the kind and one of another, the right one scores higher: .5 is chance. Recall at 5 % is how many of the kind are found where one other in twenty is taken for it.",
  "scorer.missed": "(missed)",
  "scorer.column.what": "Texts and measure",
  "scorer.column.found": "Found",
  "scorer.column.reach": "Goal",
  "scorer.column.aim": "Wish",
  "scorer.column.simple": "Best simple means",
  "scorer.column.published": "Published by others",
  "scorer.try": "Try a text",
  "scorer.field": "A text in English",
  "scorer.field.hint": "Up to 32 KB of Markdown. It is weighed and forgotten.",
  "scorer.do": "Weigh it",
  "scorer.tried": "What the scorer says of it",
  "scorer.insult": "Insult, 0 to 1",
  "scorer.substance": "Substance, 0 to 1",
  "scorer.not-judged":
    "This seems to be another language than English, or no language. The scorer cannot judge it.",
  "scorer.none.insult": "No passage stands out as an insult.",
  "scorer.none.substance": "No passage stands out as giving something to its reader.",
  "scorer.why.insult": "What may demean somebody (marked)",
  "scorer.why.substance": "What it gives its reader (underlined)",
} as const;
