/** What one person and the moderators write to each other. */
export const mailbox = {
  "mailbox.title": "The moderators",
} as const;
