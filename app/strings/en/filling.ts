/** What `npm run fill` says. */
export const filling = {
  "fill.usage": `npm run fill -- [--posts N] [--threads N] [--people N] [--seed N] [--long N]… [--deep N]… [--accounts N]

Makes a large believable forum in a database without threads, to measure and to try: invented people,
threads, replies, edits, quotations, over two years. The same seed makes the same forum.

  --posts N      posts in all threads of usual sizes (default: 10,000)
  --threads N    threads among which these posts are (default: one for each 16 posts)
  --people N     people who wrote them (default: one for each 40 posts)
  --seed N       where chance begins (default: 1)
  --long N       one more thread of N posts; several: --long 200,5000,100000
  --deep N       one more thread in which each reply answers the one before, N deep
  --accounts N   the first N people can sign in, all with one new password, which is said at the end (default: 0)
  --help         says this

It exits with 0, with 1 if there are threads already, with 2 if it was asked for something else, with 130 if it
was stopped: what it wrote until then is a whole forum.`,
  "fill.wrong": "{why}; “npm run fill -- --help” tells what there is.",
  "fill.wrong.number":
    "--{name} takes a whole number from {least, number} to {most, number}; it is “{given}”.",
  "fill.not-empty":
    "This database has threads already, and only a forum without any is filled: name another one, such as DATABASE_URL=file:data/filled.db.",
  "fill.planning": "Planning and rendering…",
  "fill.progress":
    "{done, number} of {of, number} posts, {rate, number} a second{left, plural, =0 {} one {, one minute left} other {, # minutes left}}",
  "fill.stopping":
    "Stopping after the posts that are being written. Once more ends it at once, without these.",
  "fill.end":
    "Filled: {posts, number} posts in {threads, number} threads on {topics, number} topics by {people, number} people, in {seconds, number} s, which is {rate, number} posts a second.",
  "fill.end.stopped":
    "It was stopped there; what it wrote is a whole forum, with every count as it should be.",
  "fill.end.special": "{path}: {posts, number} posts.",
  "fill.end.accounts":
    "{count, plural, one {This one signs in} other {These # sign in}} with the password “{password}”, which is a real one: change it, or never let strangers reach this forum.",
  "fill.source": "an invented forum",
  "fill.reason.begun":
    "npm run fill began to make {posts, plural, one {one post} other {# posts}} by {people, plural, one {one person} other {# people}}, all invented. No person wrote them.",
  "fill.reason":
    "{posts, plural, one {One post} other {# posts}} in {threads, plural, one {one thread} other {# threads}} were made by npm run fill. No person wrote them.",
  "fill.thread-pinned.one": "Whoever is new here should find it.",
  "fill.thread-pinned.other": "Most questions of the last weeks are answered in it.",
  "fill.thread-locked.one": "Everything was said, some of it three times.",
  "fill.thread-locked.other":
    "It has become a quarrel of two; a new thread with new numbers is welcome.",
} as const;
