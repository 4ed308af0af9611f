/** Threads, posts, and writing them. */
export const threads = {
  "threads.locked.no-reply": "This thread is locked: it can be read, not answered.",
  "threads.locked.no-edit": "This thread is locked: its posts stay as they are.",
  "threads.withdrawn.no-reply": "This post was withdrawn by its author, so it takes no more replies.",
  "threads.withdrawn.no-edit": "You withdrew this post, so it cannot be edited.",
  "threads.withdrawn.already": "This post is withdrawn already.",
  "threads.withdrawn.no-history": "This post was withdrawn by its author, and its history with it.",
  "threads.edit.not-yours": "Only its author may edit a post.",
  "threads.withdraw.not-yours": "Only its author may withdraw a post.",
} as const;
