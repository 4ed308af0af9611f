/** Uploaded pictures and files: the text names them by a hash, the outer forum's HTML has their addresses. */

/** The addresses of uploads by their hash; `origin` completes those without a host. */
export function findUploads(cooked: string, origin: string | null): Record<string, string> {
  const found: Record<string, string> = {};
  const add = (hash: string | undefined, address: string | undefined) => {
    const whole = hash && address && complete(readEntities(address), origin);
    if (whole) found[hash] ??= whole;
  };
  const boxed = /<a\b[^>]*class="lightbox"[^>]*href="([^"]+)"[^>]*>\s*<img\b([^>]*)>/g;
  for (const [, address, image] of cooked.matchAll(boxed)) add(hashOf(image!), address);
  for (const [, image] of cooked.matchAll(/<img\b([^>]*)>/g)) {
    add(hashOf(image!), /\bsrc="([^"]+)"/.exec(image!)?.[1]);
  }
  for (const [, address, hash] of cooked.matchAll(
    /href="([^"]*\/uploads\/short-url\/([\w-]+)[^"]*)"/g,
  )) {
    add(hash, address);
  }
  return found;
}

const hashOf = (image: string) => /\bdata-base62-sha1="([^"]+)"/.exec(image)?.[1];

const readEntities = (text: string) => text.replace(/&amp;/g, "&").replace(/&quot;/g, '"');

function complete(address: string, origin: string | null): string | null {
  if (/^https?:\/\//i.test(address)) return address;
  if (address.startsWith("//")) return `https:${address}`;
  return address.startsWith("/") && origin !== null ? origin + address : null;
}

const upload = String.raw`upload:\/\/([\w-]{1,100})[^\s)"'>]{0,100}`;
const linkedPicture = new RegExp(
  String.raw`\[!\[([^\]\n]{0,300})\]\(${upload}[^)\n]{0,300}\)\]\(([^)\n]{0,300})\)`,
  "g",
);
const urlTagPicture = new RegExp(
  String.raw`\[url=([^\]\n]{1,300})\]\s{0,20}!\[([^\]\n]{0,300})\]\(${upload}[^)\n]{0,300}\)\s{0,20}\[\/url\]`,
  "gi",
);
const picture = new RegExp(String.raw`!\[([^\]\n]{0,300})\]\(${upload}[^)\n]{0,300}\)`, "g");
const file = new RegExp(String.raw`\[([^\]\n]{0,300})\]\(${upload}[^)\n]{0,300}\)`, "g");
const htmlPicture = new RegExp(
  String.raw`<img\b[^<>]{0,300}?\bsrc=["']?${upload}[^<>]{0,300}>`,
  "gi",
);

/** Uploads become pictures and links with their addresses; without one, words. */
export function placeUploads(text: string, uploads: Record<string, string>): string {
  const label = (words: string) => words.split("|")[0]!.trim();
  const show = (words: string, hash: string) => {
    const address = uploads[hash];
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
      const address = uploads[hash];
      return address ? `[${label(words) || "file"}](${asTarget(address)})` : label(words);
    });
}

/** An address that no parenthesis or space of its own ends. */
export const asTarget = (address: string) =>
  address.trim().replace(/[\s()<>]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
