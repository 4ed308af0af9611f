/** By what people of the outer forum are known. */

/** Capitals make no difference between people there. */
export const outerKey = (name: string) => name.normalize("NFC").toLowerCase();

/** Names change and are given to others: where a row says who has it, the number counts. No name there begins so. */
export const personKey = ({ userId, author }: { userId: number | null; author: string }) =>
  userId === null ? `@${outerKey(author)}` : `#${userId}`;
