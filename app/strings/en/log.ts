/** The public log of acts of power, its filters and its monthly report. */
export const log = {
  "log.who.members": "Members’ flags",
  "log.who.clock": "The clock",
  "log.flags-dismissed":
    "<who>{person}</who> dismissed the flags on <post>a post</post> by <other>{about}</other> in <what>{thread}</what>.",
  "log.rewrite-asked":
    "<who>{person}</who> asked <other>{about}</other> to rewrite <post>a post</post>, or part of it, in <what>{thread}</what>.",
  "log.passage-redacted":
    "<who>{person}</who> took one passage out of <post>a post</post> by <other>{about}</other> in <what>{thread}</what>.",
  "log.post-removed":
    "<who>{person}</who> removed <post>a post</post> by <other>{about}</other> in <what>{thread}</what>.",
  "log.spam-marked":
    "<who>{person}</who> removed <post>a post</post> by <other>{about}</other> as spam, in <what>{thread}</what>.",
  "log.post-given-back":
    "<who>{person}</who> gave back <post>a post</post> by <other>{about}</other> in <what>{thread}</what>.",
  "log.rewrite-confirmed":
    "<who>{person}</who> confirmed the new text of <post>a post</post> by <other>{about}</other> in <what>{thread}</what>.",
  "log.rewrite-refused":
    "<who>{person}</who> did not confirm the new text of <post>a post</post> by <other>{about}</other> in <what>{thread}</what>.",
  "log.post-hidden":
    "<who>{person}</who> hid <post>a post</post> by <other>{about}</other> in <what>{thread}</what> until a moderator has looked at it.",
  "log.post-held":
    "<who>{person}</who> held <post>a post</post> by <other>{about}</other> in <what>{thread}</what> for a look.",
  "log.rewrite-lapsed":
    "The time in which <other>{about}</other> was to rewrite <post>a post</post> in <what>{thread}</what> is over.",
  "log.post-released":
    "<who>{person}</who> showed <post>a post</post> by <other>{about}</other> in <what>{thread}</what> again, which waited for somebody’s look.",
  "log.rewrite-cleared":
    "<who>{person}</who> cleared <post>a post</post> that <other>{about}</other> has rewritten in <what>{thread}</what>.",
  "log.rewrite-cleared.itself":
    "The new text of <post>a post</post> by <other>{about}</other> in <what>{thread}</what> passed by itself.",
  "log.case-reopened":
    "<who>{person}</who> opened the case of <post>a post</post> by <other>{about}</other> in <what>{thread}</what> again.",
  "log.thread-moved": "<who>{person}</who> gave <what>{thread}</what> other topics.",
  "log.branch-split": "<who>{person}</who> split a branch off, which is now <what>{thread}</what>.",
  "log.threads-merged": "<who>{person}</who> merged another thread into <what>{thread}</what>.",
  "log.thread-slowed": "<who>{person}</who> slowed <what>{thread}</what> down.",
  "log.thread-unslowed": "<who>{person}</who> ended the slow mode of <what>{thread}</what>.",
  "log.thread-quieted": "<who>{person}</who> quieted <what>{thread}</what>.",
  "log.thread-unquieted": "<who>{person}</who> ended the quiet of <what>{thread}</what>.",
  "log.person-warned": "<who>{person}</who> warned <other>{about}</other>.",
  "log.warning-taken-back": "<who>{person}</who> took back a warning of <other>{about}</other>.",
  "log.person-suspended": "<who>{person}</who> suspended <other>{about}</other> until {until}.",
  "log.suspension-ended": "<who>{person}</who> ended the suspension of <other>{about}</other>.",
  "log.pace-set":
    "<who>{person}</who> limited <other>{about}</other> to one reply an hour until {until}.",
  "log.pace-ended": "<who>{person}</who> ended the limit on replies of <other>{about}</other>.",
  "log.appeal-upheld":
    "<who>{person}</who> decided an appeal of <other>{about}</other>: the decision stands.",
  "log.appeal-overturned":
    "<who>{person}</who> decided an appeal of <other>{about}</other>: the decision is taken back.",
  "log.rule-changed": "<who>{person}</who> changed a rule. Its title now: {after}",
  "log.rule-added": "<who>{person}</who> added a rule: {after}",
  "log.rule-retired": "<who>{person}</who> retired a rule: {before}",
  "log.rule-returned": "<who>{person}</who> brought a rule back: {after}",
  "log.breaker-tripped":
    "More than 15 in 100 of the last 40 decisions were reversed. Until that is better, no author is asked to rewrite before a moderator has looked; urgent flags still hide a post, for a day at most.",
  "log.moderator-stopped":
    "<other>{about}</other> did more in an hour than a moderator may; what more they do waits for an administrator.",

  "log.entry.of": ": entry {id}",
  "log.rule": "Rule {rule}: {title}",
  "log.office.moderator": "as a moderator",
  "log.office.administrator": "as an administrator",
  "log.office.members": "by members’ flags",
  "log.office.author": "as the author",
  "log.office.clock": "by itself",
  "log.alone":
    "{what, select, self {about themselves} other {on their own act}}, since nobody else could decide",
  "log.undone": "Taken back later",
  "log.undoes": "Takes back an earlier act",

  "log.report": "The monthly report",
  "log.how": "How moderation works",
  "log.breaker.title": "The circuit breaker is open",
  "log.breaker":
    "More than 15 in 100 of the last 40 decisions were reversed. Until that is better, no author is asked to rewrite before a moderator has looked; urgent flags still hide a post, for a day at most.",

  "log.act.title": "Entry {id} of the public log",
  "log.act.before": "The rule as it was before",
  "log.act.after": "The rule after that",
  "log.act.course": "The course of this case",
  "log.act.later": "What became of it",
  "log.act.appeal": "Appeal",
  "log.act.appeal.waits":
    "Appealed on {date}. Somebody who has not decided about it looks at it, within two days if they can.",
  "log.act.appeal.upheld": "Appealed on {date}, and looked at again: the decision stands.",
  "log.act.appeal.overturned":
    "Appealed on {date}, and looked at again: the decision was taken back.",
  "log.act.appeal.why": "Why",
  "log.act.until":
    "{what, select, text {A new text can come until {date}.} look {At most until {date}.} other {Holds until {date}.}}",
  "log.act.undone": "Taken back: <undo>see by whom and why</undo>.",
  "log.act.undoes": "It takes back <undo>an earlier act</undo>.",
  "log.act.all": "The whole log",
  "log.act.none": "There is no such entry in the public log.",
  "log.act.who": "Who decided",
  "log.act.rule": "Rule",
  "log.act.item": "About",
  "log.act.post": "post {id}",

  "log.appeal.title": "Appeal this decision",
  "log.appeal.lead":
    "You think that this was decided wrongly? Say why, in up to 300 words. Somebody who has not decided about it looks at it again. You can appeal once, within 14 days.",
  "log.appeal.body": "Why it should be looked at again",
  "log.appeal.hint": "You and the moderators read it; it is not public.",
  "log.appeal.do": "Appeal",
  "log.appeal.done": "Your appeal waits for somebody who has not decided about it.",
  "log.appeal.own": "Your appeal",
  "log.undo.title": "Take this act back",
  "log.undo.lead": "What it did is undone, and that stands in the public log with your reason.",
  "log.undo.reason": "Reason",
  "log.undo.hint": "One or two sentences that everybody may read in the public log.",
  "log.undo.do": "Take it back",
  "log.undo.done": "Taken back. It stands in the public log.",

  "log.report.title": "Moderation{month, select, none {} other { in {month}}}",
  "log.report.description":
    "What moderators and members’ flags did, month by month: asked, rewritten, upheld, reversed, and how long it took.",
  "log.report.never": "Nothing has been decided yet.",
  "log.report.nothing": "No flag was decided on in this month.",
  "log.report.summary":
    "{decided, plural, one {One decision} other {# decisions}} on flags; {asked, plural, one {one author was} other {# authors were}} asked to rewrite, {rewritten, plural, one {one new text was} other {# new texts were}} accepted, {reversed, plural, =0 {no decision was} one {one decision was} other {# decisions were}} taken back since.",
  "log.report.took":
    "From the first flag to the decision it took {hours, plural, one {an hour} other {# hours}} in the middle.",
  "log.report.table": "Table: {title}",
  "log.report.no-month":
    "The report has the months from {first} to {latest}; in that one nothing was done.",
  "log.report.over-time": "Twelve months",
  "log.report.entries": "Its entries in the log",
  "log.report.asked": "Authors asked to rewrite",
  "log.report.rewritten": "New texts accepted",
  "log.report.upheld": "Flags upheld",
  "log.report.reversed": "Decisions reversed",
  "log.report.hours": "Median hours from flag to decision",
  "log.report.plot": "{title}, month by month: {said}",
  "log.report.how":
    "Counted from the entries of the log themselves, each in the month in which it was done; what was reversed later counts in the month of the decision, with decisions that no flag led to. Months in UTC.",
  "log.report.by-kind": "What was done in {month}",
  "log.report.count": "How often",
  "log.report.undone": "Taken back since",

  "log.filter.title": "Find in the log",
  "log.filter.kind": "What was done",
  "log.filter.rule": "Rule",
  "log.filter.office": "In which office",
  "log.filter.by": "By whom",
  "log.filter.about": "Whom it concerned",
  "log.filter.month": "Month",
  "log.filter.any": "any",
  "log.filter.do": "Show these",
  "log.filter.all": "The whole log",
  "log.filter.hint":
    "Names as they are written here. Roles, topics and settings are found by what was done.",
  "log.filter.no-month":
    "That is no month, so every month is shown. A month is written like 2026-11.",
  "log.filter.none": "Nothing in the log fits.",
  "log.filter.few": "No more of what was looked through fits; older entries may.",
  "log.office.short.moderator": "moderator",
  "log.office.short.administrator": "administrator",
  "log.office.short.members": "members",
  "log.office.short.author": "author",
  "log.office.short.clock": "the clock",

  "log.kind.thread-pinned": "pinned a thread",
  "log.kind.thread-unpinned": "unpinned a thread",
  "log.kind.thread-locked": "locked a thread",
  "log.kind.thread-unlocked": "unlocked a thread",
  "log.kind.role-changed": "changed a role",
  "log.kind.topic-renamed": "renamed a topic",
  "log.kind.topics-merged": "merged topics",
  "log.kind.joining-changed": "changed who may join",
  "log.kind.level-set": "set a level by hand",
  "log.kind.founding-changed": "changed the founding weeks",
  "log.kind.imported": "imported debates",
  "log.kind.flags-dismissed": "dismissed flags",
  "log.kind.rewrite-asked": "asked to rewrite",
  "log.kind.passage-redacted": "took a passage out",
  "log.kind.post-removed": "removed a post",
  "log.kind.spam-marked": "removed as spam",
  "log.kind.post-given-back": "gave a post back",
  "log.kind.rewrite-confirmed": "confirmed a new text",
  "log.kind.rewrite-refused": "did not confirm a new text",
  "log.kind.post-hidden": "hid until a look",
  "log.kind.post-held": "held for a look",
  "log.kind.rewrite-lapsed": "time to rewrite over",
  "log.kind.post-released": "shown again after waiting",
  "log.kind.rewrite-cleared": "cleared a new text",
  "log.kind.case-reopened": "opened a case again",
  "log.kind.thread-moved": "moved to other topics",
  "log.kind.branch-split": "split a branch off",
  "log.kind.threads-merged": "merged threads",
  "log.kind.thread-slowed": "slowed a thread down",
  "log.kind.thread-unslowed": "ended slow mode",
  "log.kind.thread-quieted": "quieted a thread",
  "log.kind.thread-unquieted": "ended a quiet",
  "log.kind.person-warned": "warned somebody",
  "log.kind.warning-taken-back": "took back a warning",
  "log.kind.person-suspended": "suspended somebody",
  "log.kind.suspension-ended": "ended a suspension",
  "log.kind.pace-set": "set a pace",
  "log.kind.pace-ended": "ended a pace",
  "log.kind.appeal-upheld": "appeal: decision stands",
  "log.kind.appeal-overturned": "appeal: taken back",
  "log.kind.rule-changed": "changed the rules",
  "log.kind.breaker-tripped": "circuit breaker",
  "log.kind.moderator-stopped": "stopped a moderator",
} as const;
