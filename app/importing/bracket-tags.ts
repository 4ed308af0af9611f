/** A text with tags in brackets → a tree: what has no end, or no beginning, stays text. */

export interface Tag {
  name: string;
  /** What stands behind the name: `="Ada, post:2, topic:5"`. */
  attributes: string;
  inner: (string | Tag)[];
}

const tags =
  /\[(\/?)(quote|details|spoiler|poll|wrap)((?:=|\s)(?:"[^"\n]{0,300}"|“[^”\n]{0,300}”|[^\]\n"“]){0,300})?\]/gi;
/** Deeper quotations stay text. */
const DEEPEST = 20;

interface Open extends Tag {
  /** The opening as it was written. */
  source: string;
}

/** The pieces of a text: plain text and tags that hold more of them. */
export function readTags(text: string): (string | Tag)[] {
  const root: Tag = { name: "", attributes: "", inner: [] };
  const open: Open[] = [];
  const inside = () => (open.at(-1) ?? root).inner;
  let read = 0;
  const giveUp = () => {
    const { source, inner } = open.pop()!;
    inside().push(source, ...inner);
  };
  for (const found of text.matchAll(tags)) {
    const [source, closing, spelling, attributes = ""] = found;
    const name = spelling!.toLowerCase();
    if (closing ? !open.some((tag) => tag.name === name) : open.length >= DEEPEST) continue;
    inside().push(text.slice(read, found.index));
    read = found.index + source.length;
    if (!closing) {
      open.push({ name, attributes: attributes.trim(), inner: [], source });
      continue;
    }
    while (open.at(-1)!.name !== name) giveUp();
    const { inner, attributes: given } = open.pop()!;
    inside().push({ name, attributes: given, inner });
  }
  inside().push(text.slice(read));
  while (open.length > 0) giveUp();
  return root.inner;
}

/** The opening of a quotation that names somebody. */
export const quoteOpens = /\[quote(=[^\]\n]{1,300})\]/gi;

/** Whom and what `[quote="Ada, post:2, topic:5, username:ada"]` names. */
export function readQuoted(attributes: string) {
  const words = attributes.replace(/^=/, "").replace(/^["“]|["”]$/g, "");
  const [shown = "", ...rest] = words.split(",").map((word) => word.trim());
  const value = (name: string) =>
    rest
      .find((word) => word.startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim();
  const number = (name: string) => {
    const text = value(name) ?? "";
    return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
  };
  return { name: value("username") ?? shown, post: number("post"), thread: number("topic") };
}
