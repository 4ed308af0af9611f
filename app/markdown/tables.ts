/** A table in a box that scrolls sideways, by key too. */
import { type MarkedExtension, Renderer, type Tokens } from "marked";
import { say } from "../strings/say.ts";
import { escapeHtml } from "./escape.ts";

const plain = Renderer.prototype;

export const tables: MarkedExtension = {
  renderer: {
    table(token) {
      // A group and not a region: many landmarks of one name help nobody.
      const name = escapeHtml(say("markdown.table"));
      const box = `<div class="table" role="group" tabindex="0" aria-label="${name}">`;
      return `${box}\n${plain.table.call(this, token)}</div>\n`;
    },
    tablecell(token: Tokens.TableCell) {
      // An empty heading names no column.
      const heads = token.header && token.text.trim() !== "";
      return plain.tablecell.call(this, { ...token, header: heads }) as string;
    },
  },
};
