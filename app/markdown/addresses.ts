/** Where a link leads, judged as a browser would read it. */

/** A host that stands for this forum's own. */
const HERE = "https://forum.invalid";

/** The target of a link: an absolute address with its URL, or a path or fragment of this forum. */
export interface Target {
  href: string;
  url: URL | null;
}

/** The target that an address written in a post leads to, or null if the forum makes no link of it. */
export function readTarget(address: string): Target | null {
  if (URL.canParse(address)) {
    const url = new URL(address);
    const known = url.protocol === "mailto:" || (/^https?:$/.test(url.protocol) && url.hostname);
    return known ? { href: url.href, url } : null;
  }
  if (!/^[/#]/.test(address) || !URL.canParse(address, HERE)) return null;
  const url = new URL(address, HERE);
  if (url.origin !== HERE) return null;
  const path = address.startsWith("#") ? "" : url.pathname + url.search;
  // "/./" before a second slash resolves to a path that a browser would take for a host.
  return path.startsWith("//") ? null : { href: path + url.hash, url: null };
}

/** Endings of file names that are also endings of host names. */
const files =
  /\.(?:md|py|rs|sh|pl|cc|ml|ps|so|ai|app|zip|mov|js|ts|json|txt|pdf|csv|html?|toml|ya?ml)$/i;
const hostLike =
  /(?:[a-z][a-z\d+.-]*:[/\\]{2}|www\.)[^\s/\\?#]+|(?<![\p{L}\p{N}@.-])(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?![\p{L}\p{N}-])/giu;

const bare = (host: string) => host.toLowerCase().replace(/^www\./, "");

/** The hosts that a reader would take a link's words for, as a browser writes them. */
function readHosts(words: string): string[] {
  const visible = words
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .replace(/[。．｡]/g, ".");
  const hosts: string[] = [];
  for (const [found] of visible.matchAll(hostLike)) {
    const named = /[:/\\]/.test(found) || /^www\./i.test(found);
    if (!named && files.test(found)) continue;
    const address = `http://${found.replace(/^[a-z][a-z\d+.-]*:[/\\]{2}/i, "")}`;
    if (URL.canParse(address)) hosts.push(bare(new URL(address).host));
  }
  return hosts;
}

/** What to show beside a link so that nobody is misled about where it leads: its real host, or null if its words are honest. */
export function realHost(words: string, url: URL): string | null {
  if (url.protocol === "mailto:") {
    const address = url.pathname.toLowerCase();
    const shown =
      words
        .toLowerCase()
        .replace(/mailto:/g, "")
        .match(/[^\s<>()]+@[^\s<>()]+/g) ?? [];
    const honest = readHosts(words.replace(/\S+@\S+/g, "")).length === 0;
    return honest && shown.every((other) => address.includes(other)) ? null : address;
  }
  const shown = readHosts(words);
  const same = shown.every((host) => host === bare(url.host));
  const look = /(?:^|\.)xn--/.test(url.hostname) && shown.length > 0;
  return same && !look && !url.username && !url.password ? null : url.host;
}
