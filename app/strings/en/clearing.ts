/** Clear cases, on which trusted members decide. */
export const clearing = {
  "clearing.title": "Clear cases",
  "clearing.lead":
    "You are trusted to look at posts of which it is quite clear whether they break a rule. Two who say the same decide it; a moderator can undo it, and the log says that members did. Whose flags they were and what else their author did is not shown, so that the words alone count.",
  "clearing.empty": "No clear case waits for you. Thank you for looking.",
  "clearing.ask": "It breaks the rule: ask to rewrite",
  "clearing.dismiss": "It may stand",
  "clearing.missing": "Press one of the two buttons below a post.",
  "clearing.said": "Thank you. When another says the same, it is decided.",
  "clearing.settled": "Thank you. Another had said the same, so it is decided now.",
  "clearing.gone":
    "This was decided or changed meanwhile, so nothing was counted. Look at those that are left.",
  "clearing.has-part":
    "You wrote, flagged or answered this post, so others decide about it. Look at those that are left.",
  "clearing.level":
    "Clear cases are for members of level 3. What a level needs stands on your page “Standing”.",
  "clearing.reason.ask": "Two trusted members found that the passage breaks the rule.",
  "clearing.reason.dismiss": "Two trusted members found that it may stand.",
  "clearing.see": "Look at clear cases",
} as const;
