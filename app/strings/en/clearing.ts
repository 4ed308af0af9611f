/** Clear cases, on which trusted members decide, and what administrators see of moderators. */
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

  "moderators.title": "Moderators",
  "moderators.lead": "What those in office did in the last 30 days, and how it held.",
  "moderators.holds":
    "Decisions hold: what members’ flags make clear may be hidden before a moderator has looked.",
  "moderators.tripped":
    "More than 15 % of the last 40 decisions were reversed, so no author is asked to rewrite before a moderator has looked, until decisions hold again; urgent flags still hide a post, for a day at most.",
  "moderators.lately": "In the last 30 days",
  "moderators.acts": "Acts",
  "moderators.reversed": "Decisions reversed",
  "moderators.reversed.of": "{reversed} of {decisions}",
  "moderators.latest": "Latest",
  "moderators.undo": "Undo all of one moderator",
  "moderators.undo.lead":
    "For when an account was taken over, or somebody ran wild. Each act is undone by itself, with its own row in the public log. To keep them from acting again, change their role first.",
  "moderators.undo.whose": "Whose acts",
  "moderators.undo.since": "Since",
  "moderators.undo.hours":
    "{hours, select, 1 {one hour ago} 24 {one day ago} 168 {seven days ago} other {30 days ago}}",
  "moderators.undo.missing": "Choose whose acts are to be undone.",
  "moderators.undo.do": "Undo all of them",
  "moderators.undo.done":
    "{undone, plural, =0 {Nothing was left to undo} one {One act was undone} other {# acts were undone}}{left, plural, =0 {.} one {; one could not be, for something else came after it.} other {; # could not be, for something else came after them.}}",
} as const;
