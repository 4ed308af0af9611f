/** Looking after the forum, and the public log of who did. */
export const administration = {
  "administration.nav": "Administration",
  "administration.overview": "Overview",
  "administration.lead":
    "What is done here with a reason stands in the <log>public log</log>, where everybody can read it.",
  "administration.counts": "The forum in numbers",
  "administration.people": "People",
  "administration.threads": "Threads",
  "administration.posts": "Posts",
  "administration.topics": "Topics",
  "administration.who-may-join": "Who may join",
  "administration.invitations": "Invitations",
  "administration.change": "Change who may join",
  "administration.save": "Save",

  "administration.reason": "Reason",
  "administration.reason.hint": "A sentence or two. Everybody can read it in the public log.",
  "administration.reason.optional": "Reason, if there is one",

  "administration.people.title": "People",
  "administration.people.lead": "The newest first. A name leads to the person’s role.",
  "administration.people.search": "Find a name",
  "administration.people.find": "Find",
  "administration.people.none": "Nobody of that name. Try its beginning.",
  "administration.people.end": "There is nobody further.",
  "administration.people.older": "People who joined earlier",
  "administration.people.all": "Everybody",

  "administration.person.title": "Role of {name}",
  "administration.person.now": "Now: {role}.",
  "administration.person.page": "Page of {name}",
  "administration.person.member": "Reads, writes and flags.",
  "administration.person.moderator": "Pins and locks threads as well.",
  "administration.person.administrator": "Looks after people, topics and who may join as well.",
  "administration.person.done":
    "{name} has the role “{role}” from now on. It stands in the public log.",
  "administration.person.do": "Give this role",

  "administration.level.title": "Level of {name}",
  "administration.level": "Level",
  "administration.level.now": "Now: level {level}, by what {name} does.",
  "administration.level.now.by-hand": "Now: level {level}, set by hand.",
  "administration.level.lead":
    "A level set by hand is moved by nothing else until you give it back; then it is at once what {name} has done for it, which may be less. Otherwise only {name} and administrators see their level; where you set it, the public log tells everybody the level before and the one that you set.",
  "administration.level.itself": "By itself",
  "administration.level.itself.text": "It follows from what {name} does, at once.",
  "administration.level.0": "Level 0",
  "administration.level.0.text":
    "As a newcomer: posts are limited, and votes weigh nothing, those cast before neither, within some ten minutes.",
  "administration.level.1": "Level 1",
  "administration.level.1.text": "Votes count, and there are fewer limits.",
  "administration.level.2": "Level 2",
  "administration.level.2.text": "As after much that both sides found worth reading.",
  "administration.level.3": "Level 3",
  "administration.level.3.text": "As after flags that were mostly right, too.",
  "administration.level.unknown": "Choose a level from 0 to 3, or “By itself”.",
  "administration.level.do": "Set the level",
  "administration.level.change": "Set the level by hand",
  "administration.level.role": "Role of {name}",
  "administration.level.done": "Saved. It stands in the public log.",

  "administration.founding": "Founding weeks",
  "administration.founding.title": "Founding weeks",
  "administration.founding.lead":
    "Votes of newcomers weigh nothing, so in a new forum nobody’s would. In founding weeks those who begin the forum count from their first day. So would somebody who joins ten times: choose it where you know how people come here, and end it when the forum stands on its own feet.",
  "administration.founding.since": "Chosen on {day}.",
  "administration.founding.first-30.lasts":
    "So far {accounts, number} of {most} accounts are there; it ends with the last of them.",
  "administration.founding.first-30.over":
    "It is over, since {most} accounts are there: whoever joins now is new.",
  "administration.founding.first-14-days.lasts": "It ends on {day}.",
  "administration.founding.first-14-days.over":
    "It is over since {day}: whoever joins now is new. To begin it anew, choose “Nobody” first.",
  "administration.founding.choose": "Who begins at level 1",
  "administration.founding.off": "Nobody",
  "administration.founding.off.text":
    "Everybody needs a week here, 30 posts read and 10 votes before their votes weigh anything.",
  "administration.founding.first-30": "The first 30 accounts",
  "administration.founding.first-30.text":
    "Those who are here already are among them, the people of the demonstration are not. Whoever comes after is new.",
  "administration.founding.first-14-days": "Everybody in the next 14 days",
  "administration.founding.first-14-days.text":
    "With the first 30 who are here already. Best where joining is by invitation.",
  "administration.founding.unknown":
    "Choose who begins at level 1: nobody, the first 30 accounts, or everybody in the next 14 days.",
  "administration.founding.done": "Saved. It stands in the public log.",
  "administration.founding.at-set-up": "Chosen as the forum was set up.",

  "administration.topics.title": "Topics",
  "administration.topics.add": "Add a topic",
  "administration.topics.name": "Name",
  "administration.topics.name.hint": "Up to {most} characters, no commas.",
  "administration.topics.about": "What it is about",
  "administration.topics.about.hint": "One sentence, up to 200 characters.",
  "administration.topics.added": "The topic “{name}” is added.",
  "administration.topics.rename": "Change",
  "administration.topics.rename-of": " {name}",
  "administration.topics.merge": "Merge",
  "administration.topics.merge-of": " {name} into another",

  "administration.topic.title": "Change the topic {name}",
  "administration.topic.lead": "Its address follows its name. Threads keep it.",
  "administration.topic.done": "Saved. It stands in the public log.",

  "administration.merge.title": "Merge the topic {name}",
  "administration.merge.lead":
    "Every thread of “{name}” moves to another topic, and the address of “{name}” leads there.",
  "administration.merge.into": "Into which topic",
  "administration.merge.into.hint": "Its name. There are: {names}.",
  "administration.merge.into.missing": "Name the topic that takes the threads.",
  "administration.merge.into.unknown": "There is no topic of that name. Choose one of the list.",
  "administration.merge.alone": "This is the only topic. Add another first.",
  "administration.merge.do": "Merge them",
  "administration.merge.done": "Merged. It stands in the public log.",

  "administration.joining.title": "Who may join",
  "administration.joining.lead": "Whoever is here already stays. Reading is open to everybody.",
  "administration.joining.open": "Everybody",
  "administration.joining.open.text": "With a name and a password.",
  "administration.joining.invitation": "Whoever is invited",
  "administration.joining.invitation.text":
    "With a code that an administrator made. It works once.",
  "administration.joining.closed": "Nobody",
  "administration.joining.closed.text": "The page for joining says so.",
  "administration.joining.done": "Saved. It stands in the public log.",

  "administration.invitations.title": "Invitations",
  "administration.invitations.lead":
    "An invitation lets one person join while joining is by invitation. It lasts two weeks.",
  "administration.invitations.make": "Make an invitation",
  "administration.invitations.made": "A new invitation",
  "administration.invitations.made.text":
    "Copy it now: this page shows it once. It can be used until <time>{day}</time>.",
  "administration.invitations.address": "Address to send",
  "administration.invitations.code": "Code",
  "administration.invitations.not-needed":
    "At the moment nobody needs one: joining is not by invitation.",
  "administration.invitations.list": "Invitations so far",
  "administration.invitations.none": "No invitation was made yet.",
  "administration.invitations.column.made": "Made",
  "administration.invitations.column.by": "By",
  "administration.invitations.column.used": "Used",
  "administration.invitations.used": "by {name}",
  "administration.invitations.ran-out": "ran out",
  "administration.invitations.waiting": "not yet",

  "administration.first.title": "Become the first administrator",
  "administration.first.lead":
    "This forum has no administrator yet. Whoever starts it decides; you are signed in as {name}.",
  "administration.first.do": "Look after this forum",
  "administration.first.done":
    "You look after this forum now. Begin with the topics, and with who may join.",

  "log.title": "Public log",
  "log.lead":
    "Every act of power, with who did it and why. Nothing is ever taken out of this list.",
  "log.description": "Every act of power in this forum, with who did it and why.",
  "log.empty.title": "Nothing has happened yet",
  "log.empty.text":
    "When a moderator decides about a post, pins or locks a thread, or an administrator changes a role, a rule or who may join, it stands here with its reason.",
  "log.end": "There are no older entries.",
  "log.older": "Older entries",
  "log.unknown": "Somebody",
  "log.thread-pinned": "<who>{person}</who> pinned <what>{thread}</what>.",
  "log.thread-unpinned": "<who>{person}</who> unpinned <what>{thread}</what>.",
  "log.thread-locked": "<who>{person}</who> locked <what>{thread}</what>.",
  "log.thread-unlocked": "<who>{person}</who> unlocked <what>{thread}</what>.",
  "log.role-changed":
    "<who>{person}</who> changed the role of <other>{about}</other> from {before} to {after}.",
  "log.role-changed.own": "<who>{person}</who> went from {before} to {after}.",
  "log.topic-renamed":
    "<who>{person}</who> renamed the topic “{before}” as <topic>{after}</topic>.",
  "log.topic-reworded": "<who>{person}</who> worded anew what <topic>{after}</topic> is about.",
  "log.topics-merged":
    "<who>{person}</who> merged the topic “{before}” into <topic>{after}</topic>.",
  "log.joining-changed": "<who>{person}</who> changed who may join, from “{before}” to “{after}”.",
  "log.level-set":
    "<who>{person}</who> set the level of <other>{about}</other> by hand, from {before} to {after}.",
  "log.level-set.itself":
    "<who>{person}</who> let the level of <other>{about}</other> follow from what they do again.",
  "log.founding-changed":
    "<who>{person}</who> changed who begins at level 1, from “{before}” to “{after}”.",
  "log.founding.off": "nobody",
  "log.founding.first-30": "the first 30 accounts",
  "log.founding.first-14-days": "everybody in the next 14 days",
  "log.other": "<who>{person}</who> did something that this page has no words for yet: {kind}.",
  "log.joining.open": "everybody",
  "log.joining.invitation": "whoever is invited",
  "log.joining.closed": "nobody",
  "log.role.member": "member",
  "log.role.moderator": "moderator",
  "log.role.administrator": "administrator",
} as const;
