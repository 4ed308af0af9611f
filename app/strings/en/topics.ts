/** Topics. */
export const topics = {
  "topics.title": "Topics",
  "topics.lead": "What is discussed here. A thread has one to five topics.",
  "topics.threads": "{count, plural, =0 {no threads yet} one {one thread} other {# threads}}",
  "topics.all": "All topics",
  "topics.not-found": "There is no such topic.",
  "topics.empty": "No thread has this topic yet.",
  "topics.name.missing": "A topic needs a name.",
  "topics.name.letters": "A topic’s name has no commas or invisible characters.",
  "topics.name.too-long": "Up to {most} characters, please.",
  "topics.name.taken": "There is a topic of that name already, perhaps one that was merged.",
  "topics.about.too-long": "Up to {most} characters, please.",
  "topics.merge.itself": "A topic cannot be merged into itself.",
} as const;
