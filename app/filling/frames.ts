/** What has a name, a post or words of its own in it: rendered once, with stand-ins for them. */

export const SOMEBODY = "Somebody";
export const SOME_POST = 123_456_789_012_345;
export const WORDS = "wrote-this";

/** The same as Markdown, or as the HTML that the renderer made of it. */
export interface Frames {
  own: string;
  mention: string;
  quotation: string;
}

export const markdownFrames: Frames = {
  own: WORDS,
  mention: `@${SOMEBODY} ${WORDS}`,
  quotation: `> [${SOMEBODY}](/posts/${SOME_POST}):\n> ${WORDS}`,
};

interface Inside {
  words: string;
  name?: string;
  post?: number;
}

/** A frame with what belongs in it: names of letters, digits and hyphens, and words without a mark, are the same in Markdown and in HTML. */
export const putInto = (frame: string, { words, name = "", post = 0 }: Inside): string =>
  frame
    .replaceAll(SOMEBODY, name)
    .replaceAll(String(SOME_POST), String(post))
    .replaceAll(WORDS, words);
