/** Words of a text, roughly as somebody counts them. */
export const wordsOf = (text: string): number => text.split(/\s+/).filter(Boolean).length;
