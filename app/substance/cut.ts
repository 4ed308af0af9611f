/** What does not count in a text. */
export type CutKind = "quotation" | "code" | "ai" | "address" | "picture" | "markup";

/** A stretch that does not count: UTF-16 offsets into the text as it was given, end not included. */
export interface Cut {
  readonly start: number;
  readonly end: number;
  readonly kind: CutKind;
}

/** Stands where inline code, an address or a picture stood: a thing with a place in its sentence. */
export const THING = "\uFFFC";
