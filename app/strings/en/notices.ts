/** Notices and the inbox. */
export const notices = {
  "notices.names":
    "{named, plural, =0 {{count, plural, one {Somebody} other {People}}} =1 {{one}} =2 {{one} and {two}} other {{one}, {two} and {three}}}",
  "notices.names.more": "{named} and {others, plural, one {one other} other {# others}}",

  "notices.mention": "{names} mentioned you {count, plural, one {} other {in # posts }}in {title}.",
  "notices.reply":
    "{count, plural, one {{names} answered you} other {{names} wrote # replies to you}} in {title}.",
  "notices.quote": "{names} quoted you {count, plural, one {} other {in # posts }}in {title}.",
  "notices.posts": "{names} wrote {count, plural, one {a reply} other {# replies}} in {title}.",
  "notices.started": "{names} started {title}.",
  "notices.started.more": "{names} wrote {count, number} posts in {title}, a new thread.",
  "notices.worth":
    "{count, plural, one {A reply by {names} in {title} was} other {# replies by {names} in {title} were}} found worth reading.",
  "notices.search":
    "{count, plural, one {A new post fits} other {# new posts fit}} your search {about}.",
  "notices.thanks": "{names} thanked you for your post in {title}.",
  "notices.mind": "{names} had a change of mind after your post in {title}.",
  "notices.line": "{names} found your post in {title} exemplary.",
  "notices.level":
    "{how, select, risen {You are at level {after} now.} fallen {You are at level {after} now, for what you did for it is too long ago.} set {An administrator set your level to {after}.} other {Your level is what you do for it again: {after}.}}",
  "notices.role":
    "{after, select, moderator {You are a moderator now.} administrator {You are an administrator now.} other {You are a member without a role now.}}",
  "notices.decision":
    "{how, select, ask {You were asked to rewrite your post in {title}, or part of it.} refuse {Your new text in {title} was not found to be enough.} lapse {The time to rewrite your post in {title} is over.} redact {A passage was taken out of your post in {title}.} remove {Your post in {title} was removed.} spam {Your post in {title} was removed as spam.} hide {Your post in {title} is hidden until a moderator has looked at it.} hold {Your post in {title} waits for a moderator’s look.} restore {Your post in {title} was given back.} release {Your post in {title} is shown again.} clear {Your new text in {title} is shown as before.} confirm {Your new text in {title} was confirmed.} reopen {A moderator looks at your post in {title} once more. Nothing changed for it.} dismiss {Flags on your post in {title} were dismissed.} warn {A moderator warned you.} unwarn {A warning was taken back.} suspend {You are suspended {until, select, none {for a while} other {until {until}}}.} unsuspend {Your suspension was ended.} pace {Your replies are limited to one an hour{until, select, none { for a while} other { until {until}}}.} unpace {The limit on your replies was ended.} uphold {Your appeal was decided: the decision stands.} overturn {Your appeal was decided: the decision is taken back.} move {Your thread {title} has other topics now.} split {A branch of {title} is a thread of its own now.} merge {Your thread was merged into {title}.} lock {Your thread {title} was locked.} unlock {Your thread {title} is open again.} slow {Your thread {title} was slowed down.} unslow {Your thread {title} is not slowed down any more.} quiet {Your thread {title} was quieted.} unquiet {The quiet of your thread {title} was ended.} pin {Your thread {title} was pinned.} unpin {Your thread {title} is not pinned any more.} other {Moderators decided about what you wrote, or about you.}}",
  "notices.case":
    "{how, select, urgent {An urgent flag waits for a moderator.} spam {A post that may be spam waits for a moderator.} appeal {An appeal waits for somebody who has not decided about it.} moderator_stopped {A moderator did more in an hour than they may; an administrator is to look.} other {A flagged post waits for a moderator.}}",
  "notices.mailbox": "The moderators answered you.",
  "notices.gone": "What this told you was withdrawn, or taken back.",
  "notices.muted": "This is about something that you mute.",

  "notices.why.mention": "You are mentioned",
  "notices.why.reply": "Answers to you",
  "notices.why.quote": "Your words",
  "notices.why.branch":
    "A branch you follow{about, select, none {} other {, below a post of {about}}}",
  "notices.why.thread": "A thread you follow",
  "notices.why.person": "You follow {about}",
  "notices.why.topic": "You follow the topic {about}",
  "notices.why.worth":
    "Worth reading, {by, select, topic {in the topic {about}, which you follow} person {by {about}, whom you follow} branch {in a branch you follow} other {in a thread you follow}}",
  "notices.why.search": "A search you follow",
  "notices.why.thanks": "Thanks",
  "notices.why.mind": "A change of mind",
  "notices.why.line": "A line to you",
  "notices.why.level": "Your level",
  "notices.why.role": "Your role",
  "notices.why.decision": "A decision",
  "notices.why.case": "Moderation",
  "notices.why.mailbox": "The moderators' mailbox",

  "inbox.title": "Inbox",
  "inbox.which": "Which notices",
  "inbox.new": "New",
  "inbox.all": "All",
  "inbox.decisions": "Decisions",
  "inbox.mark-all": "Mark all as read",
  "inbox.marked-all": "All notices are marked as read.",
  "inbox.unread": "New",
  "inbox.mark": "Mark as read",
  "inbox.of": " ({sentence})",
  "inbox.stop":
    "{by, select, none {Stop this kind} thread {Stop for this thread} branch {Stop for this branch} topic {Stop for this topic} person {Stop for this person} search {Stop for this search} other {Stop these}}",
  "inbox.stopped":
    "{by, select, none {You get no more notices of this kind: {kind}.} thread {You still follow {title}, without notices: it stays among what you follow, as “nothing new”. Answers and mentions still come.} branch {You still follow the branch, without notices. Answers and mentions still come.} topic {You still follow the topic, without notices. Answers and mentions still come.} other {You still follow them, without notices. Answers and mentions still come.}}",
  "inbox.stopped.change": "How you follow it",
  "inbox.stopped.search": "You get no more notices of this search.",
  "inbox.stopped.not": "There was nothing to stop: you do not follow it any more.",
  "inbox.undo": "Undo",
  "inbox.undone": "Notices of this kind come again.",
  "inbox.undone.not": "Nothing to undo: it was changed since, or comes already.",
  "inbox.read": "Read lately",
  "inbox.older": "Older notices",
  "inbox.empty.new": "Nothing new. When somebody answers you, it stands here.",
  "inbox.empty.decisions":
    "Nothing was decided about you or your posts. Should it be, it stands here with its reason.",
  "inbox.empty.all":
    "No notices yet. They come when somebody answers or mentions you, and from what you follow.",
  "inbox.end": "There is nothing older.",
  "inbox.keys":
    "<kbd>j</kbd> and <kbd>k</kbd> go from notice to notice, <kbd>Enter</kbd> opens one, <kbd>m</kbd> marks it as read.",
  "inbox.reach": "What reaches you",
  "inbox.follow": "You follow",
  "inbox.follow.none": "Nothing yet. “Follow” stands on every thread, topic and profile.",
  "inbox.follow.all": "All that you follow",
  "inbox.follow.level":
    "{level, select, every {every post} worth {worth reading} other {nothing new}}",
  "inbox.follow.branch": "A branch in “{name}”",
  "inbox.follow.search": "“{name}”",
  "inbox.letters": "By letter",
  "inbox.letters.change": "Change it",
  "inbox.stops": "You stopped",
  "inbox.stops.again": "Start again",
  "inbox.stops.of": ": {kind}",
  "inbox.refused": "That did not go through",
  "inbox.back": "Back to the inbox",
  "inbox.not-found": "There is no such notice among yours. What was read goes after three months.",
  "inbox.wrong": "That form was not whole. Go back to the inbox and press again.",
} as const;
