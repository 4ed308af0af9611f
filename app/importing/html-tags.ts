/** The HTML that the outer forum lets people write → Markdown; our renderer shows other tags as text. */
import { asTarget } from "./pictures.ts";

const attributes = String.raw`(?:\s+[\w:-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+)|\s+open)*\s*`;
const pair = (names: string) =>
  new RegExp(String.raw`<(${names})${attributes}>((?:(?!<\1\b)[\s\S])*?)</\1\s*>`, "gi");

const heading = pair("h[1-6]");
const strong = pair("b|strong");
const emphasis = pair("i|em");
const struck = pair("s|strike|del");
const orderedList = pair("ol");
const link = /<a\b[^>]*?\bhref\s*=\s*["']?([^"'\s>]+)["']?[^>]*>([\s\S]*?)<\/a\s*>/gi;
const image = /<img\b[^>]*?\bsrc\s*=\s*["']?(https?:[^"'\s>]+)["']?[^>]*>/gi;
const dropped = new RegExp(
  `</?(?:u|ins|small|big|mark|span|font|abbr|cite|q|dfn|var|samp|a)${attributes}/?>`,
  "gi",
);
const blocks = new RegExp(
  String.raw`[ \t]*</?(?:p|div|center|ul|ol|dl|dt|dd|table|thead|tbody|tr|section|aside|figure|figcaption|blockquote)${attributes}/?>[ \t]*`,
  "gi",
);
const cells = new RegExp(String.raw`[ \t]*</?(?:td|th)${attributes}>[ \t]*`, "gi");

/** The text with tags as Markdown. */
export function readHtml(text: string): string {
  if (!/<[a-z!/]/i.test(text)) return text;
  return text
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(orderedList, (_, _name, inner: string) => `\n\n${items(inner, "1. ")}\n\n`)
    .replace(/<details\b[^>]*>/gi, "\n\n<details>\n")
    .replace(/<\/details\s*>/gi, "\n\n</details>\n\n")
    .replace(/\s*<summary\b[^>]*>\s*([\s\S]*?)\s*<\/summary\s*>[ \t]*\n?/gi, (_, inner: string) => {
      return `\n<summary>${inner.replace(/\s+/g, " ")}</summary>\n\n`;
    })
    .replace(heading, (_, name: string, inner: string) => {
      return `\n\n${"#".repeat(Number(name[1]))} ${inner.replace(/\s+/g, " ").trim()}\n\n`;
    })
    .replace(image, (tag: string, address: string) => {
      return `![${/\balt="([^"\n]*)"/i.exec(tag)?.[1] ?? ""}](${asTarget(address)})`;
    })
    .replace(link, (_, address: string, inner: string) => {
      const words = inner.replace(/\s+/g, " ").trim();
      return words ? `[${words}](${asTarget(address)})` : "";
    })
    .replace(strong, (_, _name, inner: string) => wrap(inner, "**"))
    .replace(emphasis, (_, _name, inner: string) => wrap(inner, "*"))
    .replace(struck, (_, _name, inner: string) => wrap(inner, "~~"))
    .replace(/<li\b[\s\S]*<\/li\s*>/gi, (inner) => items(inner, "- "))
    .replace(cells, " ")
    .replace(blocks, "\n\n")
    .replace(dropped, "");
}

const items = (inner: string, mark: string) =>
  inner
    .replace(/\s*<li\b[^>]*>\s*/gi, `\n${mark}`)
    .replace(/<\/li\s*>/gi, "")
    .replace(/\n[ \t]+(?=\S)/g, "\n  ");

/** Marks that stand next to letters, for none opens before a space. */
function wrap(inner: string, mark: string) {
  if (/\n\s*\n/.test(inner)) return inner;
  const [, before = "", words = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(inner)!;
  return words ? before + mark + words + mark + after : inner;
}
