import { renderOwn } from "../markdown/render.server.ts";
import type { Piece } from "./compose-post.ts";
import { Dice, seedOf } from "./dice.ts";
import { type Frames, markdownFrames, SOME_POST, SOMEBODY } from "./frames.ts";
import { templates } from "./paragraphs.ts";
import { withWords } from "./vocabulary.ts";

/** Paragraphs made of each template, with other words. */
const VARIANTS = 8;
/** Texts given to the renderer at a time; it takes no more than some hundred that wait. */
const AT_ONCE = 50;

/** The paragraphs of which all posts are made, each rendered once. They stand side by side in any order: none has anything that counts through a text. */
export async function renderPieces(seed: number): Promise<Piece[]> {
  const dice = new Dice(seedOf(seed, "pool", 0));
  const texts = templates.flatMap((template) =>
    Array.from({ length: VARIANTS }, () => withWords(template, dice)),
  );
  const pieces: Piece[] = [];
  for (let from = 0; from < texts.length; from += AT_ONCE) {
    const some = texts.slice(from, from + AT_ONCE).map(async (markdown) => ({
      markdown,
      html: await renderOwn(markdown),
    }));
    pieces.push(...(await Promise.all(some)));
  }
  return pieces;
}

/** The frames as HTML. */
export async function renderFrames(): Promise<Frames> {
  const known = { people: [SOMEBODY], posts: [{ id: SOME_POST, author: SOMEBODY }] };
  const html = (frame: keyof Frames) => renderOwn(markdownFrames[frame], known);
  return {
    own: await html("own"),
    mention: await html("mention"),
    quotation: await html("quotation"),
  };
}
