/** Reading on: what is new, what one keeps, and what one thanks for. */
export const reading = {
  "reading.new": "New",
  "reading.new.next": "next new",
  "reading.new.label": "{author}, post {id}, new",
  "reading.new.since": "{told} new since your last visit, <time>{at}</time>",
  "reading.new.first": "To the first new one",
  "reading.new.elsewhere": "More that is new, on another page",
  "reading.new.count": "{told} new",
  "reading.new.of": " in {title}",
  "post.liked-elsewhere": "{count, number} liked this elsewhere",
} as const;
