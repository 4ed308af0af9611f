/** How posts look that moderation made something of, and what their authors can do. */
export const states = {
  "states.elsewhere":
    "A passage of this post breaks a rule; its author was asked to rewrite it. The post can be read in its thread.",
  "states.asked":
    "{what, select, passage {Good points here; one passage breaks} other {This post breaks}} {rule, plural, =0 {a rule} other {rule #}}; its author was asked to rewrite.",
  "states.rewritten":
    "{what, select, passage {Good points here; one passage broke} other {This post broke}} {rule, plural, =0 {a rule} other {rule #}}. Its author wrote a new text, which a moderator looks at.",
  "states.lapsed":
    "{what, select, passage {Good points here; one passage breaks} other {This post breaks}} {rule, plural, =0 {a rule} other {rule #}}, and its author has not rewritten it.",
  "states.show": "Show anyway",
  "states.redacted":
    "Moderators took one passage out of this post{rule, plural, =0 {} other {: rule #}}.",
  "states.hidden":
    "This post was flagged as urgent and is hidden until a moderator has looked at it, a day at most.",
  "states.removed": "Moderators removed this post{rule, plural, =0 {} other {: rule #}}.",
  "states.held": "This post waits for a moderator’s look, half a day at most.",
  "states.no-edit":
    "Moderators keep this post away. What you can do about it stands on the page that its place in the thread leads you to.",
  "states.no-restore":
    "Moderators keep this post away, so it cannot be shown again by hand. You can propose a new text, or appeal.",
  "states.why": "Read why",
  "states.why.of": ": post {id}",
  "states.feed.hidden": "This post is hidden until a moderator has looked at it.",
  "states.feed.removed": "Moderators removed this post.",
  "states.feed.held": "This post waits for a moderator’s look.",
  "states.saved": "Moderators keep this post away from readers for now.",
  "states.branch": "Kept away by moderators.",
  "states.own.asked": "You were asked to rewrite this post, or part of it.",
  "states.own.asked.until": "You were asked to rewrite this post, or part of it, until {date}.",
  "states.own.rewritten": "Your new text waits for a moderator, a day at most.",
  "states.own.lapsed": "You can still rewrite it, until a moderator decides.",
  "states.own.redacted": "One passage was taken out of your post.",
  "states.own.removed": "Moderators removed your post.",
  "states.own.hidden": "A moderator looks at your post within a day.",
  "states.own.held": "A moderator looks at your post within half a day.",
  "rewrite.title": "Your post and moderation",
  "rewrite.nothing":
    "Nothing is asked of you about this post: it stands as you wrote it. If you want to change it all the same, edit it.",
  "rewrite.not-yours": "Only its author sees what is asked about a post.",
  "rewrite.asked":
    "{what, select, passage {One passage of your post breaks a rule; the rest has good points, and stays. Write the passage anew} other {Your post breaks a rule. Write it anew}}{date, select, none {} other { until {date}}}{isOfPeople, select, yes {: say the same about the argument, not the person} other {, so that it keeps to that rule}}. {what, select, passage {When the passage is gone or changed, and nothing else stands against it, your post is shown as before at once; else a moderator looks within a day.} other {A moderator looks at your new text within a day; if nobody does, it is shown as before.}}",
  "rewrite.lapsed":
    "The time to rewrite is over. You still can, until a moderator takes the passage out or gives the post back.",
  "rewrite.rewritten":
    "Your new text waits for a moderator. If nobody decides within a day, it is shown as before.",
  "rewrite.redacted":
    "A moderator took the passage out, and the rest of your post stays. Everybody reads [insult removed] in its place; you and moderators find the former text in the history.",
  "rewrite.removed":
    "Your post was removed. {date, select, none {} other {Until {date} you can propose a new text; a moderator then decides whether it takes the place of the old one.}}",
  "rewrite.proposed": "Your proposed text waits for a moderator. You can still send another.",
  "rewrite.hidden":
    "Your post was flagged as urgent and is hidden. A moderator looks at it within a day; if nobody does, it is shown again.",
  "rewrite.held":
    "Your post waits for a moderator’s look, as first posts with links and repeated texts do. If nobody looks within half a day, it is shown.",
  "rewrite.appealed": "Your appeal waits. Until it is decided, no time runs out.",
  "rewrite.decision": "What was decided, by whom and why",
  "rewrite.text": "Your text",
  "rewrite.passage": "The passage in question",
  "rewrite.anew": "Your new text",
  "rewrite.appeal":
    "If you think that this is wrong, you can <appeal>appeal</appeal>: somebody else looks at it again.",
  "rewrite.history": "History of the post",
  "rewrite.done.cleared": "Your new text is in its place, and shown as before.",
  "rewrite.done.waits": "Your new text is in its place. A moderator looks at it within a day.",
  "rewrite.done.proposed": "Your new text waits for a moderator.",
  "states.own.see": "What you can do",
} as const;
