/** What leaves no mark on a page: gaps, controls, letters without a shape. */
const UNSEEN = /[\s\p{Cc}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** A text without its gaps and without whatever else nobody sees; empty where there is nothing to read. */
export const seenOf = (text: string): string => text.replace(UNSEEN, "");
