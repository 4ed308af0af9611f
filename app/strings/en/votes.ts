/** Votes, and why a post stands where it stands. */
export const votes = {
  "votes.label": "Your vote on {author}’s post {id}",
  "votes.yours": "Your vote: ",
  "votes.worth": "Worth reading",
  "votes.agree": "Agree",
  "votes.disagree": "Disagree",
  "votes.vote": "Vote",
  "votes.why": "Why here?",
  "votes.of": " {author}, post {id}",
  "votes.why.thread": " The thread “{title}”",
  "votes.told":
    "{voters, plural, =0 {Nobody votes on it now} one {1 voted, {worth} worth reading} other {# voted, {worth} worth reading}}{agree, plural, =0 {} other {, # agree}}{disagree, plural, =0 {} other {, # disagree}}",
  "votes.told.worth": "Your vote: worth reading.",
  "votes.told.agree": "Your vote: agree.",
  "votes.told.disagree": "Your vote: disagree.",
  "votes.told.reason": "Your reason is kept.",
  "votes.told.thanks": "Thanked.",
  "votes.told.saved": "Saved.",
  "votes.told.back": "Taken back.",
  "votes.got":
    "{voters, plural, =0 {Nobody votes on it now} other {{voters} voted · {worth} worth reading}}",
  "votes.other-view": "The strongest reply from another view",
  "votes.own": "This post is yours; whether it is worth reading is for others to say.",
  "votes.withdrawn":
    "This post was taken back or is kept away, so there is nothing to vote on. What you said of it before can still be taken back.",
  "votes.alone": "Agreeing or disagreeing alone counts as read, not as worth reading.",
  "votes.because": "What makes it so? One tap, if you like:",
  "votes.reason.new-evidence": "New evidence",
  "votes.reason.clear-reasoning": "Clear reasoning",
  "votes.reason.first-hand": "First-hand",
  "votes.reason.fair": "Fair to the other side",
  "votes.reason.answered": "Answered my question",
} as const;
