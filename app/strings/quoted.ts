/** Words between quotation marks, for a sentence; those that begin or end with one keep their own. */
export const quoted = (words: string): string =>
  /^["“”„«‘']|["“”«»’']$/u.test(words.trim()) ? words : `“${words}”`;
