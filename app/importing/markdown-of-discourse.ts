/** A post as Discourse keeps it → Markdown as this forum writes it. */
import { readQuoted, readTags, type Tag } from "./bracket-tags.ts";
import { hideCode } from "./hide-code.ts";
import { readHtml } from "./html-tags.ts";
import { readInlineTags } from "./inline-tags.ts";
import { placeUploads } from "./pictures.ts";
import { addressesOf, type Here, type Place, readPlace } from "./places.ts";

export interface Surroundings {
  /** The address of the outer forum, without a slash at its end. */
  origin: string | null;
  /** The addresses of uploads by their hash. */
  uploads: Record<string, string>;
  /** What stands here in the place of an outer post or thread. */
  find: (place: Place) => Here | null;
  /** Who somebody of the outer forum is here. */
  nameHere: (outerName: string) => string | null;
}

export interface Converted {
  markdown: string;
  /** People whom the text may mention, as they are called here. */
  people: string[];
  /** Posts that it quotes or leads to, with their authors. */
  posts: { id: number; author: string }[];
  /** Whether it refers to a post or thread that is not here. */
  waits: boolean;
}

/** The text as Markdown of ours: quotations, pictures, links and names lead to what is here. Code and formulas stay as they are. */
export function markdownOfDiscourse(raw: string, around: Surroundings): Converted {
  const people = new Set<string>();
  const posts = new Map<number, string>();
  let waits = false;
  const find = (place: Place) => {
    const here = around.find(place);
    if (!here) waits = true;
    else if (here.postId !== null && here.author !== null) posts.set(here.postId, here.author);
    return here;
  };
  const { text, show } = hideCode(raw.replace(/\r\n?/g, "\n"));
  const named = nameThem(placeUploads(text, around.uploads), around, people);
  const linked = around.origin ? relink(named, addressesOf(around.origin), find) : named;
  const plain = readInlineTags(readHtml(linked));
  const written = writePieces(readTags(plain), { ...around, find });
  const markdown = withoutEmptyLines(show(written));
  return {
    markdown,
    people: [...people],
    posts: [...posts].map(([id, author]) => ({ id, author })),
    waits,
  };
}

const mention = /(?<![\p{L}\p{M}\p{N}@/.+\\-])@([\p{L}\p{N}_][\p{L}\p{M}\p{N}_.-]{0,59})/gu;

const address = /(?<![\p{L}\p{N}_])https?:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+[:/?#][^\s<>()[\]"]*/iu;
const addressOrMention = new RegExp(`${address.source}|${mention.source}`, "giu");

/** Names as they are here, but for those in addresses; a name that nobody brought along may be somebody else's here, so it mentions nobody. */
function nameThem(text: string, { nameHere }: Surroundings, people: Set<string>) {
  return text.replace(addressOrMention, (all: string, typed: string | undefined) => {
    if (typed === undefined) return all;
    const name = typed.replace(/[-_.]+$/, "");
    const here = name && nameHere(name);
    if (!here) return `\\@${typed}`;
    people.add(here);
    return `@${here}${typed.slice(name.length)}`;
  });
}

type Find = Surroundings["find"];

/** Links into the outer forum lead to what is here; an address that stands alone is called by the thread's title. */
function relink(text: string, addresses: RegExp, find: Find) {
  const standing = new RegExp(
    String.raw`(\]\(<?|\]: ?<?|[["=<])?(?:${addresses.source})(>)?`,
    "gi",
  );
  return text.replace(
    standing,
    (all: string, before: string | undefined, thread: string, number, after = "") => {
      const here = find(readPlace(thread, number));
      if (!here) return all;
      if (before?.startsWith("]")) return before + here.path + after;
      const link = `[${escapeWords(here.title)}](${here.path})`;
      if (before === "<" && after) return link;
      return before ? all : link + after;
    },
  );
}

function writePieces(pieces: (string | Tag)[], around: Surroundings): string {
  const written: string[] = [];
  for (const piece of pieces) {
    const isAfterBlock = written.at(-1)?.endsWith("\n\n") === true;
    if (typeof piece === "string") {
      written.push(isAfterBlock ? withoutEmptyLines(piece, false) : piece);
      continue;
    }
    const inner = writePieces(piece.inner, around);
    if (piece.name === "spoiler" && !inner.trim().includes("\n")) {
      written.push(inner);
      continue;
    }
    const before = written.pop()?.trimEnd() ?? "";
    if (before) written.push(before, "\n\n");
    written.push(`${writeTag(piece, inner, around)}\n\n`);
  }
  return written.join("");
}

/** Without the empty lines before the first line, and what is empty after the last. */
function withoutEmptyLines(text: string, isTrimmed = true) {
  const begins = text.length - text.trimStart().length;
  const line = text.lastIndexOf("\n", begins - 1) + 1;
  const rest = begins === 0 ? text : text.slice(line);
  return isTrimmed ? rest.trimEnd() : rest;
}

function writeTag({ name, attributes }: Tag, inner: string, around: Surroundings) {
  if (name === "quote") return quote(attributes, inner, around);
  if (name === "details" || name === "spoiler") {
    const words = attributes.replace(/^=/, "").replace(/^["“]|["”]$/g, "") || "Spoiler";
    const summary = words.replace(/\s+/g, " ").replace(/</g, "&lt;");
    return `<details>\n<summary>${summary}</summary>\n\n${inner.trim()}\n\n</details>`;
  }
  return inner.trim();
}

/** A quotation with its head: a link to what it quotes, here or there, or the name alone. */
function quote(attributes: string, inner: string, { origin, find, nameHere }: Surroundings) {
  const { name, thread, post } = readQuoted(attributes);
  const here = thread !== null && post !== null ? find({ thread, number: post }) : null;
  const shown = escapeWords(nameHere(name) ?? name);
  const there = origin && thread !== null ? `${origin}/t/${thread}${post ? `/${post}` : ""}` : null;
  const head = here
    ? [`[${here.author ?? name}](${here.path}):`]
    : name
      ? [there ? `[${shown}](${there}) wrote:` : `**${shown}** wrote:`, ""]
      : [];
  const lines = withoutEmptyLines(inner).split("\n");
  return [...head, ...lines].map((line) => (line.trim() ? `> ${line}` : ">")).join("\n");
}

const escapeWords = (words: string) => words.replace(/[\\`*_[\]<>]/g, "\\$&");
