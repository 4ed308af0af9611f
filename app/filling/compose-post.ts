import type { PostKind } from "#db/schema.ts";
import { Dice, seedOf } from "./dice.ts";
import { type Frames, markdownFrames, putInto } from "./frames.ts";
import { NONE, type Plan } from "./plan.ts";
import { ownWords } from "./sentences.ts";

/** A piece of Markdown with the HTML that the renderer made of it. */
export interface Piece {
  markdown: string;
  html: string;
}

export interface Composed {
  kind: PostKind;
  body: string;
  html: string;
  /** What it said before it was edited. */
  former: string;
  /** The number of the person whom it mentions, and of the post that it quotes; NONE for none. */
  mentions: number;
  quotes: number;
}

/** What a text of some posts needs to know of people and posts. */
export interface Setting {
  plan: Plan;
  pieces: readonly Piece[];
  frames: Frames;
  nameOf: (person: number) => string;
  idOf: (post: number) => number;
}

const QUOTES = 0.12;
const MENTIONS = 0.06;
/** How many paragraphs a reply has besides its own words; an opening post has two more. */
const LENGTHS = [1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 4, 4, 5];

/** The text of a post: the same each time, and its HTML what the renderer makes of it. */
export function composePost(
  { plan, pieces, frames, nameOf, idOf }: Setting,
  post: number,
): Composed {
  const { seed, posts } = plan;
  const dice = new Dice(seedOf(seed, "post", post));
  const parent = posts.parent[post]!;
  const isReply = parent !== NONE;
  const answered = isReply ? posts.author[parent]! : NONE;
  const quotes = isReply && dice.chance(QUOTES) ? parent : NONE;
  const mentions =
    isReply && answered !== posts.author[post] && dice.chance(MENTIONS) ? answered : NONE;

  const parts: Piece[] = [];
  if (quotes !== NONE) {
    const quoted = { name: nameOf(answered), post: idOf(parent), words: ownWords(seed, parent) };
    parts.push(framed(frames, "quotation", quoted));
  }
  const words = ownWords(seed, post);
  const said =
    mentions === NONE
      ? framed(frames, "own", { words })
      : framed(frames, "mention", { words, name: nameOf(mentions) });
  const rest = Array.from({ length: dice.one(LENGTHS) + (isReply ? 0 : 2) }, () =>
    dice.one(pieces),
  );
  // Whoever is named is named at the beginning.
  parts.push(...(mentions !== NONE || dice.chance(0.3) ? [said, ...rest] : [...rest, said]));
  const body = parts.map(({ markdown }) => markdown).join("\n\n");
  return {
    kind: isReply ? kindOf(dice) : "reply",
    body,
    html: parts.map(({ html }) => html).join(""),
    former: `${body}\n\nI will look for the source of this.`,
    mentions,
    quotes,
  };
}

function kindOf(dice: Dice): PostKind {
  const way = dice.next();
  if (way < 0.78) return "reply";
  if (way < 0.87) return "question";
  if (way < 0.93) return "evidence";
  return way < 0.97 ? "correction" : "tried";
}

/** The same piece in Markdown and in HTML. */
const framed = (
  html: Frames,
  frame: keyof Frames,
  inside: Parameters<typeof putInto>[1],
): Piece => ({
  markdown: putInto(markdownFrames[frame], inside),
  html: putInto(html[frame], inside),
});
