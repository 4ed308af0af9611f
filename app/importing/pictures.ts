/** Uploaded pictures and files: the text names them by a hash, the outer forum's HTML has their addresses. */

/** Characters of HTML that are read, many times those of the longest post. */
const LONGEST_HTML = 1_000_000;
const openings = /<(a|img)\b([^<>]{0,2000})>(\s{0,20})/g;
const shortAddress = /\/uploads\/short-url\/([\w-]{1,100})/;

/** The addresses of uploads by their hash, those of the large pictures where the small ones lead there; `origin` completes those without a host. Each tag is read once. */
export function findUploads(cooked: string, origin: string | null): Record<string, string> {
  const boxed: Record<string, string> = {};
  const shown: Record<string, string> = {};
  const add = (found: Record<string, string>, hash?: string, address?: string) => {
    const whole = hash && address && complete(readEntities(address), origin);
    if (whole) found[hash] ??= whole;
  };
  let lightbox: { end: number; address: string | undefined } | null = null;
  for (const { 0: all, 1: name, 2: given, index } of cooked
    .slice(0, LONGEST_HTML)
    .matchAll(openings)) {
    if (name === "img") {
      const hash = readAttribute(given!, "data-base62-sha1");
      if (lightbox?.end === index) add(boxed, hash, lightbox.address);
      add(shown, hash, readAttribute(given!, "src"));
      continue;
    }
    const address = readAttribute(given!, "href");
    const isBox = readAttribute(given!, "class") === "lightbox";
    lightbox = isBox ? { end: index + all.length, address } : null;
    add(shown, shortAddress.exec(address ?? "")?.[1], address);
  }
  return { ...shown, ...boxed };
}

const readAttribute = (attributes: string, name: string) =>
  new RegExp(String.raw`(?<![\w-])${name}="([^"]{1,2000})"`).exec(attributes)?.[1];

const readEntities = (text: string) => text.replace(/&amp;/g, "&").replace(/&quot;/g, '"');

/** An address with its host; null where that is not known, and for what is no address. */
export function complete(address: string, origin: string | null): string | null {
  if (/^https?:\/\//i.test(address)) return address;
  if (address.startsWith("//")) return `https:${address}`;
  return address.startsWith("/") && origin !== null ? origin + address : null;
}

const upload = String.raw`upload:\/\/([\w-]{1,100})(?![\w-])`;
const linkedPicture = new RegExp(
  String.raw`\[!\[([^\]\n]{0,300})\]\(${upload}[^)\n]{0,400}\)\]\(([^)\n]{0,300})\)`,
  "g",
);
const urlTagPicture = new RegExp(
  String.raw`\[url=([^\]\n]{1,300})\]\s{0,20}!\[([^\]\n]{0,300})\]\(${upload}[^)\n]{0,400}\)\s{0,20}\[\/url\]`,
  "gi",
);
const picture = new RegExp(String.raw`!\[([^\]\n]{0,300})\]\(${upload}[^)\n]{0,400}\)`, "g");
const file = new RegExp(String.raw`\[([^\]\n]{0,300})\]\(${upload}[^)\n]{0,400}\)`, "g");
const htmlPicture = new RegExp(
  String.raw`<img\b[^<>]{0,300}?\bsrc=["']?${upload}[^<>]{0,400}>`,
  "gi",
);

/** Uploads become pictures and links with their addresses; without one, words. */
export function placeUploads(text: string, uploads: Record<string, string>): string {
  const label = (words: string) => words.split("|")[0]!.trim();
  const addressOf = (hash: string) => (Object.hasOwn(uploads, hash) ? uploads[hash] : undefined);
  const show = (words: string, hash: string) => {
    const address = addressOf(hash);
    if (address) return `![${label(words)}](${asTarget(address)})`;
    return label(words) ? `(picture: ${label(words)})` : "(picture)";
  };
  return text
    .replace(
      urlTagPicture,
      (_, target: string, words: string) => `[${label(words) || "picture"}](${asTarget(target)})`,
    )
    .replace(
      linkedPicture,
      (_, words: string, _hash: string, target: string) =>
        `[${label(words) || "picture"}](${target})`,
    )
    .replace(picture, (_, words: string, hash: string) => show(words, hash))
    .replace(htmlPicture, (tag: string, hash: string) =>
      show(/\balt="([^"]*)"/i.exec(tag)?.[1] ?? "", hash),
    )
    .replace(file, (_, words: string, hash: string) => {
      const address = addressOf(hash);
      return address ? `[${label(words) || "file"}](${asTarget(address)})` : label(words);
    });
}

/** An address that no parenthesis or space of its own ends. */
export const asTarget = (address: string) =>
  address.trim().replace(/[\s()<>]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
