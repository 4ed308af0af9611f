/** Feeds. */
export const feeds = {
  "feeds.link": "Feed",
  "feeds.foot": "Feeds",
  "feeds.title.xml": "{name} (Atom)",
  "feeds.title.json": "{name} (JSON Feed)",
  "feeds.list": "{forum}: {name}",
  "feeds.threads.best": "Best threads",
  "feeds.threads.new": "New threads",
  "feeds.threads.active": "Active threads",
  "feeds.topic.best": "{topic}: best threads",
  "feeds.topic.new": "{topic}: new threads",
  "feeds.topic.active": "{topic}: active threads",
  "feeds.topic.description": "Threads about {topic}.",
  "feeds.thread.description": "The newest posts of the thread “{title}”.",
  "feeds.person.description": "Threads and posts by {name}.",
  "feeds.search": "Search: {asked}",
  "feeds.search.description": "The newest posts that match “{asked}”.",
  "feeds.following": "What {name} follows",
  "feeds.following.description":
    "Threads and posts that {name} follows, without what {name} mutes.",
  "feeds.reply": "{kind} by {author} in “{title}”",
  "feeds.withdrawn": "Its author has withdrawn this post.",
  "feeds.key.not-found":
    "No feed has this address: its key was renewed, or never was one. The address of today is on the page “Following”, for its owner alone.",
  "feeds.own.title": "Your feed",
  "feeds.own.text":
    "Threads and posts that you follow, for a feed reader, without what you mute. What you follow at “every post” comes whole; at “replies to me and worth reading” come new threads, replies to you and posts found worth reading. Searches are not in it: each has a feed of its own, below what it finds.",
  "feeds.own.secret":
    "Its address has a key in it: whoever has the address can read along. Keep it to yourself.",
  "feeds.own.since": "You have had an address since <time>{day}</time>. It was shown once.",
  "feeds.own.make": "Make an address",
  "feeds.own.renew": "Make a new address",
  "feeds.own.renew.text": "It ends when you make a new one.",
  "feeds.own.remove": "Remove the address",
  "feeds.own.made": "Your feed has an address",
  "feeds.own.made.text":
    "Copy one of these into your feed reader now: they are not shown again. An address that you had before has ended.",
  "feeds.own.removed": "Your feed has no address any more.",
  "feeds.own.xml": "Atom",
  "feeds.own.json": "JSON Feed",
  "feeds.own.back": "Back to what you follow",
} as const;
