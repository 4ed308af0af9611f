/** Why a post, or a thread, stands where it stands. */
export const why = {
  "why.title": "Why is this here?",
  "why.lead":
    "Votes of readers place posts and threads. “Worth reading” lifts them; whether one agrees does not. Nobody sees who voted.",
  "why.withdrawn": "This post was withdrawn or is kept away, so there is nothing to explain.",
  "why.counts": "What readers said",
  "why.counts.hidden":
    "Counts show from the fifth voter on, or twelve hours after the post once somebody has voted. Until then nobody sees them, not even its author: the first votes would lead the next.",
  "why.counts.of":
    "{voters, plural, =0 {Nobody votes on it now.} one {One person voted; {found} found it worth reading. {agree} agree and {disagree} disagree.} other {# people voted; {found} found it worth reading. {agree} agree and {disagree} disagree.}}",
  "why.among": "Its place among the replies",
  "why.substance.title": "What it is worth",
  "why.among.lead":
    "Replies to the same post stand in “best” by these points of a hundred and by a lift while they are young or few have voted, the most first; of two alike the older one. The lift may weigh more than all points, so that every reply is read.",
  "why.sum.label": "Together",
  "why.sum": "What it stands by in “best”, with the lift told below while there is one.",
  "why.sum.opening": "What it brings to its thread.",
  "why.substance.lead": "Points of a hundred. They enter the thread’s place on the front page.",
  "why.part": "What counts",
  "why.because": "Why",
  "why.points.of": "Points of this post",
  "why.hours.of": "Hours of its thread",
  "why.points": "Points",
  "why.hours": "Hours",
  "why.hidden": "Told once five have voted.",
  "why.worth.label": "Worth to readers",
  "why.worth.label.sides": "Worth to both sides",
  "why.worth.none": "Nobody votes on it now, so it stands by the forum’s usual share alone.",
  "why.worth.few":
    "{found} of {voters, plural, one {one} other {#}} who voted found it worth reading. The points are told once five have voted.",
  "why.worth.all":
    "{found} of {voters} who voted found it worth reading. Who only agreed or disagreed counts half, and only up to about as much as the others; a vote for an author whom one often praises counts less. Three votes of the forum’s usual kind are added, so that one alone decides little.",
  "why.worth.sides":
    "{found} of {voters} who voted found it worth reading. Readers are told apart by what they agree with, and the side that finds it less worth reading counts most. Who only agreed or disagreed counts half at most. Three votes of the forum’s usual kind are added.",
  "why.length.label": "Length",
  "why.length.free":
    "{words, plural, one {One word} other {# words}} of its own. Length counts neither way at present.",
  "why.length.counts":
    "{words, plural, one {One word} other {# words}} of its own. Long posts are found worth reading more readily, so what length alone gains is taken off.",
  "why.length.unknown": "Its words have not been counted.",
  "why.insult.label": "Insults",
  "why.insult.none":
    "None is known. A certain insult would take four fifths of its points, until it is rewritten.",
  "why.insult.some":
    "Flagged as insulting. Four fifths of the points go where that is certain, until it is rewritten.",
  "why.look.every":
    "Until <time>{at}</time> it is lifted besides, as every reply is for two days, so that it finds readers: the more vote on it, the less.",
  "why.look.few":
    "It is lifted besides while it is young, as every reply is, so that it finds readers: for two days, or until <time>{at}</time> while fewer than six have voted on it.",
  "why.look.over": "It is no longer lifted, as every reply is while it is young.",
  "why.front.title": "The thread’s place on the front page",
  "why.front.lead":
    "In “best” a thread stands by its time, moved by these hours. Where twice as much speaks for a thread, it stands as if it were twelve and a half hours younger. One place in eight is kept for new threads. What fewer than five have voted on moves the thread too, but is not told here: so it may stand further up than this sum.",
  "why.front.pinned": "A moderator pinned it, so it stands above the others, whatever its hours.",
  "why.time.label": "Its time",
  "why.time.began": "When it began, <time>{at}</time>.",
  "why.time.back":
    "Of the replies that five or more voted on, the last that was found more worth reading than usual, <time>{at}</time>.",
  "why.opening.label": "The opening post",
  "why.opening": "By what it is worth, counted twice.",
  "why.opening.hidden": "Told once five have voted.",
  "why.people.label": "People with something to say",
  "why.people":
    "{people, plural, =0 {Nobody yet wrote} one {One person wrote} other {# people wrote}} replies found more worth reading than usual. Each person counts, not each reply.",
  "why.heat.label": "Heat",
  "why.heat.none": "The last {count} replies hold no known insults and are not the talk of two.",
  "why.heat.some":
    "Of the last {count} replies {insults, plural, =0 {none is} one {one is} other {# are}} known to insult, and the two busiest people wrote {busiest}. Ten of those are free; each further one counts half an insult.",
  "why.front.label": "Together",
  "why.front": "In “best” it counts as if it were of <time>{at}</time>.",
  "why.vote": "Your vote",
  "why.vote.lead":
    "“Worth reading” is for what helps you think, whether or not you agree. Agreeing or disagreeing alone counts as read, not as worth reading.",
  "why.vote.newcomer":
    "You are new here: your votes are kept, and count from the night on after you have found your way in.",
  "why.vote.sign-in": "<signin>Sign in</signin> to vote.",
  "why.vote.own": "This is your own post; others vote on it.",
  "why.reasons": "What makes it worth reading?",
  "why.author": "What others made of your post",
  "why.author.only": "Only you see this.",
  "why.author.with":
    "Of readers who often agree with you, {with} of {withAll} found it worth reading; of those who often disagree, {against} of {againstAll}.",
  "why.author.reason": "{reason}: {count}",
  "why.author.thanks": "Thanked by {names}{more, plural, =0 {} other { and # more}}.",
  "why.help": "How it is counted, and what it cannot do",
  "why.back": "Back to the post",
} as const;
