/** Search. */
export const search = {
  "search.title": "Search",
  "search.title.of": "Search: {asked}",
  "search.label": "Search titles and posts",
  "search.button": "Search",
  "search.found": "What was found",
  "search.orders": "Order of what was found",
  "search.order.match": "Best match",
  "search.order.newest": "Newest",
  "search.compared":
    "More posts match than are compared: these are the best of the newest {count, number}. <newest>Ordered by time</newest>, all of them can be read.",
  "search.reached": "Searched back to <time>{at}</time>. There may be more.",
  "search.further": "Search further back",
  "search.next": "More",
  "search.none": "Nothing was found. Try fewer words, or other ones; word endings do not matter.",
  "search.end": "There is nothing more.",
  "search.how": "How to search",
  "search.how.words": "Posts with all of these words, in any order and with any ending.",
  "search.how.phrase": "These words next to each other.",
  "search.how.without": "Without this word.",
  "search.how.by": "Written by this person.",
  "search.how.topic": "In threads of this topic.",
  "search.how.since":
    "Written since this day; or in the last days, weeks, months or years: 7d, 2w, 3m, 1y.",
  "search.how.kind": "Of this kind: thread, reply, question, evidence, correction or tried.",
  "search.too-long": "That is too long to search for. Up to {limit} characters, please.",
  "search.too-many":
    "Only the first {limit} words were looked for, those of phrases counted one by one.",
  "search.no-words":
    "What has no letters and no digits cannot be searched for; that part was left out.",
  "search.nothing": "There is no word to look for. Add one.",
  "search.only-without": "Say also what should be there, not only what should not.",
  "search.value-missing": "Nothing stands after “{name}:”. Write it like {example}.",
  "search.no-leaving-out": "“-{name}:” cannot be left out. Take the minus away, or the whole part.",
  "search.date":
    "“{value}” is no day that “since:” knows. Write it like since:2026-11-01, or since:7d for the last seven days.",
  "search.kind": "“{value}” is no kind of post. There are: {kinds}.",
  "search.person": "There is nobody here called “{value}”.",
  "search.topic": "There is no topic “{value}”. “Topics”, above, lists them all.",
  "search.busy":
    "Many people search at this moment. Wait a few seconds, then load this page again.",
  "search.too-slow": "This search took too long. Try it with other words, or with more of them.",
} as const;
