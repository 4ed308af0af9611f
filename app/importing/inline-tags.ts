/** Tags in brackets within a line → Markdown. */
import { wrap } from "./html-tags.ts";
import { asTarget } from "./pictures.ts";

const paired = (name: string) =>
  new RegExp(String.raw`\[${name}\]((?:(?!\[${name}\])[\s\S])+?)\[/${name}\]`, "gi");

const bold = paired("b");
const italic = paired("i");
const struck = paired("s");
const plain = /\[(u|small|big|center|left|right|hide|nospace)\]((?:(?!\[\1\])[\s\S])*?)\[\/\1\]/gi;
const styled =
  /\[(size|color|font|bgcolor|email)=[^\]\n]{0,100}\]((?:(?!\[\1=)[\s\S])*?)\[\/\1\]/gi;
const image = /\[img(?:=[^\]\n]{0,100})?\]\s{0,20}(https?:[^\s[\]]{1,2000})\s{0,20}\[\/img\]/gi;
const named = /\[url=["']?([^\]\s"']{1,2000})["']?\]((?:(?!\[url)[\s\S])*?)\[\/url\]/gi;
const bare = /\[url\]\s{0,20}(https?:[^\s[\]]{1,2000})\s{0,20}\[\/url\]/gi;
const date = /\[date=(\d{4}-\d\d-\d\d)([^\]\n]{0,300})\]/gi;
const range = /\[date-range([^\]\n]{0,300})\]/gi;

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
