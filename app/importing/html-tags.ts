/** The HTML that the outer forum lets people write → Markdown; our renderer shows other tags as text. */
import { replaceBetween } from "./between.ts";
import { asTarget } from "./pictures.ts";

// Every repetition has an end and no value reaches into the next tag, so that many tags without an end are read quickly.
const attributes = String.raw`(?:\s{1,20}[\w:-]{1,40}\s{0,5}=\s{0,5}(?:"[^"]{0,500}"|'[^']{0,500}'|[^\s"'<>]{1,500})|\s{1,20}open){0,20}\s{0,20}`;
const pair = (names: string) =>
  new RegExp(String.raw`<(${names})${attributes}>((?:(?!<\1\b)[\s\S])*?)</\1\s{0,20}>`, "gi");

const heading = pair("h[1-6]");
const strong = pair("b|strong");
const emphasis = pair("i|em");
const struck = pair("s|strike|del");
const orderedList = pair("ol");
const linkOpens =
  /<a\b[^<>]{0,500}?\bhref\s{0,5}=\s{0,5}["']?([^"'\s<>]{1,2000})(?=["'\s>])[^<>]{0,500}>/;
const image =
  /<img\b[^<>]{0,500}?\bsrc\s{0,5}=\s{0,5}["']?(https?:[^"'\s<>]{1,2000})(?=["'\s>])[^<>]{0,500}>/gi;
const dropped = new RegExp(
  `</?(?:u|ins|small|big|mark|span|font|abbr|cite|q|dfn|var|samp|a)${attributes}/?>`,
  "gi",
);
const blocks = new RegExp(
  `</?(?:p|div|center|ul|ol|dl|dt|dd|table|thead|tbody|tr|section|aside|figure|figcaption|blockquote)${attributes}/?>`,
  "gi",
);
const cells = new RegExp(`</?(?:td|th)${attributes}>`, "gi");
const blockBegins = /^\s*<\/?(?:li|ul|ol|p|div|h[1-6]|tr|td|th|table|dl|dt|dd)\b/i;

/** The text with tags as Markdown. */
export function readHtml(text: string): string {
  if (!/<[a-z!/]/i.test(text)) return text;
  const written = readTags(text.split("\n").map(withoutIndent).join("\n"));
  return written === text ? text : withSingleGaps(written);
}

/** Indented HTML is no code. */
const withoutIndent = (line: string) => (blockBegins.test(line) ? line.trimStart() : line);

function readTags(text: string) {
  const plain = replaceBetween(text, /<!--/, /-->/, () => "")
    .replace(orderedList, (_, _name, inner: string) => `\n\n${items(inner, "1. ")}\n\n`)
    .replace(/<details\b[^<>]{0,200}>/gi, "\n\n<details>\n")
    .replace(/<\/details\s{0,20}>/gi, "\n\n</details>\n\n");
  const folded = replaceBetween(
    plain,
    /<summary\b[^<>]{0,200}>/,
    /<\/summary\s{0,20}>/,
    (inner) => `\n<summary>${oneLine(inner)}</summary>\n\n`,
  ).replace(/<details>\s{1,20}<summary>/g, "<details>\n<summary>");
  const linked = replaceBetween(
    folded
      .replace(heading, (_, name: string, inner: string) => {
        return `\n\n${"#".repeat(Number(name[1]))} ${oneLine(inner)}\n\n`;
      })
      .replace(image, (tag: string, address: string) => {
        return `![${/\balt="([^"\n]*)"/i.exec(tag)?.[1] ?? ""}](${asTarget(address)})`;
      }),
    linkOpens,
    /<\/a\s{0,20}>/,
    (inner, [, address]) => (inner.trim() ? `[${oneLine(inner)}](${asTarget(address!)})` : ""),
  );
  return items(
    linked
      .replace(strong, (_, _name, inner: string) => wrap(inner, "**"))
      .replace(emphasis, (_, _name, inner: string) => wrap(inner, "*"))
      .replace(struck, (_, _name, inner: string) => wrap(inner, "~~")),
    "- ",
  )
    .replace(cells, " ")
    .replace(blocks, "\n\n")
    .replace(dropped, "");
}

const oneLine = (text: string) => text.trim().replace(/\s+/g, " ");

const items = (inner: string, mark: string) =>
  inner.replace(/\n?<li\b[^<>]{0,300}>\s{0,20}/gi, `\n${mark}`).replace(/<\/li\s{0,20}>/gi, "");

const withSingleGaps = (text: string) =>
  text
    .split("\n")
    .map((line) => (line.trim() ? line : ""))
    .join("\n")
    .replace(/\n{3,}/g, "\n\n");

/** Marks that stand next to letters, for none opens before a space. */
export function wrap(words: string, mark: string): string {
  const inner = words.trim();
  if (!inner || /\n[ \t]*\n/.test(inner)) return words;
  const at = words.indexOf(inner);
  return words.slice(0, at) + mark + inner + mark + words.slice(at + inner.length);
}
