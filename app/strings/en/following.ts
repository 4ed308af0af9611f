/** Following and muting. */
export const following = {
  "following.title": "What you follow",
  "following.see": "See and change what you follow and mute",
  "following.lead":
    "Nobody but you sees what you follow, and nobody sees what you mute. You change each here, or where you read it.",
  "following.follow": "{kind, select, branch {Follow this branch} other {Follow}}",
  "following.follow.of":
    "{kind, select, topic { the topic {name}} thread { this thread} branch { from {name}’s post on} person { {name}} search { this search} other {}}",
  "following.follow.more": "How much?",
  "following.follow.more.of":
    "{kind, select, topic { How to follow or mute this topic} thread { How to follow or mute this thread} branch { How to follow or mute this branch} person { How to follow or mute {name}} search { How to follow this search} other {}}",
  "following.state.every": "Following{kind, select, branch { this branch} other {}} · every post",
  "following.state.worth":
    "Following{kind, select, branch { this branch} other {}} · worth reading",
  "following.state.nothing":
    "Following{kind, select, branch { this branch} other {}} · nothing new",
  "following.state.muted": "Muted{kind, select, branch {: this branch} other {}}",

  "following.level.every": "Every post",
  "following.level.worth": "Replies to me, and what is worth reading",
  "following.level.nothing": "Nothing new",
  "following.level.muted": "Muted",
  "following.level.none": "Neither follow nor mute",
  "following.short.every": "Every post",
  "following.short.worth": "Worth reading",
  "following.short.nothing": "Nothing new",
  "following.short.muted": "Muted",
  "following.short.none": "Let go",
  "following.level.every.text":
    "{kind, select, topic {You are told of every thread in this topic, and of every post in it.} thread {You are told of every new reply here.} branch {You are told of every new reply below this post.} person {You are told of everything that {name} posts.} search {You are told of every new post that this search finds, within a quarter of an hour.} other {}}",
  "following.level.worth.text":
    "{kind, select, topic {You are told when somebody answers you, and of replies here that readers find worth reading.} thread {You are told when somebody answers you, and of replies that readers find worth reading.} branch {You are told when somebody answers you, and of replies below this post that readers find worth reading.} person {You are told of posts by {name} that readers find worth reading.} search {You are told of found posts that readers find worth reading.} other {}}",
  "following.level.nothing.text":
    "{kind, select, search {You are told nothing. It stays in your list, to be looked up again.} other {You are told only when somebody answers or mentions you. It stays in your list, and its threads stay in the order “Following”.}}",
  "following.level.muted.text":
    "{kind, select, person {What {name} writes no longer shows in lists, search, notices, letters and your feed, whatever else you follow. In a thread that you open, its place stays, and one press shows it.} branch {The post that begins it and the replies below are folded away where you read, and nothing in it tells you anything, not even a mention.} other {It no longer shows in lists, search, notices, letters and your feed, and nothing in it tells you anything, not even a mention. What you follow inside of it stays.}}",
  "following.level.none.text":
    "{kind, select, search {It leaves your list.} other {You are told only when somebody answers or mentions you.}}",
  "following.level.label": "How much you wish to hear",

  "following.choose": "How much do you wish to hear?",
  "following.choose.title":
    "{kind, select, topic {The topic {name}} thread {The thread “{name}”} branch {A post of {author}, and the replies below it} person {{name}} search {The search “{name}”} other {{name}}}",
  "following.choose.save": "Save",
  "following.choose.in": "In “{name}”",
  "following.choose.all": "All that you follow",

  "following.done.every":
    "{kind, select, topic {You are told of every new post in the topic {name}.} thread {You are told of every new reply in “{name}”.} branch {You are told of every new reply below this post of {author}.} person {You are told of everything that {name} posts.} search {You are told of every new post that {name} finds, within a quarter of an hour.} other {}} <change>Undo or change</change>",
  "following.done.worth":
    "{kind, select, topic {You are told of what readers find worth reading in the topic {name}, and of replies to you.} thread {You are told of replies to you, and of what readers find worth reading, in “{name}”.} branch {You are told of replies to you, and of what readers find worth reading, below this post of {author}.} person {You are told of posts by {name} that readers find worth reading.} search {You are told of posts that “{name}” finds and readers find worth reading.} other {}} <change>Undo or change</change>",
  "following.done.nothing":
    "{kind, select, topic {You follow the topic {name}} thread {You follow “{name}”} branch {You follow this branch} person {You follow {name}} search {You follow “{name}”} other {You follow it}}, and are told of nothing new{kind, select, search {} other { but answers to you and mentions}}. <change>Undo or change</change>",
  "following.done.muted":
    "{kind, select, topic {The topic {name} is muted: its threads leave lists, search and notices, save those that you follow.} thread {“{name}” is muted: it leaves lists, search and notices.} branch {This branch is muted: the post that begins it and the replies below are folded away, and nothing in it tells you anything.} person {{name} is muted: what they write leaves lists, search and notices, and is folded away in threads.} other {}} <change>Undo or change</change>",
  "following.done.none":
    "{was, select, muted {{kind, select, topic {The topic {name}} thread {“{name}”} branch {This branch} person {{name}} other {It}} is muted no longer.} other {You follow {kind, select, topic {the topic {name}} thread {“{name}”} branch {this branch} person {{name}} search {“{name}”} other {it}} no longer.}} <change>Undo or change</change>",

  "following.show": "What to show",
  "following.show.all": "All",
  "following.show.topic": "Topics",
  "following.show.thread": "Threads",
  "following.show.branch": "Branches",
  "following.show.person": "People",
  "following.show.search": "Searches",
  "following.show.muted": "Muted",
  "following.kind.topic": "Topic",
  "following.kind.thread": "Thread",
  "following.kind.branch": "Branch",
  "following.kind.person": "Person",
  "following.kind.search": "Search",
  "following.kind.by-writing": "Thread you write in",
  "following.branch.of": "Replies to {author}, in “{title}”",
  "following.branch.follow": "Follow or mute the replies below this post",
  "following.branch.withdrawn": "Its first post was withdrawn.",
  "following.since": "since <time>{at}</time>",
  "following.change": "Change",
  "following.change.of": " how you follow “{name}”",
  "following.older": "More",
  "following.empty.all":
    "You follow nothing yet. “Follow” stands on top of threads, topics, people’s pages and searches.",
  "following.empty.kind":
    "{kind, select, topic {You follow no topic. “Follow” stands on top of each.} thread {You follow no thread. “Follow” stands on top of each, and what you write in is followed by itself.} branch {You follow no branch. “Why here?” below a post leads to where you can.} person {You follow nobody. “Follow” stands on top of everybody’s page.} search {You follow no search. “Follow” stands above what a search finds.} muted {You mute no topic, thread, branch or person. “How much?” beside “Follow” offers it.} other {}}",
  "following.end": "There is nothing more.",

  "following.by-writing": "Threads you write in",
  "following.by-writing.on":
    "When you write in a thread, you follow it at “replies to me, and what is worth reading”.",
  "following.by-writing.off": "When you write in a thread, you do not follow it by that.",
  "following.by-writing.turn-off": "Do not follow what I write in",
  "following.by-writing.turn-on": "Follow what I write in",
  "following.by-writing.turned.on": "From now on you follow the threads you write in.",
  "following.by-writing.turned.off":
    "From now on you follow only what you choose. What you follow so far stays.",
  "following.letters": "By letter",
  "following.letters.text":
    "Which letters you get, and when, is on <letters>its own page</letters>.",

  "following.words": "Muted words",
  "following.words.title": "Muted words",
  "following.words.lead":
    "Posts and threads with one of these words no longer show in lists, search, notices, letters and your feed. In a thread that you open, their place stays, and one press shows them.",
  "following.words.none": "You mute no word.",
  "following.words.count": "{count, plural, one {One muted word} other {# muted words}}: {words}.",
  "following.words.change": "Change your muted words",
  "following.words.add": "Add words",
  "following.words.add.hint":
    "One or several, set apart by commas or lines; also words in a row, such as: open source. Capitals do not count. Most: {most}, of {letters} characters each.",
  "following.words.save": "Mute",
  "following.words.remove": "Remove",
  "following.words.remove.of": " “{word}”",
  "following.words.added":
    "{count, plural, =0 {You mute those already.} one {One word is muted. What says it leaves your lists.} other {# words are muted. What says one of them leaves your lists.}}",
  "following.words.removed": "“{word}” is muted no longer.",
  "following.words.removed.none": "That word was not muted.",
  "following.words.missing": "Type a word to mute.",
  "following.words.no-word":
    "“{word}” has no letter or digit in it, so nothing could be found by it.",
  "following.words.too-long": "“{word}” is too long: a word may have {most} characters.",
  "following.words.too-many":
    "That would be more than {most} words. Remove some that you can bear to read.",
  "following.back": "What you follow",

  "following.own": "You cannot follow or mute yourself. What is answered to you, you are told.",
  "following.withdrawn":
    "This post was withdrawn or is kept away, so its branch cannot be followed.",
  "following.wrong": "That form was not whole. Go back to the page and press again.",
  "following.level.unknown": "Choose one of the levels.",
  "following.search.muted": "A search cannot be muted. You can let go of it.",
  "following.too-many":
    "You follow and mute {most} things already, which is the most. Let go of some on the page of what you follow.",
  "following.too-many-searches":
    "You follow {most} searches already, which is the most. Let go of one first.",

  "following.hidden.threads":
    "{count, plural, one {One thread is} other {# threads are}} hidden by what you mute. <show>Show {count, plural, one {it} other {them}}</show>",
  "following.hidden.posts":
    "{count, plural, one {One post is} other {# posts are}} hidden by what you mute. <show>Show {count, plural, one {it} other {them}}</show>",
  "following.hidden.entries":
    "{count, plural, one {One entry is} other {# entries are}} hidden by what you mute. <show>Show {count, plural, one {it} other {them}}</show>",
  "following.hidden.lines":
    "{count, plural, one {One line is} other {# lines are}} hidden by what you mute. <show>Show {count, plural, one {it} other {them}}</show>",
  "following.hidden.minds":
    "{count, plural, one {One record of a changed mind is} other {# records of changed minds are}} hidden by what you mute. <show>Show {count, plural, one {it} other {them}}</show>",
  "following.shown": "What you mute is shown on this page. <change>Hide it again</change>",
  "following.hidden.post": "Hidden by what you mute: a post of {author}.",
  "following.hidden.show": "Show what you mute",
  "following.hidden.of": " on this page, post {id} among it",
} as const;
