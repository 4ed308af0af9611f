/** Tags in brackets within a line → Markdown. */
import { asTarget } from "./pictures.ts";

const paired = (name: string) =>
  new RegExp(String.raw`\[${name}\]((?:(?!\[${name}\]|\n\s*\n)[\s\S])+?)\[/${name}\]`, "gi");

const bold = paired("b");
const italic = paired("i");
const struck = paired("s");
const plain = /\[(u|small|big|center|left|right|hide|nospace)\]([\s\S]*?)\[\/\1\]/gi;
const styled = /\[(size|color|font|bgcolor|email)=[^\]\n]*\]([\s\S]*?)\[\/\1\]/gi;
const image = /\[img(?:=[^\]\n]*)?\]\s*(https?:[^\s[\]]+)\s*\[\/img\]/gi;
const named = /\[url=["']?([^\]\s"']+)["']?\]([\s\S]*?)\[\/url\]/gi;
const bare = /\[url\]\s*(https?:[^\s[\]]+)\s*\[\/url\]/gi;
const date = /\[date=(\d{4}-\d\d-\d\d)([^\]\n]*)\]/gi;
const range = /\[date-range([^\]\n]*)\]/gi;

/** The text with those tags as Markdown; a tag without its end stays as it is. */
export function readInlineTags(text: string): string {
  if (!text.includes("[")) return text;
  return text
    .replace(image, (_, address: string) => `![](${asTarget(address)})`)
    .replace(bare, (_, address: string) => `<${asTarget(address)}>`)
    .replace(named, (_, address: string, words: string) => `[${words}](${asTarget(address)})`)
    .replace(bold, (_, words: string) => wrap(words, "**"))
    .replace(italic, (_, words: string) => wrap(words, "*"))
    .replace(struck, (_, words: string) => wrap(words, "~~"))
    .replace(plain, "$2")
    .replace(styled, "$2")
    .replace(date, (_, day: string, rest: string) => {
      return [day, attribute(rest, "time"), zone(rest)].filter(Boolean).join(" ");
    })
    .replace(range, (_, rest: string) => {
      const days = [attribute(rest, "from"), attribute(rest, "to")].filter(Boolean);
      return [days.map((day) => day!.replace("T", " ")).join(" – "), zone(rest)]
        .filter(Boolean)
        .join(" ");
    });
}

const attribute = (text: string, name: string) =>
  new RegExp(String.raw`\b${name}=["“]?([^"”\s\]]+)`, "i").exec(text)?.[1];
const zone = (text: string) => {
  const name = attribute(text, "timezone");
  return name && `(${name})`;
};

function wrap(words: string, mark: string) {
  const [, before = "", inner = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(words)!;
  return inner ? before + mark + inner + mark + after : words;
}
