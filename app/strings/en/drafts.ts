/** What is not sent yet, and what was discussed before. */
export const drafts = {
  "drafts.title": "Your drafts",
  "drafts.lead":
    "What you have begun to write and not sent. Nobody else sees it. A draft that you do not go on with goes after a year.",
  "drafts.empty.title": "You have no drafts",
  "drafts.empty.text":
    "What you write is kept here as you type. Where scripts do not run, press “Keep as draft”.",
  "drafts.thread": "New thread",
  "drafts.thread.titled": "New thread: “{title}”",
  "drafts.reply": "Reply to {author} in “{thread}”",
  "drafts.reply.lost": "Reply",
  "drafts.edit": "Edit of your post in “{thread}”",
  "drafts.edit.lost": "Edit of a post",
  "drafts.saved": "Saved <time></time>",
  "drafts.continue": "Continue",
  "drafts.discard": "Throw away",
  "drafts.of": ": {draft}",
  "drafts.put-back": "Put back",
  "drafts.closed.title": "Thrown away in the last day",
  "drafts.closed.text": "A day after you threw it away, a draft is gone.",
  "drafts.done.kept": "Kept as draft.",
  "drafts.done.nothing": "There was nothing to keep.",
  "drafts.done.discarded": "Thrown away. You can put it back from the end of this page for a day.",
  "drafts.done.put-back": "Put back.",
  "drafts.count": "{count, plural, =0 {no drafts} one {one draft} other {# drafts}}",
  "drafts.label": "Drafts",
  "drafts.keep": "Keep as draft",
  "drafts.link": "Your drafts",
  "drafts.restored": "Restored from your draft, saved <time></time>.",
  "drafts.afresh": "Start afresh",
  "drafts.afresh.hint": "(the draft stays)",
  "drafts.moved-on":
    "The post was edited after you began this draft. When you save, both texts are shown and nothing is overwritten.",
  "drafts.others":
    "{count, plural, one {You have begun a thread before: go on with it?} other {You have begun # threads before: go on with one?}}",
  "drafts.others.replies":
    "{count, plural, one {You have begun another reply in this thread: go on with it?} other {You have begun # other replies in this thread: go on with one?}}",
  "drafts.others.edits":
    "{count, plural, one {You have begun another edit of this post: go on with it?} other {You have begun # other edits of this post: go on with one?}}",
  "drafts.all": "All of your drafts",
  "drafts.only-text":
    "What this draft was written for takes no more. Here is its text, for you to take elsewhere.",
  "drafts.state.saved": "Saved as draft",
  "drafts.state.unsaved": "Not saved yet. It is tried again.",
  "drafts.state.apart":
    "Another window has a newer text of this draft. Yours is kept beside it, as a draft of its own.",
  "drafts.no-form": "This form keeps no drafts. Open its page afresh.",
  "drafts.not-found": "There is no such draft. It may have been sent or thrown away.",
  "drafts.too-many":
    "You have {most} drafts, as many as the forum keeps. Throw some away on the page of your drafts, then keep this one.",
  "drafts.too-long":
    "A draft holds up to {kilobytes} KB here. Nothing of this is saved until it is shorter.",

  "similar.address": "Discussed before",
  "similar.title": "Perhaps discussed before",
  "similar.replies": "{replies, plural, =0 {no replies yet} one {one reply} other {# replies}}",
  "similar.new-tab": "(opens in a new tab)",
} as const;
