/** How posts look that moderation made something of, and what their authors can do. */
export const states = {
  "states.elsewhere":
    "A passage of this post breaks a rule; its author was asked to rewrite it. The post can be read in its thread.",
  "states.asked":
    "Good points here; one passage breaks {rule, plural, =0 {a rule} other {rule #}}, its author was asked to rewrite.",
  "states.rewritten":
    "Good points here; one passage broke {rule, plural, =0 {a rule} other {rule #}}. Its author wrote a new text, which a moderator looks at.",
  "states.lapsed":
    "Good points here; one passage breaks {rule, plural, =0 {a rule} other {rule #}}, and its author has not rewritten it.",
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
  "states.own.asked": "You were asked to rewrite one passage.",
  "states.own.asked.until": "You were asked to rewrite one passage, until {date}.",
  "states.own.rewritten": "Your new text waits for a moderator, a day at most.",
  "states.own.lapsed": "You can still rewrite the passage, until {date}.",
  "states.own.lapsed.over": "Its passage may be taken out now.",
  "states.own.redacted": "One passage was taken out of your post.",
  "states.own.removed": "Moderators removed your post.",
  "states.own.hidden": "A moderator looks at your post within a day.",
  "states.own.held": "A moderator looks at your post within half a day.",
  "states.own.see": "What you can do",
} as const;
