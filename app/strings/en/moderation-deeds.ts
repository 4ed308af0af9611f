/** What moderators' deeds, deadlines, rewrites and appeals say. */
export const moderationDeeds = {
  "deeds.thread.away": "A thread that is kept away",
  "deeds.redacted": "[insult removed]",

  "deeds.case.none": "There is no such case. The queue shows those that wait.",
  "deeds.case.own":
    "This is about you, so somebody else decides. You can say what you think of it in an appeal.",
  "deeds.case.open":
    "This post has an open case already. Decide there, so that all who flagged it are answered.",
  "deeds.case.meanwhile":
    "{name} decided on this meanwhile: {kind, select, dismiss {the flags were dismissed} ask {its author was asked to rewrite} redact {the passage was taken out} remove {the post was removed} spam {it was marked as spam} restore {the post was given back} confirm {the rewrite was confirmed} refuse {the rewrite was not enough} hide {the post was hidden until a moderator looks} hold {the post is held until somebody looks} lapse {the time for a rewrite is over} release {the post was released} clear {the rewrite cleared it} reopen {the case was opened again} move {the thread was moved to other topics} split {the post was split off into a thread of its own} other {it was decided}}. Reason given: “{reason}” Nothing was changed by you. Look at it again; what was done can be undone from its row in the log.",
  "deeds.case.already":
    "You decided on this before: {kind, select, dismiss {the flags were dismissed} ask {its author was asked to rewrite} redact {the passage was taken out} remove {the post was removed} spam {it was marked as spam} restore {the post was given back} confirm {the rewrite was confirmed} refuse {the rewrite was not enough} move {the thread was moved to other topics} split {the post was split off into a thread of its own} other {it was decided}}, for this reason: “{reason}” What you sent now changed nothing more. What you did can be undone from its row in the log.",
  "deeds.case.moved":
    "Something happened to this case since you opened it: a flag, or its author’s new text. Look at it again, then decide.",
  "deeds.by.members": "The members’ flags",
  "deeds.by.clock": "The deadline",
  "deeds.step.none":
    "That does not follow from how this case stands now. Look at it again: it shows what can be done.",
  "deeds.kind.unknown": "Choose one of the decisions that the page offers.",
  "deeds.post.away":
    "This post is kept away already. What can be done about it stands with its case.",
  "deeds.post.none": "There is no such post. It may have been moved; look at its thread.",

  "deeds.passage.gone":
    "These words do not stand in the post. Copy them from it as they are read, or leave the field empty.",
  "deeds.thread.same":
    "{kind, select, pin {This thread is pinned already} unpin {This thread is not pinned} lock {This thread is locked already} unlock {This thread is not locked} slow {This thread has just that wait already} unslow {This thread has no slow mode} quiet {This thread is quiet already} unquiet {This thread is not quiet} other {This thread has just these topics already}}, so nothing was changed. {kind, select, slow {Choose another wait, or go back to it.} unslow {Choose a wait, or go back to it.} move {Name other topics, or go back to it.} other {Somebody else may have done it meanwhile: the public log says who, and why.}}",

  "deeds.redact.passage":
    "Say which words are to be taken out, as they stand in the post. Only those are replaced.",
  "deeds.redact.not-found":
    "These words could not be found in the text as its author wrote it, so nothing was taken out. Copy them from the post as they are read, or choose fewer, without links or code at their edges; or leave the post folded away.",

  "deeds.redact.again":
    "This brings back words that moderators took out of this post, so it was not saved. Leave them out; if you think that they were fine, appeal at /log/{act}.",
  "deeds.ask.gone":
    "The passage no longer stands in the post: its author has changed it since. Look at the text as it is now; if nothing is wrong with it, dismiss the flags.",
  "deeds.rule.none": "There is no such rule. Choose one of those that the form offers, or none.",

  "deeds.rewrite.same":
    "This says what the post says already. Change the passage, or appeal if you think that it is fine.",
  "deeds.rewrite.not-asked":
    "Nobody asks you to rewrite this post: it was cleared, or its time is over. If it stands you can edit it; if it was removed, write to the moderators at /account/mailbox.",
  "deeds.rewrite.instead":
    "You were asked to rewrite this post. Do that on its own page, /posts/{id}/rewrite, which shows the passage and what happens next.",

  "deeds.person.none": "There is nobody of that name. Look among the people.",
  "deeds.person.self": "Nobody decides about themselves. Ask another moderator.",
  "deeds.person.office":
    "Only administrators decide about those who moderate. Write to an administrator.",
  "deeds.person.higher":
    "An administrator decided this, so only an administrator takes it back. Write to one of them.",
  "deeds.until.wrong":
    "Choose a day from tomorrow on, within {years, plural, one {one year} other {# years}}.",
  "deeds.person.not-so":
    "There is nothing of that kind to end: it is over, or somebody has ended it. The log says who.",
  "deeds.person.already":
    "That holds for this person already. To change its end, end it first; the log says who set it.",

  "deeds.act.wait-a-day":
    "This is about you, and nobody else here may undo it. Let a day pass, then look at it again; the log will say that you decided about yourself.",
  "deeds.act.none": "There is no such act. The log shows all there are.",
  "deeds.act.final":
    "An act of this kind is not undone. If it was wrong, decide anew, or let an appeal settle it.",
  "deeds.act.undone": "This was undone already: /log/{by} says by whom, and why.",
  "deeds.act.open": "Its case is open already. Decide there: /moderation/cases/{case}.",
  "deeds.act.changed":
    "This cannot be undone any more: something else came after it. Look at the case, or decide anew.",

  "deeds.appeal.missing": "Say in a few words why this should be looked at again.",
  "deeds.appeal.long":
    "An appeal has {most} words at most; this has {words}. Keep what matters most: what was said, and why it is fine.",
  "deeds.appeal.letters":
    "An appeal has {most} letters at most; this has {letters}. Keep what matters most: what was said, and why it is fine.",
  "deeds.appeal.not-yours": "This is about somebody else, so it is theirs to appeal.",
  "deeds.appeal.none":
    "Of this there is no appeal. If something is wrong with it, write to the moderators at /account/mailbox.",
  "deeds.appeal.once":
    "You have appealed this already. One appeal is decided on; if something is left to say, write to the moderators at /account/mailbox.",
  "deeds.appeal.late":
    "An appeal can be made within 14 days, and that time is over. You can still write to the moderators at /account/mailbox: they may undo what they did at any time.",
  "deeds.appeal.other":
    "An appeal about this post is being decided on already. Its answer comes to your inbox.",
  "deeds.appeal.settled":
    "This is settled: nothing is left to appeal. If you see it otherwise, write to the moderators at /account/mailbox.",
  "deeds.appeal.unknown": "There is no such appeal. The queue shows those that wait.",
  "deeds.appeal.already":
    "You decided on this appeal before; what you sent now changed nothing more.",
  "deeds.appeal.decided":
    "Somebody has decided on this appeal meanwhile, as is told below. Nothing was changed by you.",
  "deeds.appeal.verdict": "Choose whether the decision stands or is overturned.",
  "deeds.appeal.own-act":
    "Nobody decides on an appeal about what they did themselves. Leave it to another moderator.",
  "deeds.appeal.administrator":
    "A suspension of a week or more, or a redaction, is decided on by an administrator. Leave it to them.",
  "deeds.appeal.wait-a-day":
    "You alone hold both offices here. Let a day pass, then look at it again; the log will say that you decided on your own act.",

  "deeds.suspended":
    "You are suspended until {until} (UTC), so this was not done. The reason given: “{reason}” You can read everything. If you think this is wrong, appeal at /log/{act}, or write to the moderators at /account/mailbox.",

  "deeds.breaker.reason":
    "{reversed} of the last {decided} decisions were reversed: until that is better, no author is asked to rewrite before a moderator has looked; urgent flags still hide a post, for a day at most.",

  "deeds.stopped":
    "You have removed posts, suspended people, or locked, split or merged threads {most, plural, one {once} other {# times}} within an hour. That is the most for one moderator, so this was not done. The administrators have been told; try again later, or ask another moderator.",
  "deeds.stopped.reason":
    "So many removals, suspensions and changed threads within an hour: the forum stopped until somebody has looked.",

  "deeds.lapse.reason": "The time to rewrite is over.",
  "deeds.release.held": "Nobody objected within twelve hours.",
  "deeds.release.hidden": "No moderator confirmed it within a day.",
  "deeds.clear.passed": "The passage is gone from the new text.",
  "deeds.clear.time": "Nobody looked at the new text within a day, so it stands.",
} as const;
