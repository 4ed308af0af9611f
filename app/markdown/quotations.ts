/** Quotations: of a post of the forum under its author's name, > [Ada](/posts/12):, of a model, or of anybody else. */
import type { MarkedExtension, Tokens } from "marked";
import type { KnownPost } from "../references/known.ts";
import { isSaidIn } from "../references/same-words.ts";
import { say } from "../strings/say.ts";
import { readModel, writeAi } from "./ai.ts";
import { escapeHtml } from "./escape.ts";
import { Notes } from "./notes.ts";
import type { Place } from "./place.ts";
import { BoundedTokenizer } from "./tokenizer.ts";

const ofModel = /^( {0,3}>[ \t]{0,3})\[!AI(?:[ \t]+([^\]\n]{0,200}))?\][ \t]*(?=\n|$)/i;
const ofPost = /^( {0,3}>[ \t]{0,3})\[[^\]\n]{1,200}\]\(\/posts\/([1-9]\d{0,14})\):[ \t]*(?=\n|$)/;

type Source = { model: string } | { post: KnownPost };

interface Quotation extends Tokens.Blockquote {
  source?: Source;
  notes: Notes;
}

/** Words under their author's name; where the author did not say them, it says so. */
function writePost({ id, author, said }: KnownPost, inside: string) {
  const isSaid = !said || isSaidIn(said, inside);
  const name = `<a href="/posts/${id}">${escapeHtml(author)}</a>`;
  const head = name + (isSaid ? ":" : escapeHtml(say("markdown.quoted.altered")));
  const kind = isSaid ? "quotation" : "quotation altered";
  return `<blockquote class="${kind}">\n<p>${head}</p>\n${inside}</blockquote>\n`;
}

/** For one text, whose place it is told. */
export function quotations(place: Place): MarkedExtension {
  const posts = new Map(place.known.posts.map((post) => [post.id, post]));

  /** Whose words the quotation says it holds, and how long its first line is. */
  function readSource(src: string): { source: Source; marker: string; head: string } | undefined {
    const [head, marker = "", model = ""] = ofModel.exec(src) ?? [];
    if (head) return { source: { model: readModel(model) }, marker, head };
    const [line, before = "", id] = ofPost.exec(src) ?? [];
    const post = line && posts.get(Number(id));
    return post ? { source: { post }, marker: before, head: line } : undefined;
  }

  return {
    tokenizer: {
      blockquote(src): Quotation | undefined {
        if (!/^ {0,3}>/.test(src)) return undefined;
        const said = readSource(src);
        const notes = new Notes(place);
        const read = (text: string) =>
          place.apart(notes, () => BoundedTokenizer.prototype.blockquote.call(this, text));
        if (!said) {
          const token = read(src);
          return token && { ...token, notes };
        }
        // The line that names the source is read as an empty one of the same length.
        const goesOn = /^\n {0,3}>/.test(src.slice(said.head.length, said.head.length + 5));
        const after = goesOn ? src.slice(said.head.length) : "\n";
        const gap = " ".repeat(said.head.length - said.marker.length);
        const token = read(said.marker + gap + after);
        return (
          token && { ...token, raw: src.slice(0, token.raw.length), source: said.source, notes }
        );
      },
    },
    renderer: {
      blockquote(token) {
        const { source, notes, tokens } = token as Quotation;
        if (source && "model" in source) {
          return writeAi(place, this.parser, source.model, notes, tokens);
        }
        const inside = place.apart(notes, () => this.parser.parse(tokens) + notes.write());
        if (!source) return `<blockquote>\n${inside}</blockquote>\n`;
        return writePost(source.post, inside);
      },
    },
  };
}
