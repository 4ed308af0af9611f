/** Reading on: what is new, what one keeps, and what one thanks for. */
export const reading = {
  "post.liked-elsewhere": "{count, number} liked this elsewhere",
} as const;
