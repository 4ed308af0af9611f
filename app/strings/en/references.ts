/** Mentions and quotations. */
export const references = {
  "references.quoted-by": "Quoted by",
  "references.quoted-by.post": ", post {id}",
  "references.quoted-by.more": "and {count, number} more",
  "references.quoted-by.many-more": "and many more",
  "references.quote": "Quote",
  "references.quote.of": " {author}, post {id}",
  "references.too-many-mentions":
    "This text mentions {count, number} people, and one post may mention {most, number}. Take the @ away from some of the names.",
  "references.people": "People to mention",
  "references.people.found":
    "{count, plural, =0 {Nobody has a name that begins so.} one {One name. An arrow key chooses it, Enter puts it in.} other {# names. Arrow keys choose, Enter puts one in.}}",
} as const;
