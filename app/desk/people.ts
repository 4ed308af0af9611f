/** Where moderators look at somebody. */
export const recordPath = (name: string): string =>
  `/moderation/people/${encodeURIComponent(name)}`;
